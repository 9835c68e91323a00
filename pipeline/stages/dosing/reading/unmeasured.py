"""Drugs that are dosed without an amount: "spray it every hour", "latanoprost at night".

A drug and a time in one sentence are not yet a dose ("aspirin thins the blood for days"). It takes
a verb of taking or words for a regular rhythm, close behind the name, and no dose that the time
belongs to already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Reading
from pipeline.stages.dosing.reading.rhythm import DAYPART, INTERVAL, Frequency
from pipeline.stages.dosing.reading.strengths import Draft

_ANCHOR = re.compile(r"[;:,]|\b(?:and|then|also|plus)\b")
_VERB = re.compile(
    r"\b(?:take[ns]?|taking|drink|drunk|drinking|us(?:e|ed|ing)|appl(?:y|ied)|drip(?:ped)?"
    r"|spray(?:ed)?|giv(?:e|en)"
    r"|(?:chang|replac)(?:e|ed)|renew(?:ed)?|stick|stuck|chew(?:ed)?|inject(?:ed)?|swallow(?:ed)?|brew(?:ed)?|rins(?:e|ed)|put"
    r"|insert(?:ed)?"
    r"|gargle|suck(?:ed)?|prescribed?|rub(?:bed)?|smear(?:ed)?|eat|dissolve[d]?|place|wear|had"
    r"|have|need|finish|continue|start(?:ed)?|dripping|dose)\b"
)
_STEADY = re.compile(r"every|each|daily|nightly|weekly|q|once|twice|nocte|mane")
_ELSEWHERE = re.compile(r"\b(?:avoid|limit|without|instead)|;| - ")
_AVOIDED = re.compile(r"\b(?:avoid|limit|abstain|refrain|cut down on|without)[a-z]* [^,;.]{0,24}$")
_NEAR = 30
_FAR = 120
_CONTRARY = re.compile(r"\b(?:with|for|than|or|against|instead of|like|without|to)\b[^,;:]*$")


def unmeasured(reading: Reading, found: Sequence[Draft]) -> list[Draft]:
    """Drugs that are dosed without an amount: "spray it every hour", "latanoprost at night"."""
    used = {draft.drug[0] for draft in found if draft.drug}
    names = {draft.drug[1].ingredient for draft in found if draft.drug}
    verb = _VERB.search(reading.text) is not None
    extra: list[Draft] = []
    for index, (span, drug) in enumerate(reading.drugs):
        if span in used or (drug.ingredient in names and drug.ingredient):
            continue
        end = reading.drugs[index + 1][0].start if index + 1 < len(reading.drugs) else None
        timed = _timed(reading, span, end, near=not verb)
        before = [draft for draft in found if draft.at.start < span.start]
        if before:
            gap = reading.text[before[-1].at.end : span.start]
            if not _ANCHOR.search(gap) or _CONTRARY.search(gap):
                continue
        elif found or (verb and _leads(reading, span)):
            timed = timed or (not found and verb and _leads(reading, span))
        if timed:
            extra.append(Draft(span, (span, drug), None, spans=[span]))
            names.add(drug.ingredient)
    return extra


def _leads(reading: Reading, drug: Span) -> bool:
    """True when the only frequencies stand before `drug`: "every evening brew senna"."""
    last = reading.frequencies[-1] if reading.frequencies else None
    if last is None or last.span.end > drug.start or not _regular(reading, last, near=False):
        return False
    gap = reading.text[last.span.end : drug.start]
    return len(gap) <= _FAR and _ELSEWHERE.search(gap) is None


def _timed(reading: Reading, drug: Span, end: int | None, *, near: bool) -> bool:
    """True when a frequency or a duration follows `drug` before the next drug."""
    if _AVOIDED.search(reading.text[max(0, drug.start - 40) : drug.start]):
        return False
    events = [f.span.start for f in reading.frequencies if _regular(reading, f, near=near)]
    if not near:
        events += [item.span.start for item in reading.durations if not item.advice]
    stop = min(end or len(reading.text), drug.end + (_NEAR if near else _FAR))
    return any(drug.end <= at < stop for at in events)


def _regular(reading: Reading, frequency: Frequency, *, near: bool) -> bool:
    """True for "every night" and "3 times a day"; "a day" and "at night" alone prove no dose."""
    if _STEADY.match(frequency.span.of(reading.text)):
        return True
    return frequency.rank >= (INTERVAL if near else DAYPART)
