"""A text as the rules see it: sentences with their cues, drugs and doses, and what surrounds them.

A rule asks short questions ("is there a drug of this group in the sentence, and a word of combining
between them?"). So everything is found once, filed by sentence, and a rule is left with its logic.
All offsets are into `text`, which is the clean text of a page or a string given to `check`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from pipeline.model.document import BlockKind
from pipeline.model.dose import DoseMention
from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue, Token
from pipeline.stages.dosing.facts.knowledge import Knowledge
from pipeline.stages.dosing.facts.limits import Limit

_CLAUSE = re.compile(
    r"[;:]|(?<=[a-z]{3})[.!?]+\s|\s[–—-]\s|,?\s(?:but|however|instead|while|whereas|yet|otherwise)\s|[()]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """One segment of `text` with what was found in it; the cues of a kind are in order.

    `above` are the indices of its heading and lead-in.
    """

    text: str
    index: int
    span: Span
    kind: BlockKind
    block: int
    cues: Mapping[str, tuple[Cue, ...]]
    doses: tuple[DoseMention, ...] = ()
    above: tuple[int, ...] = ()
    cells: tuple[Span, ...] = ()
    headers: tuple[Span | None, ...] = ()

    def of(self, *kinds: str) -> tuple[Cue, ...]:
        """The cues of any of `kinds`, in order; of two that begin together, the longer first."""
        filed = [self.cues[kind] for kind in kinds if kind in self.cues]
        if len(filed) < 2:
            return filed[0] if filed else ()
        return tuple(sorted(chain.from_iterable(filed), key=reading_order))

    def has(self, *kinds: str) -> bool:
        return not self.cues.keys().isdisjoint(kinds)

    def groups(self, name: str) -> tuple[Cue, ...]:
        """Drugs or words of group `name`."""
        return tuple(c for c in self.cues.get("group", ()) if c.name == name)

    @cached_property
    def words(self) -> str:
        """The sentence as it is written."""
        return self.span.of(self.text)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """What stands between semicolons, colons, dashes, brackets and "but"."""
        cuts = [self.span.start]
        for match in _CLAUSE.finditer(self.text, self.span.start, self.span.end):
            cuts += [match.start(), match.end()]
        cuts.append(self.span.end)
        return tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if b > a)

    def clause_of(self, span: Span) -> Span:
        """From the start of the clause `span` begins in to the end of the one it ends in."""
        touched = [c for c in self.clauses if c.start < span.end and span.start < c.end]
        if not touched:
            return self.span
        return touched[0].cover(touched[-1])


def reading_order(cue: Cue) -> tuple[int, int]:
    """Where cues are sorted by: their start, the longer before the shorter."""
    return cue.span.start, -cue.span.end


@dataclass(frozen=True)
class Passage:
    """`text` with its sentences; the rules' whole world."""

    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    knowledge: Knowledge

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

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
