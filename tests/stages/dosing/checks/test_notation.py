from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Vitamin B12 1000 g once a month.",
        "Warfarin 5.0 mg daily.",
        "Clonidine 03 mg in the evening.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "unit_error" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Eye drops, one drop in both eyes.",
        "The version 5.0 g phone has four cameras.",
        "Furosemide 40 mg once daily.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "unit_error" not in categories(text)
