"""From segments to regimens: a dose may be spread over sentences, a list or a table's columns.

Within a segment `assembly` finds what belongs together. Here the rest is found around it: the drug
in the sentence before, the lead-in, the heading or the head of the column; a frequency, duration or
maximum in the sentence behind. Offsets of everything that goes out are those of the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import BlockKind
from pipeline.model.dose import DoseMention
from pipeline.model.mention import Mention
from pipeline.model.span import Span
from pipeline.stages.dosing.about import may_apply, may_dose
from pipeline.stages.dosing.assembly import drafts
from pipeline.stages.dosing.columns import cell_at, row_view
from pipeline.stages.dosing.grammar import Drug, Reading, read
from pipeline.stages.dosing.inherit import (
    DrugIndex,
    StrengthMemory,
    governing_drug,
    is_instruction,
    may_inherit,
    titled_drug,
)
from pipeline.stages.dosing.orders import may_order, orders_of
from pipeline.stages.dosing.regimens import Claim, mention_of, zone_of
from pipeline.stages.dosing.screen import NO_MEDICINE, is_dose, worth_reading
from pipeline.stages.dosing.segments import Segment
from pipeline.stages.dosing.sequel import (
    add_part,
    go_on,
    is_near,
    is_next_part,
    is_same,
    repeat,
)
from pipeline.stages.dosing.spans import forms_beside, mentions_of, parts_of
from pipeline.stages.dosing.strengths import Draft

__all__ = ["Drug", "read_doses"]

_EATEN = re.compile(r"(?<!to )\b(?:eaten|eats?)\b")
_ANOTHER = re.compile(r"\banother 1\b")


@dataclass(frozen=True, slots=True)
class _Page:
    """The text that is read, and the claims found so far: with a drug, and without."""

    text: str
    segments: Sequence[Segment]
    drugs: DrugIndex
    claims: list[Claim]
    nameless: list[Claim]
    parts: list[Mention]
    strengths: StrengthMemory


@dataclass(frozen=True, slots=True)
class Found:
    """The regimens of a text, those of a drug first, and the words they are made of."""

    doses: tuple[DoseMention, ...]
    parts: tuple[Mention, ...]


def read_doses(text: str, segments: Sequence[Segment], drugs: Iterable[Drug]) -> Found:
    """The regimens that `text` states, with their parts; all offsets are into `text`.

    `segments` come from `segment(text, blocks)`; `drugs` are the drug mentions with their spans.
    A dose for which no drug can be found is kept, with `drug` None, where it is a clear order.
    """
    page = _Page(text, segments, DrugIndex(tuple(drugs)), [], [], [], StrengthMemory())
    for number in range(len(segments)):
        _visit(page, number)
    named = _without_repeats([mention_of(text, claim) for claim in page.claims])
    nameless = [mention_of(text, claim) for claim in page.nameless]
    return Found((*named, *nameless), tuple(page.parts))


def _visit(page: _Page, number: int) -> None:
    """Read segment `number`, if it could state a dose of a drug near enough, or an order."""
    segment = page.segments[number]
    named = page.drugs.within(segment.span)
    governing = named[-1] if named else governing_drug(page.segments, number, page.drugs)
    row = segment.kind is BlockKind.TABLE_ROW
    title = None if governing or row else titled_drug(page.segments, number, page.drugs)
    behind = _open(page.claims, segment, number)
    beside = _open(page.nameless, segment, number)
    columns = any(page.drugs.within(head) for head in segment.headers)
    words = segment.span.of(page.text)
    near = governing or title or behind or columns or beside
    likely = may_dose(words)
    read_on = worth_reading(words) and (near or likely or may_order(words))
    if not (read_on or (likely and may_apply(words))):
        at = segment.span.start
        drugs = [drug.span.shift(-at) for drug in named]
        forms = forms_beside(words, drugs) if named or likely else ()
        page.parts.extend(Mention(span.shift(at), label) for span, label in forms)
        return
    reading = _read(page.text, segment, named)
    drafted = drafts(reading)
    found = [draft for draft in drafted if is_dose(reading, draft)]
    page.strengths.note(reading, governing, drafted, found, number)
    sequel = not found and not any(draft.amount for draft in drafted)
    known = len(page.nameless)
    told = False
    for claim in (behind, beside):
        if claim and sequel:
            go_on(claim, reading, segment, number, named)
            told = told or claim.reach[0] == number
    kept: list[Draft] = []
    for before, draft, later in zip([None, *found], found, [*found[1:], None], strict=False):
        timed = bool(draft.frequencies)
        far = title if is_instruction(reading.text, draft.amount, timed=timed) else None
        claim = _claim(page, reading, draft, number, governing or far)
        if claim is not None:
            claim.later = later.at if later else None
            claim.zone = zone_of(before, draft, later, len(reading.text))
            _file(page, claim)
            kept.append(draft)
    if not kept and not (sequel and (behind or beside)):
        _take_orders(page, reading, found, number)
    if _is_drink(named or [near for near in (governing,) if near]):
        return
    told = told or bool(kept) or len(page.nameless) > known
    parts = parts_of(reading, found, told=told)
    page.parts.extend(mentions_of(page.text, reading, parts, segment.span.start))


def _open(claims: Sequence[Claim], segment: Segment, number: int) -> Claim | None:
    """The last of `claims`, where segment `number` may go on about it."""
    return claims[-1] if claims and is_near(claims[-1], segment, number) else None


def _take_orders(page: _Page, reading: Reading, found: Sequence[Draft], number: int) -> None:
    """Claims without a drug, for the drafts that are clear orders all the same."""
    segment = page.segments[number]
    alone = len(page.segments) == 1
    ordered = list(orders_of(reading, found, segment.kind, alone=alone))
    for before, draft, later in zip([None, *ordered], ordered, [*ordered[1:], None], strict=False):
        claim = _claim_of(page, reading, draft, number, None)
        claim.later = later.at if later else None
        claim.zone = zone_of(before, draft, later, len(reading.text))
        page.nameless.append(claim)


def _is_drink(drugs: Sequence[Drug]) -> bool:
    """True where alcohol is all that is spoken of: how much is drunk is no part of a dose."""
    return bool(drugs) and all(drug.ingredient == "alcohol" for drug in drugs)


def _read(text: str, segment: Segment, named: Sequence[Drug]) -> Reading:
    at = segment.span.start
    local = [replace(drug, span=drug.span.shift(-at)) for drug in named]
    table = segment.kind is BlockKind.TABLE_ROW and segment.cells
    return read(row_view(text, segment) if table else segment.span.of(text), local)


def _claim(
    page: _Page, reading: Reading, draft: Draft, number: int, governing: Drug | None
) -> Claim | None:
    """The claim that `draft` makes, with its drug; None when no drug is meant."""
    segment = page.segments[number]
    at = segment.span.start
    drug = replace(draft.drug[1], span=draft.drug[1].span.shift(at)) if draft.drug else None
    if drug is None and not draft.foreign:
        place = reading.home(draft.at).shift(at)
        drug = _column_drug(segment, place, page.drugs)
        drug = drug or _inherited(page.text, segment, draft, governing)
    if draft.drug is None and draft.amount is not None and _EATEN.search(reading.text):
        drug = None
    if drug is None or NO_MEDICINE.search(drug.written):
        return None
    return _claim_of(page, reading, draft, number, drug)


def _claim_of(page: _Page, reading: Reading, draft: Draft, number: int, drug: Drug | None) -> Claim:
    segment = page.segments[number]
    at = segment.span.start
    claim = Claim(draft, reading, segment, number, drug, draft.drug is None)
    claim.reach = (number, segment.block)
    claim.frequencies = list(draft.frequencies)
    claim.durations = list(draft.durations)
    claim.cap = draft.cap.amount if draft.cap else None
    claim.spans = [reading.home(span).shift(at) for span in draft.spans]
    claim.strength = page.strengths.near(drug, number)
    if number and page.segments[number - 1].block == segment.block:
        claim.before = page.segments[number - 1].span
    claim.again = _ANOTHER.search(reading.text, draft.at.end) is not None
    return claim


def _file(page: _Page, claim: Claim) -> None:
    """Add `claim`, or make it the repetition of the one before it."""
    if claim.draft.again and page.claims and is_same(page.claims[-1], claim):
        repeat(page.claims[-1], claim)
    elif page.claims and is_next_part(page.claims[-1], claim):
        add_part(page.claims[-1], claim)
    else:
        page.claims.append(claim)


def _column_drug(segment: Segment, place: Span, index: DrugIndex) -> Drug | None:
    """The drug in the head of the column that `place` stands in, or the one of the whole table."""
    cell = cell_at(segment, place)
    named = index.within(segment.headers[cell]) if cell is not None else []
    if not named and not index.within(segment.span):
        named = [drug for head in segment.headers for drug in index.within(head)]
        named = named if len({drug.ingredient for drug in named}) == 1 else []
    return named[0] if named else None


def _inherited(text: str, segment: Segment, draft: Draft, governing: Drug | None) -> Drug | None:
    if governing is None or draft.amount is None:
        return governing
    return governing if may_inherit(text, segment, governing, draft.amount) else None


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
