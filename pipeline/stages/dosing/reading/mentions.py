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
from pipeline.stages.dosing.reading.assembly import drafts
from pipeline.stages.dosing.reading.columns import row_view
from pipeline.stages.dosing.reading.filing import Page, file_doses, file_orders, open_claim
from pipeline.stages.dosing.reading.glance import worth_reading
from pipeline.stages.dosing.reading.grammar import Drug, Reading, read
from pipeline.stages.dosing.reading.inherit import (
    DrugIndex,
    governing_drug,
    is_instruction,
    titled_drug,
)
from pipeline.stages.dosing.reading.orders import orders_of
from pipeline.stages.dosing.reading.regimens import Claim, mention_of
from pipeline.stages.dosing.reading.screen import is_dose
from pipeline.stages.dosing.reading.segments import Segment
from pipeline.stages.dosing.reading.sequel import go_on, hold_for_all
from pipeline.stages.dosing.reading.spans import forms_beside, mentions_of, parts_of
from pipeline.stages.dosing.reading.strengths import Draft

__all__ = ["Drug", "read_doses"]

_EATEN = re.compile(r"(?<!to )\b(?:eaten|eats?)\b")
_ANOTHER = re.compile(r"\banother 1\b")
_CLOSING = 2
"""A sentence so many blocks below a plan may close it."""


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
    page = Page(text, segments, DrugIndex(tuple(drugs)))
    for number in range(len(segments)):
        _visit(page, number)
    named = _without_repeats([mention_of(text, claim) for claim in page.claims])
    nameless = [mention_of(text, claim) for claim in page.nameless]
    return Found((*named, *nameless), tuple(page.parts))


def _visit(page: Page, number: int) -> None:
    """Read segment `number`, if it could state a dose of a drug near enough, or an order."""
    segment = page.segments[number]
    words = segment.span.of(page.text)
    near = _near(page, number)
    worth, likely = worth_reading(words, near=near.any)
    if worth:
        _read_segment(page, number, near)
    elif near.named or likely:
        at = segment.span.start
        drugs = [drug.span.shift(-at) for drug in near.named]
        forms = forms_beside(words, drugs)
        page.parts.extend(Mention(span.shift(at), label) for span, label in forms)


@dataclass(frozen=True, slots=True)
class _Near:
    """What a segment may speak of: the drugs it names, the drug that governs it, the drug of the
    page, claims that it may go on about, and a drug in the head of one of its columns."""

    named: list[Drug]
    governing: Drug | None
    title: Drug | None
    behind: Claim | None
    beside: Claim | None
    columns: bool

    @property
    def any(self) -> bool:
        return bool(self.governing or self.title or self.behind or self.columns or self.beside)


def _near(page: Page, number: int) -> _Near:
    segment, drugs = page.segments[number], page.drugs
    named = drugs.within(segment.span)
    governing = named[-1] if named else governing_drug(page.segments, number, drugs)
    row = segment.kind is BlockKind.TABLE_ROW
    return _Near(
        named,
        governing,
        None if governing or row else titled_drug(page.segments, number, drugs),
        open_claim(page.claims, segment, number),
        open_claim(page.nameless, segment, number),
        any(drugs.within(head) for head in segment.headers),
    )


def _read_segment(page: Page, number: int, near: _Near) -> None:
    """File what segment `number` says, as doses, as more about an earlier dose, or as orders."""
    segment = page.segments[number]
    reading = _read(page.text, segment, near.named)
    drafted = drafts(reading)
    found = [draft for draft in drafted if is_dose(reading, draft)]
    if segment.kind is BlockKind.TABLE_ROW:
        page.strengths.carry(number)
    page.strengths.note(reading, near.governing, drafted, found, number)
    sequel = not found and not any(draft.amount for draft in drafted)
    told = False
    for claim in (near.behind, near.beside):
        if claim and sequel:
            go_on(claim, reading, segment, number, near.named)
            told = told or claim.reach[0] == number
    if sequel and page.claims and segment.block - page.claims[-1].segment.block <= _CLOSING:
        hold_for_all(page.claims, reading, near.named)
    governing = [near.governing or _far(near.title, reading, draft) for draft in found]
    kept = file_doses(page, reading, found, number, governing)
    ordered: list[Draft] = []
    if not kept and not (sequel and (near.behind or near.beside)):
        ordered = list(orders_of(reading, found, segment.kind, alone=len(page.segments) == 1))
        file_orders(page, reading, ordered, number)
    if _is_drink(near.named or [drug for drug in (near.governing,) if drug]):
        return
    parts = parts_of(reading, found, told=told or bool(kept or ordered))
    page.parts.extend(mentions_of(page.text, reading, parts, segment.span.start))


def _far(title: Drug | None, reading: Reading, draft: Draft) -> Drug | None:
    """The drug of the page's title, for a draft that is a clear instruction."""
    told = is_instruction(reading.text, draft.amount, timed=bool(draft.frequencies))
    return title if told else None


def _is_drink(drugs: Sequence[Drug]) -> bool:
    """True where alcohol is all that is spoken of: how much is drunk is no part of a dose."""
    return bool(drugs) and all(drug.ingredient == "alcohol" for drug in drugs)


def _read(text: str, segment: Segment, named: Sequence[Drug]) -> Reading:
    at = segment.span.start
    local = [replace(drug, span=drug.span.shift(-at)) for drug in named]
    table = segment.kind is BlockKind.TABLE_ROW and segment.cells
    return read(row_view(text, segment) if table else segment.span.of(text), local)


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
            and not _two_products(other, mention)
            for other in kept[-4:]
        )
        if not again or mention.drug is None:
            kept.append(mention)
    return tuple(kept)


def _two_products(one: DoseMention, other: DoseMention) -> bool:
    """True for a caplet and a sachet: as much of one drug, and yet taken both."""
    return None not in (one.form, other.form) and one.form != other.form
