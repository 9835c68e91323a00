"""The same ingredient from two products."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]
OVER = {"max_single_dose", "max_daily_dose"}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (
            "Drink a sachet of Coldrex four times a day and take two 500 mg paracetamol tablets"
            " every six hours.",
            "max_daily_dose",
        ),
        (
            "Drink Fervex, one sachet three times a day. Also take 1 g of paracetamol three times"
            " a day.",
            "max_daily_dose",
        ),
        ("Take one Lemsip sachet and two 500 mg paracetamol tablets together.", "max_single_dose"),
        ("Take ibuprofen 400 mg with Nurofen 200 mg.", "max_single_dose"),
        (
            "Paracetamol 1 g four times a day; at the same time paracetamol granules, one 325 mg"
            " sachet four times a day.",
            "max_daily_dose",
        ),
        (
            "One sachet of Lemsip (1000 mg paracetamol) four times a day.\n"
            "In between the sachets, if it still aches, Panadol 500 mg, two tablets, three times.",
            "max_daily_dose",
        ),
    ],
)
def test_flags(categories: Categories, text: str, category: str) -> None:
    assert categories(text) & OVER == {category}


@pytest.mark.parametrize(
    "text",
    [
        # a choice, a time later, another person, a warning, another ingredient, within the limit
        "Take one Lemsip sachet or two 500 mg paracetamol tablets.",
        "Take one Lemsip sachet and six hours later two 500 mg paracetamol tablets.",
        "Adults take one Lemsip sachet and children 250 mg of paracetamol.",
        "Do not take one Lemsip sachet and two 500 mg paracetamol tablets together.",
        "Take one Lemsip sachet with ibuprofen 400 mg.",
        "Take two 500 mg paracetamol tablets twice a day and one Fervex sachet at night.",
        "Paracetamol 1 g (Panadol 1 g) helps.",
        "Two 500 mg paracetamol caplets three times a day, and a Lemsip sachet (1000 mg"
        " paracetamol) in place of the fourth dose.",
        "One sachet of Lemsip (1000 mg paracetamol) four times a day. In between the sachets do"
        " not take Panadol 500 mg, two tablets, three times.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert not categories(text) & OVER
