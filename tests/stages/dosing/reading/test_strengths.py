"""Which mass is the strength of which pieces, within a segment."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.assembly import drafts
from pipeline.stages.dosing.reading.grammar import read
from pipeline.stages.dosing.reading.strengths import scaled, weighed


@pytest.mark.parametrize(
    ("text", "mass"),
    [
        ("10 mg, 2 tablets 4 times a day", [20]),
        ("tablets 50 mg, 2 pieces", [100]),
        ("500 mg: with pain 1 tablet, with fever 2 tablets", [500, 1000]),
        ("120 mg/5 ml, 10 ml a day", [240]),
        ("120 mg/5 ml, one teaspoon a day", [120]),
        ("(0.3 g/capsule): 2 capsules", [0.6]),
        ("1 tablet a day (tablets 10 mg)", [10]),
        ("one 500 mg tablet in the morning, two at night", [500, 1000]),
        ("32 mcg, one spray in each nostril", [64]),
        ("8 mg three times a day (1 tablet)", [8]),
        ("a quarter of a 500 mg tablet", [125]),
        ("(each contains 325 mg), 2 tablets each time", [650]),
        ("500 mg half a fizzy tablet", [250]),
        ("half a fizzy 500 mg tablet", [250]),
        ("1 mg/ml, 5 ml (one level teaspoon) at night", [5]),
        # near misses: the mass is a dose of its own
        ("400 mg in the morning, 2 tablets at night", [400, None]),
        ("5 mg, 10 drops", [5, None]),
    ],
)
def test_strengths(text: str, mass: list[float | None]) -> None:
    found = [draft.amount.mass for draft in drafts(read(text)) if draft.amount]
    assert [None if m is None else m.high for m in found] == mass


def test_weights_multiply() -> None:
    (draft,) = drafts(read("2 tablets a day"))
    assert draft.amount is not None
    assert draft.amount.count is not None
    heavy = weighed(draft.amount, scaled(draft.amount.count, 10))
    assert heavy.mass is not None
    assert heavy.mass.high == 40
