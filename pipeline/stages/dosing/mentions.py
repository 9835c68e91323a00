"""From segments to regimens: a dose may be spread over sentences, a list or a table's columns.

Within a segment `assembly` finds what belongs together. Here the rest is found around it: the drug
in the sentence before, the lead-in, the heading or the head of the column; a frequency, duration or
maximum in the sentence behind. Offsets of everything that goes out are those of the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.model.document import BlockKind
from pipeline.model.dose import DoseMention
from pipeline.model.span import Span
from pipeline.stages.dosing.assembly import drafts
from pipeline.stages.dosing.columns import cell_at, row_view
from pipeline.stages.dosing.grammar import Drug, Reading, read
from pipeline.stages.dosing.inherit import (
    DrugIndex,
    StrengthMemory,
    contained_strength,
    governing_drug,
    may_inherit,
)
from pipeline.stages.dosing.regimens import Claim, mention_of, zone_of
from pipeline.stages.dosing.screen import NO_MEDICINE, is_dose, worth_reading
from pipeline.stages.dosing.segments import Segment
from pipeline.stages.dosing.strengths import Draft

__all__ = ["Drug", "find_doses"]
_BEHIND_BLOCKS = 1
_BEHIND_SEGMENTS = 3
_SHORT = 40
_INSTRUCTS = re.compile(
    r"\b(?:take|taken|repeat|drink|drunk|use|used|give|given|make it|continue|course|treatment"
    r"|therapy"
    r"|times|every|duration|frequency|maximum|exceed|no more|not more|so|do this|apply|admission)\b"
)
_INSTEAD = re.compile(r"\b(?:make (?:it|that)|do it|go)\b")


def find_doses(
    text: str,
    segments: Sequence[Segment],
    drugs: Iterable[Drug],
    *,
    anonymous: bool = False,
) -> tuple[DoseMention, ...]:
    """The regimens that `text` states, in order; all offsets are into `text`.

    `segments` come from `segment(text, blocks)`; `drugs` are the drug mentions with their spans.
    With `anonymous`, doses for which no drug can be found are kept too, with `drug` None.
    """
    index = DrugIndex(tuple(drugs))
    claims: list[Claim] = []
    strengths = StrengthMemory()
    if not len(index) and not anonymous:
        return ()
    for number, segment in enumerate(segments):
        named = index.within(segment.span)
        near = named or anonymous or _near(claims, segment, number)
        governing = None if named else governing_drug(segments, number, index)
        columns = any(index.within(head) for head in segment.headers)
        if not (near or governing or columns) or not worth_reading(segment.span.of(text)):
            continue
        _read_segment(text, segment, number, named, governing, claims, anonymous, index, strengths)
    mentions = [mention_of(text, claim) for claim in claims]
    return _without_repeats([mention for mention in mentions if mention is not None])


def _near(claims: Sequence[Claim], segment: Segment, number: int) -> bool:
    """True when the last claim is so close that `segment` may go on about it."""
    return bool(claims) and _goes_on(claims[-1], segment, number)


def _goes_on(claim: Claim, segment: Segment, number: int) -> bool:
    index, block = claim.reach
    if number - index > _BEHIND_SEGMENTS or segment.heading != claim.segment.heading:
        return False
    if segment.kind is BlockKind.TABLE_ROW or claim.segment.kind is BlockKind.TABLE_ROW:
        return False
    return segment.block - block <= (
        _BEHIND_BLOCKS if segment.kind is not BlockKind.LIST_ITEM else _BEHIND_SEGMENTS
    )


def _read_segment(
    text: str,
    segment: Segment,
    number: int,
    named: Sequence[Drug],
    governing: Drug | None,
    claims: list[Claim],
    anonymous: bool,
    index: DrugIndex,
    strengths: StrengthMemory,
) -> None:
    at = segment.span.start
    local = [replace(drug, span=drug.span.shift(-at)) for drug in named]
    table = segment.kind is BlockKind.TABLE_ROW and segment.cells
    reading = read(row_view(text, segment) if table else segment.span.of(text), local)
    drafted = drafts(reading)
    found = [draft for draft in drafted if is_dose(reading, draft)]
    governing = named[-1] if named else governing
    strengths.note(reading, governing, drafted, found, number)
    if not found:
        if not any(draft.amount for draft in drafted):
            _go_on(claims, reading, segment, number, named)
        return
    for before, draft, following in zip([None, *found], found, [*found[1:], None], strict=False):
        drug = replace(draft.drug[1], span=draft.drug[1].span.shift(at)) if draft.drug else None
        if drug is None and not draft.foreign:
            drug = _inherited(text, segment, draft, governing)
            place = reading.home(draft.at).shift(at)
            drug = _column_drug(segment, place, index) or drug
        if (drug is None and not anonymous) or (drug and NO_MEDICINE.search(drug.written)):
            continue
        claim = Claim(draft, reading, segment, number, drug, draft.drug is None)
        claim.reach = (number, segment.block)
        claim.later = following.at if following else None
        claim.zone = zone_of(before, draft, following, len(reading.text))
        claim.frequencies = list(draft.frequencies)
        claim.durations = list(draft.durations)
        claim.cap = draft.cap.amount if draft.cap else None
        claim.spans = [reading.home(span).shift(at) for span in draft.spans]
        if draft.again and claims and _same(claims[-1], claim):
            _again(claims[-1], claim)
        else:
            claim.again = re.search(r"\banother 1\b", reading.text[draft.at.end :]) is not None
            claims.append(claim)
            claim.strength = strengths.near(drug, number)


def _column_drug(segment: Segment, place: Span, index: DrugIndex) -> Drug | None:
    """The drug in the head of the column that `place` stands in."""
    cell = cell_at(segment, place)
    named = index.within(segment.headers[cell]) if cell is not None else []
    return named[0] if named else None


def _inherited(text: str, segment: Segment, draft: Draft, governing: Drug | None) -> Drug | None:
    if governing is None or draft.amount is None:
        return governing
    return governing if may_inherit(text, segment, governing, draft.amount) else None


def _same(one: Claim, other: Claim) -> bool:
    return (
        one.drug is not None
        and other.drug is not None
        and (one.drug.ingredient or one.drug.written)
        == (other.drug.ingredient or other.drug.written)
        and other.index - one.index <= _BEHIND_SEGMENTS
    )


def _again(claim: Claim, more: Claim) -> None:
    """ "You need to take another tablet": the dose before may be repeated."""
    claim.again = True
    claim.frequencies += more.frequencies
    claim.durations += more.durations
    claim.spans += more.spans


def _go_on(
    claims: list[Claim],
    reading: Reading,
    segment: Segment,
    number: int,
    named: Sequence[Drug],
) -> None:
    """Give the last claim what a following sentence adds: how often, how long, at most."""
    if not claims or not _goes_on(claims[-1], segment, number):
        return
    claim = claims[-1]
    if any(claim.drug is None or drug.ingredient != claim.drug.ingredient for drug in named):
        return
    at = segment.span.start
    claim.reach = (number, segment.block)
    contained = contained_strength(reading)
    if contained and claim.strength is None:
        claim.strength = contained
    daily = [cap for cap in reading.caps if cap.daily]
    if daily and claim.cap is None:
        claim.cap = daily[0].amount
        claim.spans.append(reading.home(daily[0].span).shift(at))
    if len(reading.text) > _SHORT and not _INSTRUCTS.search(reading.text):
        return
    free = [f for f in reading.frequencies if not any(c.span.overlaps(f.span) for c in daily)]
    if free and (not claim.frequencies or _INSTEAD.search(reading.text)) and not reading.amounts:
        claim.frequencies = free
        claim.spans += [reading.home(f.span).shift(at) for f in free]
    if reading.durations and not claim.durations:
        claim.durations = list(reading.durations)
        claim.spans += [reading.home(d.span).shift(at) for d in reading.durations]


def _without_repeats(mentions: Sequence[DoseMention]) -> tuple[DoseMention, ...]:
    """Leave out a dose that repeats an earlier one of the same drug and adds nothing."""
    kept: list[DoseMention] = []
    for mention in mentions:
        again = any(
            other.ingredient == mention.ingredient
            and other.amount == mention.amount
            and mention.per_day in (None, other.per_day)
            and mention.population in (None, other.population)
            and mention.duration_days in (None, other.duration_days)
            and not mention.open_ended
            for other in kept[-4:]
        )
        if not again or mention.drug is None:
            kept.append(mention)
    return tuple(kept)
