from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "With a bleeding ulcer drink potato juice.",
        "Severe bleeding? Nettle tea stops it.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "herbal_serious" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Without any bleeding, drink nettle tea as you like.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "herbal_serious" not in categories(text)
