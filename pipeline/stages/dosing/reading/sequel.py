"""What the sentences behind a dose add to it: how often, how long, at most, and another tablet.

"Two caplets every 6 hours. Do not exceed 6 caplets in a day. Use it for 3 days." is one dose. A
sentence adds only what the dose lacks, only when it speaks of no other drug, and only close by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import BlockKind
from pipeline.stages.dosing.reading.grammar import Drug, Reading
from pipeline.stages.dosing.reading.inherit import contained_strength
from pipeline.stages.dosing.reading.regimens import Claim
from pipeline.stages.dosing.reading.rhythm import DAYPART
from pipeline.stages.dosing.reading.segments import Segment

_SEGMENTS = 3
_BLOCKS = 1
_PLAN = 8
"""So many doses a closing sentence may still speak of."""
_SHORT = 40
_NOTE = 60
"""A line as short as this right behind a table goes on about its last row."""
_INSTRUCTS = re.compile(
    r"\b(?:take|taken|repeat|drink|drunk|use|used|give|given|make it|continue|course|treatment"
    r"|therapy|times|every|duration|frequency|maximum|exceed|no more|not more|so|do this|apply"
    r"|admission)\b"
)
_INSTEAD = re.compile(r"\b(?:make (?:it|that)|do it|go)\b")


def is_near(claim: Claim, segment: Segment, number: int) -> bool:
    """True when segment `number` is so close behind `claim` that it may go on about it."""
    index, block = claim.reach
    if number - index > _SEGMENTS or segment.heading != claim.segment.heading:
        return False
    if claim.segment.kind is BlockKind.TABLE_ROW:
        note = segment.kind is BlockKind.PARAGRAPH and number == index + 1
        return note and len(segment.span) <= _NOTE
    if segment.kind is BlockKind.TABLE_ROW:
        return False
    listed = segment.kind is BlockKind.LIST_ITEM
    return segment.block - block <= (_SEGMENTS if listed else _BLOCKS)


def go_on(
    claim: Claim, reading: Reading, segment: Segment, number: int, named: Sequence[Drug]
) -> None:
    """Give `claim` what segment `number`, which has no dose of its own, adds to it."""
    if any(claim.drug is None or drug.ingredient != claim.drug.ingredient for drug in named):
        return
    before = len(claim.spans)
    claim.strength = claim.strength or contained_strength(reading)
    _take_cap(claim, reading, segment.span.start)
    if len(reading.text) <= _SHORT or _INSTRUCTS.search(reading.text):
        _take_times(claim, reading, segment.span.start)
    if len(claim.spans) > before:
        claim.reach = (number, segment.block)


_OF_ALL = re.compile(
    r"^(?:[^.;]{0,60}[,;] )?(?:length of use|duration|course|stop (?:after|at|on)|treatment|use for"
    r"|no longer than|not longer than|all (?:of (?:it|this)|this)|(?:do )?not (?:use|take)"
    r"|do(?: all)? this|for (?:no|not) (?:more|longer))\b"
)


def hold_for_all(claims: Sequence[Claim], reading: Reading, named: Sequence[Drug]) -> None:
    """Give the end that a closing sentence sets to every dose of its plan that has none.

    "Length of use: up to 7 days" below a table, "stop after three days" below a list.
    """
    limits = [item for item in reading.durations if item.days]
    if named or not claims or not limits or not _OF_ALL.search(reading.text):
        return
    last = claims[-1]
    for claim in claims[-_PLAN:]:
        together = claim.segment.heading == last.segment.heading
        if together and not any(item.days for item in claim.durations):
            claim.durations = list(limits)


def _take_cap(claim: Claim, reading: Reading, at: int) -> None:
    daily = next((cap for cap in reading.caps if cap.daily), None)
    if daily is not None and claim.cap is None:
        claim.cap = daily.amount
        claim.spans.append(reading.home(daily.span).shift(at))


def _take_times(claim: Claim, reading: Reading, at: int) -> None:
    """How often and how long; "make it daily" replaces what was said before."""
    capped = [cap.span for cap in reading.caps if cap.daily]
    free = [f for f in reading.frequencies if not any(c.overlaps(f.span) for c in capped)]
    wanted = not claim.frequencies or _INSTEAD.search(reading.text)
    if free and wanted and not reading.amounts:
        claim.frequencies = free
        claim.spans += [reading.home(frequency.span).shift(at) for frequency in free]
    if reading.durations and not claim.durations:
        claim.durations = list(reading.durations)
        claim.spans += [reading.home(duration.span).shift(at) for duration in reading.durations]


def is_same(one: Claim, other: Claim) -> bool:
    """True when both are of one drug, close together."""
    if one.drug is None or other.drug is None or other.index - one.index > _SEGMENTS:
        return False
    return _name(one.drug) == _name(other.drug)


def _name(drug: Drug) -> str:
    return drug.ingredient or drug.written.lower()


def repeat(claim: Claim, more: Claim) -> None:
    """ "You need to take another tablet": the dose of `claim` may be repeated."""
    claim.again = True
    claim.frequencies += more.frequencies
    claim.durations += more.durations
    claim.spans += more.spans


_ALTERNATIVE = re.compile(r"\b(?:or|instead|if|either)\b|[;.]")


_AT_ONCE = re.compile(
    r" ?(?:straight ?away|right away|at once|immediately|now|first|at the start|to start with)\b"
)


def is_next_part(one: Claim, other: Claim) -> bool:
    """True for "400 mg with breakfast, 400 mg with dinner": the same dose at another time."""
    if one.index != other.index or not is_same(one, other) or one.drug is None:
        return False
    first, second = one.draft.amount, other.draft.amount
    if first is None or second is None or (first.mass, first.form) != (second.mass, second.form):
        return False
    if first.mass is None and first.count != second.count:
        return False
    times = [f for claim in (one, other) for f in claim.frequencies]
    text = other.reading.text
    begun = bool(one.frequencies) or _AT_ONCE.match(text, one.draft.at.end) is not None
    if not begun or not other.frequencies or any(f.rank != DAYPART for f in times):
        return False
    if _ALTERNATIVE.search(text, one.draft.at.end, other.draft.at.start):
        return False
    said = [f.span.of(text) for f in (*one.draft.frequencies, *other.frequencies)]
    return len(said) == len(set(said))


def add_part(one: Claim, other: Claim) -> None:
    """Count `other` as one more dose of the day that `one` describes."""
    low, high = one.frequencies[-1].per_day if one.frequencies else (1.0, 1.0)
    more = other.frequencies[-1].per_day
    counted = (low + more[0], high + more[1])
    words = f"{counted[1]:g} times a day"
    one.again = False
    one.frequencies = [replace(other.frequencies[-1], per_day=counted, words=words)]
    one.durations += other.durations
    one.spans += other.spans
