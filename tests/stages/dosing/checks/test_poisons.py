from collections.abc import Callable

import pytest

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
