from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        'Tranexam 250 mg is drunk on 2 tablets three times a day. There is also the remedy "Ditsinon". It is to be accepted in the same dosage.',
        "Metformin is drunk according to the same scheme as above.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "anaphoric_dose" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Similarly, the protein inserts lysine.",
        "Continue at the same dose as your doctor prescribed.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "anaphoric_dose" not in categories(text)
