"""Of which drug a draft is, and where its claim is filed.

A dose names its drug, or stands in a column headed by one, or takes over the one that governs its
segment. What is then only another tablet of the dose before, or its evening half, is added to that
dose; everything else is a claim of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.model.mention import Mention
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.columns import cell_at
from pipeline.stages.dosing.reading.grammar import Drug, Reading
from pipeline.stages.dosing.reading.inherit import DrugIndex, StrengthMemory, may_inherit
from pipeline.stages.dosing.reading.regimens import Claim, zone_of
from pipeline.stages.dosing.reading.screen import NO_MEDICINE
from pipeline.stages.dosing.reading.segments import Segment
from pipeline.stages.dosing.reading.sequel import add_part, is_near, is_next_part, is_same, repeat
from pipeline.stages.dosing.reading.strengths import Draft

_EATEN = re.compile(r"(?<!to )\b(?:eaten|eats?)\b")
_ANOTHER = re.compile(
    r"\banother 1\b|\brepeat(?:ed)? (?:it |this |the (?:dose|same) )?(?:at|in the|with|before|on) "
)


@dataclass(frozen=True, slots=True)
class Page:
    """The text that is read, and the claims found so far: with a drug, and without."""

    text: str
    segments: Sequence[Segment]
    drugs: DrugIndex
    claims: list[Claim] = field(default_factory=list)
    nameless: list[Claim] = field(default_factory=list)
    parts: list[Mention] = field(default_factory=list)
    strengths: StrengthMemory = field(default_factory=StrengthMemory)


def open_claim(claims: Sequence[Claim], segment: Segment, number: int) -> Claim | None:
    """The last of `claims`, where segment `number` may go on about it."""
    return claims[-1] if claims and is_near(claims[-1], segment, number) else None


def file_doses(
    page: Page,
    reading: Reading,
    found: Sequence[Draft],
    number: int,
    governing: Sequence[Drug | None],
) -> list[Draft]:
    """File the claims of those drafts of segment `number` that are of a drug, and return these.

    `governing` has, for each draft, the drug that words above give it.
    """
    kept: list[Draft] = []
    drafts = zip([None, *found], found, [*found[1:], None], governing, strict=False)
    for before, draft, later, above in drafts:
        drug = _drug_of(page, reading, draft, number, above)
        if drug is None or NO_MEDICINE.search(drug.written):
            continue
        claim = _claim(page, reading, (before, draft, later), number, drug)
        _file(page, claim)
        kept.append(draft)
    return kept


def file_orders(page: Page, reading: Reading, ordered: Iterable[Draft], number: int) -> None:
    """File clear orders of segment `number` as claims without a drug."""
    found = list(ordered)
    for around in zip([None, *found], found, [*found[1:], None], strict=False):
        page.nameless.append(_claim(page, reading, around, number, None))


def _drug_of(
    page: Page, reading: Reading, draft: Draft, number: int, governing: Drug | None
) -> Drug | None:
    """The drug of `draft`, at its place on the page; None when no drug is meant."""
    segment = page.segments[number]
    if draft.drug:
        drug = draft.drug[1]
        return replace(drug, span=drug.span.shift(segment.span.start))
    if draft.amount is not None and _EATEN.search(reading.text):
        return None
    if draft.foreign:
        return None
    place = reading.home(draft.at).shift(segment.span.start)
    return _column_drug(segment, place, page.drugs) or _inherited(
        page.text, segment, draft, governing
    )


def _claim(
    page: Page,
    reading: Reading,
    around: tuple[Draft | None, Draft, Draft | None],
    number: int,
    drug: Drug | None,
) -> Claim:
    """The claim that the middle draft of `around` makes, between its neighbours."""
    before, draft, later = around
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
    claim.later = later.at if later else None
    claim.zone = zone_of(before, draft, later, len(reading.text))
    return claim


def _file(page: Page, claim: Claim) -> None:
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
