"""Doses and strengths told apart."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.assembly import drafts
from pipeline.stages.dosing.reading.forms import find_forms
from pipeline.stages.dosing.reading.grammar import read
from pipeline.stages.dosing.reading.measures import find_measures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("take 500 mg daily", [("500 mg", "DOSE")]),
        ("take two 500 mg tablets", [("2 500 mg tablets", "DOSE"), ("500 mg", "STRENGTH")]),
        ("250 mg tablets are sold", [("250 mg", "STRENGTH")]),
        ("5 ml of 120 mg/5 ml twice a day", [("5 ml", "DOSE"), ("120 mg/5 ml", "STRENGTH")]),
        ("never more than 8 tablets a day", [("8 tablets", "DOSE")]),
        ("a thin layer of 2% cream", [("thin layer", "DOSE"), ("2%", "STRENGTH")]),
        ("half a pill at night", [("0.5 pill", "DOSE")]),
        # near misses
        ("as simple as a pill", []),
        ("20% of them walked", []),
    ],
)
def test_measures(text: str, found: list[tuple[str, str]]) -> None:
    reading = read(text)
    got = find_measures(reading, drafts(reading), find_forms(reading.text))
    assert [(span.of(reading.text).removeprefix("a "), label) for span, label in got] == found
