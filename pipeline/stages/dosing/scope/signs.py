"""Signs of an emergency that are numbers: a blood pressure, a newborn's temperature.

No list of phrases holds every number, so these are read: 200 over 120 is a crisis, and 38 degrees
in the first three months of life is one whatever the baby looks like.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.reading.ages import said_ages
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_PRESSURE = re.compile(
    r"(?<![0-9.,])(?:1[89][0-9]|2[0-9]{2}) ?(?:/|on|over|by|to|-) ?1[1-9][0-9]"
    r"(?![0-9]|[.,][0-9]| ?(?:mg|mcg|ml|g|kg|kcal|mmol)\b)"
)
_FEVER = re.compile(
    r"(?<![0-9.,])(?:38|39|40|41)(?:[.,][0-9])?(?![0-9]|[.,][0-9]| ?(?:weeks?|mg|ml|g|kg|cm|%))"
    r"|\bfever(?:ish)?\b|\btemperature\b",
    re.IGNORECASE,
)
_TENDER_AGE = 0.25
"""Years: until three months, any fever is an emergency (NICE NG143, table 1)."""


def measured_sign(passage: Passage, sentence: Sentence) -> Cue | None:
    """The first such sign of `sentence`, as a cue of kind "emergency"; None where there is none."""
    pressure = _PRESSURE.search(sentence.words)
    if pressure is not None:
        return _sign(passage, sentence, "hypertensive crisis", Span(*pressure.span()))
    fever = _FEVER.search(sentence.words)
    if fever and any(0 < age.years < _TENDER_AGE for age in said_ages(sentence.words)):
        return _sign(passage, sentence, "young infant fever", Span(*fever.span()))
    return None


def _sign(passage: Passage, sentence: Sentence, name: str, found: Span) -> Cue:
    span = found.shift(sentence.span.start)
    starts = [token.start for token in passage.tokens]
    first = bisect_left(starts, span.start)
    return Cue("emergency", name, span, first, max(first, bisect_left(starts, span.end) - 1))
