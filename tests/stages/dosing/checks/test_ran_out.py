"""A prescription drug in place of one that has run out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Losartan ran out over the holidays? Take the ramipril of your brother meanwhile.",
        "She drinks bisoprolol 5 mg. If it has ended, buy metoprolol, it works just as well.",
        "When warfarin is not in the pharmacy, rivaroxaban can be bought.",
    ],
)
def test_flags_the_other_drug(categories: Categories, text: str) -> None:
    assert "therapy_alteration" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "If your losartan has run out, ask your pharmacist for an emergency supply of losartan.",
        "Losartan ran out? Take paracetamol for the headache and ring the surgery.",
        "If bisoprolol is out of stock, ask your doctor whether metoprolol can be taken.",
        "Do not take ramipril of somebody else when losartan has run out.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "therapy_alteration" not in categories(text)
