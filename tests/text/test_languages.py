"""Scripts and small words, the second witness of the language stage."""

from __future__ import annotations

import pytest

from pipeline.text.languages import (
    FUNCTION_WORDS,
    NAMES,
    count_letters,
    find_script,
    name_of,
    weigh_function_words,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Головная боль", "ru"), ("πονοκέφαλος", "el"), ("כאב ראש", "he"), ("صداع", "ar"),
        ("सिरदर्द", "hi"), ("ปวดหัว", "th"), ("頭が痛い", "ja"), ("두통", "ko"),
        ("头痛", "zh-cn"),
    ],
)  # fmt: skip
def test_script_names_its_languages(text: str, code: str) -> None:
    assert find_script(text)[0] == code


@pytest.mark.parametrize("text", ["", "headache", "headache, µg, β-blocker", "12 %"])
def test_latin_text_has_no_other_script(text: str) -> None:
    assert find_script(text) == ()


def test_shares_are_of_all_words() -> None:
    words, shares = weigh_function_words("The cup, and the TEA.")
    assert words == 5
    assert shares["en"] == 0.6
    assert shares["es"] == 0.0


def test_every_language_with_words_has_a_name() -> None:
    assert set(FUNCTION_WORDS) <= set(NAMES)
    assert name_of("es") == "Spanish (es)"
    assert name_of("xx") == "xx"


def test_only_letters_count() -> None:
    assert count_letters("a1 é, 頭!") == 3
