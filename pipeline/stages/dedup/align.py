"""Which sentence of one page stands for which sentence of another, and how much is covered.

First the sentences that agree word for word, in order; then, among the rest, the best pairs by
the share of words they have in common, wherever they stand: copies reorder their paragraphs.
A sentence that stands on pages about many different subjects ("Talk to your doctor before …")
covers next to nothing, so that two pages are not one article because they share a template.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.stages.dedup.facts import Concept
from pipeline.stages.dedup.survey import Survey

Sentence = tuple[str, ...]

SAME = 0.5
"""Dice overlap from which a sentence counts as the other one, reworded (a fifth of the words
replaced on both sides leaves 0.64)."""
RELATED = 0.34
"""Dice overlap from which two sentences are held against one another by the guard only."""
MAX_REWORDED = 1_200
"""Sentences on either side above which rewording is not looked for: pages of that size are books
or hostile, and without this every pair of them would cost the square of it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A survey unpacked for comparison; `offsets` are the sentences' first words on the page."""

    survey: Survey
    sentences: tuple[Sentence, ...]
    offsets: tuple[int, ...]
    weights: tuple[float, ...]

    @classmethod
    def of(cls, survey: Survey, commonness: Mapping[int, float]) -> Text:
        sentences = tuple(survey.sentences)
        offsets, at = [], 0
        for sentence in sentences:
            offsets.append(at)
            at += len(sentence)
        weights = tuple(
            len(s) * commonness.get(h, 1.0) for s, h in zip(sentences, survey.hashes, strict=True)
        )
        return cls(survey, sentences, tuple(offsets), weights)

    def concepts(self, index: int) -> tuple[Concept, ...]:
        """Concepts of sentence `index`, with offsets into it."""
        low = self.offsets[index]
        high = low + len(self.sentences[index])
        return tuple(
            Concept(c.first - low, min(c.last, high) - low, c.kind, c.id)
            for c in self.survey.concepts
            if low <= c.first < high
        )


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence `a` of one page stands for sentence `b` of the other; `overlap` 1.0 is verbatim."""

    a: int
    b: int
    overlap: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Matches sorted by `a`, and the share of each page's weight that the other covers."""

    matches: tuple[Match, ...]
    covered_a: float
    covered_b: float


def align(a: Text, b: Text) -> Alignment:
    """The alignment of two pages."""
    exact = _verbatim(a, b)
    matches = exact + _reworded(a, b, exact)
    counted = [m for m in matches if m.overlap >= SAME]
    covered_a = _share(a.weights, {m.a for m in counted})
    covered_b = _share(b.weights, {m.b for m in counted})
    ordered = tuple(sorted(matches, key=lambda m: (m.a, m.b)))
    return Alignment(ordered, covered_a, covered_b)


def _share(weights: Sequence[float], chosen: set[int]) -> float:
    total = sum(weights)
    return sum(weights[i] for i in sorted(chosen)) / total if total else 0.0


def _verbatim(a: Text, b: Text) -> list[Match]:
    """Equal sentences, the first of one with the first of the other, and so on."""
    places: dict[int, list[int]] = defaultdict(list)
    for index, hash_ in reversed(list(enumerate(b.survey.hashes))):
        places[hash_].append(index)
    found: list[Match] = []
    last: dict[int, int] = {}
    for index, hash_ in enumerate(a.survey.hashes):
        if places[hash_]:
            last[hash_] = places[hash_].pop()
            found.append(Match(index, last[hash_], 1.0))
        elif hash_ in last:  # said twice here and once there: covered all the same
            found.append(Match(index, last[hash_], 1.0))
    for hash_, rest in places.items():
        if hash_ in last:
            first = next(m.a for m in found if m.b == last[hash_])
            found.extend(Match(first, index, 1.0) for index in rest)
    return found


def _reworded(a: Text, b: Text, exact: Sequence[Match]) -> list[Match]:
    """The best pairs among sentences that have no equal on the other page, each used once."""
    used_a, used_b = {m.a for m in exact}, {m.b for m in exact}
    left_a = [i for i in range(len(a.sentences)) if i not in used_a]
    left_b = [i for i in range(len(b.sentences)) if i not in used_b]
    if not left_a or not left_b or max(len(left_a), len(left_b)) > MAX_REWORDED:
        return []
    scored: list[tuple[float, int, int, int]] = []
    index: dict[str, list[int]] = defaultdict(list)
    sizes = {}
    for j in left_b:
        words = set(b.sentences[j])
        sizes[j] = len(words)
        for word in words:
            index[word].append(j)
    for i in left_a:
        words = set(a.sentences[i])
        common: Counter[int] = Counter()
        for word in words:
            common.update(index.get(word, ()))
        for j, count in common.items():
            dice = 2 * count / (len(words) + sizes[j])
            if dice >= RELATED:
                scored.append((-dice, abs(i - j), i, j))
    scored.sort()
    found: list[Match] = []
    for dice, _, i, j in scored:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            found.append(Match(i, j, -dice))
    return found
