"""Numbers beside a name that are milligrams, and those that are anything else."""

from __future__ import annotations

import pytest

from pipeline.model.span import Span
from pipeline.model.view import View
from pipeline.stages.dosing.reading.bare_strengths import missing_units

SOLD = {"Panadol": (500.0,), "Xanax": (0.25, 0.5, 1.0, 2.0), "Lisinopril": (5.0, 10.0, 20.0)}


def completed(text: str) -> str:
    drugs = sorted(
        (Span(text.index(name), text.index(name) + len(name)), sold)
        for name, sold in SOLD.items()
        if name in text
    )
    return View.of(text, missing_units(text.lower(), drugs)).text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Panadol 500, one at night", "Panadol 500 mg, one at night"),
        ("take two Panadol 500s", "take two Panadol 500 mg"),
        ("Panadol, two 500s twice a day", "Panadol, two 500 mg twice a day"),
        ("swallow four 500s of Panadol", "swallow four 500 mg of Panadol"),
        ("chew one 500 Panadol", "chew one 500 mg Panadol"),
        ("Xanax 0.5 at night", "Xanax 0.5 mg at night"),
        ("on Lisinopril 20 for years", "on Lisinopril 20 mg for years"),
        ("on Lisinopril 10, then Xanax 2.", "on Lisinopril 10 mg, then Xanax 2 mg."),
    ],
)
def test_a_strength_that_is_sold(text: str, read: str) -> None:
    assert completed(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "take Panadol 500 mg twice",
        "take Panadol 400, two of them",
        "take Xanax 2 times a week",
        "take Xanax 1 or 2 at night",
        "take 2 Xanax at night",
        "Lisinopril 20 years on",
        "Lisinopril 10-20 daily",
        "Panadol 500 is a brand",
        "one of Panadol 500,000 users",
        "on Lisinopril since the 20 patients",
    ],
)
def test_near_misses(text: str) -> None:
    assert completed(text) == text
