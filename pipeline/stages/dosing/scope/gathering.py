"""Everything that was found in a text, filed by the sentence that it stands in.

The reading side gives segments, drugs and doses, the tagger gives complaints, and the phrasebook
gives cues. A rule wants them by sentence and in order, so they are sorted in here, once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from pipeline.model.document import BlockKind
from pipeline.model.dose import DoseMention
from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue, tokenize
from pipeline.stages.dosing.facts.knowledge import Knowledge
from pipeline.stages.dosing.scope.passage import Passage, Sentence, reading_order
from pipeline.stages.dosing.scope.professionals import deciders


class DrugMention(Protocol):
    """A drug as found in the text."""

    @property
    def span(self) -> Span: ...
    @property
    def written(self) -> str: ...
    @property
    def ingredient(self) -> str | None: ...


class Piece(Protocol):
    """A segment of the text: a sentence, a list item's sentence or a table row."""

    @property
    def span(self) -> Span: ...
    @property
    def kind(self) -> BlockKind: ...
    @property
    def block(self) -> int: ...
    @property
    def heading(self) -> Span | None: ...
    @property
    def lead(self) -> Span | None: ...
    @property
    def cells(self) -> tuple[Span, ...]: ...
    @property
    def headers(self) -> tuple[Span | None, ...]: ...


def read_passage(
    text: str,
    segments: Sequence[Piece],
    drugs: Sequence[DrugMention],
    doses: Iterable[DoseMention],
    knowledge: Knowledge,
    complaints: Iterable[Span] = (),
) -> Passage:
    """File everything by sentence; `complaints` are conditions and symptoms found elsewhere.

    Spans of all arguments are offsets into `text`.
    """
    tokens = tokenize(text)
    starts = [t.start for t in tokens]
    segments = sorted(segments, key=lambda s: s.span)
    opens = [s.span.start for s in segments]
    dosed: list[list[DoseMention]] = [[] for _ in segments]
    for dose in doses:
        if (at := _place(opens, dose.span)) >= 0:
            dosed[at].append(dose)
    named: list[list[Cue]] = [[] for _ in segments]
    for cue in (*_complained(complaints, starts), *_drug_cues(drugs, knowledge, starts)):
        if (at := _place(opens, cue.span)) >= 0:
            named[at].append(cue)
    sentences: list[Sentence] = []
    for index, piece in enumerate(segments):
        first = bisect_left(starts, piece.span.start)
        last = bisect_left(starts, piece.span.end, first)
        said = list(knowledge.phrasebook.find(tokens, first, last))
        if professionals := [cue for cue in said if cue.kind == "professional"]:
            said += deciders(text, piece.span, professionals)
        cues = _by_kind(said, named[index])
        sentences.append(
            Sentence(
                text,
                index,
                piece.span,
                piece.kind,
                piece.block,
                cues,
                tuple(dosed[index]),
                tuple(_above(piece, opens)),
                piece.cells,
                piece.headers,
            )
        )
    return Passage(text, tuple(sentences), tokens, knowledge)


def _place(opens: Sequence[int], span: Span) -> int:
    """Index of the sentence that `span` begins in, or -1."""
    return bisect_right(opens, span.start) - 1


def _complained(complaints: Iterable[Span], starts: Sequence[int]) -> Iterator[Cue]:
    for span in complaints:
        at = bisect_left(starts, span.start)
        yield Cue("complaint", "complaint", span, at, at)


def _drug_cues(
    drugs: Iterable[DrugMention], knowledge: Knowledge, starts: Sequence[int]
) -> Iterator[Cue]:
    """A `drug` cue for each drug that is known, and one for each of its groups."""
    for drug in drugs:
        if drug.ingredient is None:
            continue
        first = bisect_left(starts, drug.span.start)
        last = max(first, bisect_left(starts, drug.span.end) - 1)
        yield Cue("drug", drug.ingredient, drug.span, first, last)
        for group in knowledge.groups_of.get(drug.ingredient, ()):
            yield Cue("group", group, drug.span, first, last)


def _by_kind(said: Iterable[Cue], named: Iterable[Cue]) -> dict[str, tuple[Cue, ...]]:
    """The cues of a sentence by kind, in order; what is both said and named stands once."""
    filed: dict[str, list[Cue]] = {}
    for cue in said:
        filed.setdefault(cue.kind, []).append(cue)
    for cue in named:
        others = filed.setdefault(cue.kind, [])
        if not any(o.name == cue.name and o.span == cue.span for o in others):
            others.append(cue)
    return {
        kind: tuple(sorted(found, key=reading_order) if len(found) > 1 else found)
        for kind, found in filed.items()
    }


def _above(piece: Piece, opens: Sequence[int]) -> Iterator[int]:
    """Indices of the sentences that hold the heading and the lead-in of `piece`."""
    for span in (piece.heading, piece.lead):
        if span is not None and (index := _place(opens, span)) >= 0:
            yield index
