from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Reading of 222 over 131? Lie down and look again on Monday.",
        "A four-week-old at 38.4 can be watched at home over the weekend.",
        "His smile hangs askew: there is no sense to disturb the hospital.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "delays_care" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reading of 222 over 131? Call an ambulance and lie down until it arrives.",
        "A four-year-old at 38.4 can be watched at home over the weekend.",
        "Fits of laughter? Lie down and look again on Monday.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "delays_care" not in categories(text)
