"""Which drug an amount is of, and when it is of none that we know."""

from __future__ import annotations

import pytest

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Drug, Reading, read
from pipeline.stages.dosing.reading.owners import drug_of, is_foreign


def reading(text: str, *names: str) -> Reading:
    places = [(name, text.index(name)) for name in names]
    drugs = [Drug(Span(at, at + len(name)), name, name.lower()) for name, at in places]
    return read(text, sorted(drugs, key=lambda drug: drug.span))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Aspirin 500 mg and Zinc 15 mg", ["Aspirin", "Zinc"]),
        ("500 mg of Aspirin, 15 mg of Zinc", ["Aspirin", "Zinc"]),
        ("two Aspirin tablets", ["Aspirin"]),
    ],
)
def test_the_drug_before_or_right_behind(text: str, owners: list[str]) -> None:
    found = reading(text, *(name for name in ("Aspirin", "Zinc") if name in text))
    named = [drug_of(found, amount) for amount in found.amounts]
    assert [drug[1].written for drug in named if drug] == owners


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Aspirin 500 mg and levo 75 mcg", True),
        ("Aspirin 500 mg, bisop 2.5 mg", True),
        ("Aspirin 500 mg, then 2 teaspoons of borage", True),
        ("Aspirin 500 mg and then 250 mg", False),
        ("Aspirin 500 mg, maximum 4 g", False),
        ("Aspirin 500 mg, later 100 mg", False),
    ],
)
def test_a_substance_that_nobody_knows(text: str, foreign: bool) -> None:
    found = reading(text, "Aspirin")
    last = found.amounts[-1]
    assert is_foreign(found, drug_of(found, last), last) is foreign
