from collections.abc import Callable

import pytest

from pipeline.settings import Settings
from pipeline.single import judge_words

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Drink a teaspoon of kerosene on sugar for three mornings against worms.",
        "Ivermectin horse paste: a pea-sized amount on the tongue for five days.",
        "An enema with coffee every morning cleans the liver.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "toxic_remedy" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tea tree oil: a drop on the spot with a cotton bud, for external use.",
        "My uncle says to drink peroxide. The doctor answers: swallowing peroxide is dangerous.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "toxic_remedy" not in categories(text)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        (
            "If someone has swallowed bleach, don't make them vomit and call the poisons service.",
            False,
        ),
        ("Benzoyl peroxide 5% gel once or twice a day is a good start.", False),
        ("Take three drops of bleach in a glass of water every morning.", True),
    ],
)
def test_what_ordinary_leaflets_say_is_left_alone(text: str, flagged: bool) -> None:
    ledger, _ = judge_words(text, Settings())
    assert any(f.category == "toxic_remedy" for f in ledger.findings) == flagged
