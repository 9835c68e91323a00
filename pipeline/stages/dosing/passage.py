"""A text as the rules see it: sentences with their cues, drugs and doses, and what surrounds them.

A rule asks short questions ("is there a drug of this group in the sentence, and a word of combining
between them?"). So everything is found once, filed by sentence, and a rule is left with its logic.
All offsets are into `text`, which is the clean text of a page or a string given to `check`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from pipeline.model.document import BlockKind
from pipeline.model.dose import DoseMention
from pipeline.model.span import Span
from pipeline.stages.dosing.cues import Cue, Token, tokenize
from pipeline.stages.dosing.knowledge import Knowledge
from pipeline.stages.dosing.limits import Limit

_CLAUSE = re.compile(
    r"[;:]|\s[–—-]\s|,?\s(?:but|however|instead|while|whereas|yet|otherwise)\s|[()]", re.IGNORECASE
)


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


@dataclass(frozen=True)
class Sentence:
    """One segment with what was found in it. `above` are the indices of its heading and lead-in."""

    index: int
    span: Span
    kind: BlockKind
    block: int
    cues: Mapping[str, tuple[Cue, ...]]
    doses: tuple[DoseMention, ...] = ()
    above: tuple[int, ...] = ()
    clauses: tuple[Span, ...] = ()
    cells: tuple[Span, ...] = ()
    headers: tuple[Span | None, ...] = ()

    def of(self, *kinds: str) -> tuple[Cue, ...]:
        """The cues of any of `kinds`, in order."""
        found = [cue for kind in kinds for cue in self.cues.get(kind, ())]
        return tuple(sorted(found, key=lambda c: (c.span.start, -c.span.end))) if found else ()

    def has(self, *kinds: str) -> bool:
        return any(kind in self.cues for kind in kinds)

    def groups(self, name: str) -> tuple[Cue, ...]:
        """Drugs or words of group `name`."""
        return tuple(c for c in self.cues.get("group", ()) if c.name == name)

    def clause_of(self, span: Span) -> Span:
        """From the start of the clause `span` begins in to the end of the one it ends in."""
        touched = [c for c in self.clauses if c.start < span.end and span.start < c.end]
        if not touched:
            return self.span
        return touched[0].cover(touched[-1])


@dataclass(frozen=True)
class Passage:
    """`text` with its sentences; the rules' whole world."""

    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    knowledge: Knowledge
    drugs: tuple[DrugMention, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that `offset` stands in, or the last one that began before it."""
        index = bisect_right(self._starts, offset) - 1
        return self.sentences[index] if index >= 0 else None

    def before(self, sentence: Sentence, count: int = 1) -> Sentence | None:
        index = sentence.index - count
        return self.sentences[index] if index >= 0 else None

    def after(self, sentence: Sentence, count: int = 1) -> Sentence | None:
        index = sentence.index + count
        return self.sentences[index] if index < len(self.sentences) else None

    def near(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The neighbours of `sentence` in the same block, and its heading and lead-in."""
        found = [s for s in (self.before(sentence), self.after(sentence)) if s]
        found = [s for s in found if s.block == sentence.block]
        found += [self.sentences[i] for i in sentence.above]
        return tuple(found)

    def words_between(self, a: Span, b: Span) -> str:
        """The text between two spans, in lower case."""
        first, second = sorted((a, b))
        return self.text[first.end : max(first.end, second.start)].lower()

    def limit(self, ingredient: str | None) -> Limit | None:
        return self.knowledge.limits.any(ingredient)

    def is_rx(self, ingredient: str | None) -> bool:
        row = self.limit(ingredient)
        return row is not None and row.status == "rx"

    def drug_class(self, ingredient: str | None) -> str:
        row = self.limit(ingredient)
        return row.drug_class if row else "B"


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
    starts = tuple(t.span.start for t in tokens)
    segments = sorted(segments, key=lambda s: s.span)
    opens = tuple(s.span.start for s in segments)
    by_sentence: list[list[DoseMention]] = [[] for _ in segments]
    for dose in doses:
        at = bisect_right(opens, dose.span.start) - 1
        if at >= 0:
            by_sentence[at].append(dose)
    sentences: list[Sentence] = []
    for index, piece in enumerate(segments):
        first = bisect_left(starts, piece.span.start)
        last = bisect_left(starts, piece.span.end)
        cues: dict[str, list[Cue]] = {}
        for cue in knowledge.phrasebook.find(tokens, first, last):
            cues.setdefault(cue.kind, []).append(cue)
        sentences.append(
            Sentence(
                index,
                piece.span,
                piece.kind,
                piece.block,
                {kind: tuple(found) for kind, found in cues.items()},
                tuple(by_sentence[index]),
                tuple(_above(piece, opens)),
                _clauses(text, piece.span),
                piece.cells,
                piece.headers,
            )
        )
    passage = Passage(text, tuple(sentences), tokens, knowledge, tuple(drugs), opens)
    return _with_drugs(passage, drugs, complaints, starts)


def _with_drugs(
    passage: Passage,
    drugs: Sequence[DrugMention],
    complaints: Iterable[Span],
    starts: Sequence[int],
) -> Passage:
    """`passage` with a `drug` cue, and the cues of its groups, for each drug; and complaints."""
    added: dict[int, list[Cue]] = {}
    for span in complaints:
        sentence = passage.sentence_at(span.start)
        if sentence is not None:
            at = bisect_left(starts, span.start)
            added.setdefault(sentence.index, []).append(Cue("complaint", "complaint", span, at, at))
    for drug in drugs:
        sentence = passage.sentence_at(drug.span.start)
        if sentence is None or drug.ingredient is None:
            continue
        first = bisect_left(starts, drug.span.start)
        last = max(first, bisect_left(starts, drug.span.end) - 1)
        cues = added.setdefault(sentence.index, [])
        cues.append(Cue("drug", drug.ingredient, drug.span, first, last))
        for group in passage.knowledge.groups_of.get(drug.ingredient, ()):
            cues.append(Cue("group", group, drug.span, first, last))
    if not added:
        return passage
    sentences = list(passage.sentences)
    for index, cues in added.items():
        old = sentences[index]
        merged = {kind: list(found) for kind, found in old.cues.items()}
        for cue in cues:
            if not any(c.name == cue.name and c.span == cue.span for c in merged.get(cue.kind, ())):
                merged.setdefault(cue.kind, []).append(cue)
        cues_by_kind = {kind: tuple(found) for kind, found in merged.items()}
        sentences[index] = replace(old, cues=cues_by_kind)
    return Passage(
        passage.text,
        tuple(sentences),
        passage.tokens,
        passage.knowledge,
        tuple(drugs),
        passage._starts,
    )


def _above(piece: Piece, opens: Sequence[int]) -> Iterable[int]:
    """Indices of the sentences that hold the heading and the lead-in of `piece`."""
    for span in (piece.heading, piece.lead):
        if span is not None:
            index = bisect_right(opens, span.start) - 1
            if index >= 0:
                yield index


def _clauses(text: str, span: Span) -> tuple[Span, ...]:
    """The clauses of a sentence: what stands between semicolons, colons, dashes and "but"."""
    cuts = [span.start]
    for match in _CLAUSE.finditer(text, span.start, span.end):
        cuts += [match.start(), match.end()]
    cuts.append(span.end)
    pieces = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if b > a]
    return tuple(pieces)
