import pytest

from pipeline.stages.entities.abbreviations import find_definitions
from pipeline.stages.entities.words import split_words


def defined(text: str, long: str) -> dict[str, str | None]:
    words = split_words(text)
    size = len(split_words(long).folded)
    first = words.folded.index(split_words(long).folded[0])
    found = find_definitions(text, words, [(first, first + size, long)])
    return {short: d.meaning for short, d in found.items()}


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("An intrauterine device (IUD) is small.", "intrauterine device", "IUD"),
        ("Pelvic inflammatory disease (PID) hurts.", "Pelvic inflammatory disease", "PID"),
        ("gastroesophageal reflux disease (GERD)", "gastroesophageal reflux disease", "GERD"),
        ("combined oral contraceptives (COCs) x", "combined oral contraceptives", "COCs"),
    ],
)
def test_a_page_defines_its_abbreviations(text: str, long: str, short: str) -> None:
    assert defined(text + " .", long) == {short: long}


def test_a_bracket_that_spells_something_else_defines_nothing() -> None:
    assert defined("Paracetamol tablets (UK) are sold .", "Paracetamol tablets") == {}


def test_a_long_form_that_is_no_mention_silences_the_abbreviation() -> None:
    text = "After physical education (PE) the headache was gone ."
    assert defined(text, "headache") == {"PE": None}
