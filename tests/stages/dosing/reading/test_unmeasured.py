"""Drugs dosed by a rhythm alone, and sentences that only name a time."""

from __future__ import annotations

import pytest

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.assembly import drafts
from pipeline.stages.dosing.reading.grammar import Drug, read


def count(text: str) -> int:
    at = text.lower().index("senna")
    return len(drafts(read(text, [Drug(Span(at, at + 5), "senna", "sennosides")])))


@pytest.mark.parametrize(
    "text",
    [
        "Brew senna every evening",
        "Every evening brew senna",
        "Use senna three times a day",
        "senna every night",
        "senna bid",
        "Drink senna for no longer than a week",
        "Drink senna for as many months as you like",
    ],
)
def test_a_rhythm_is_a_dose(text: str) -> None:
    assert count(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "senna works",
        "Senna has been known for 300 years",
        "Senna may cause cramps in the morning",
        "One cup a day of water; senna is a plant",
        "People who drink senna",
        "Use the toilet every 2 hours - avoiding senna",
        "Avoid senna before bedtime and drink water",
        "Several times a day senna is in the news",
    ],
)
def test_a_time_alone_is_none(text: str) -> None:
    assert count(text) == 0
