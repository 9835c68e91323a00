"""Which sentence of one page stands for which sentence of another, and how much is covered.

First the sentences that agree word for word, in order; then, among the rest, the best pairs by
the share of words they have in common, wherever they stand: copies reorder their paragraphs.
A sentence that stands on pages about many different subjects ("Talk to your doctor before …")
covers next to nothing, so that two pages are not one article because they share a template.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.dedup.cutting import (
    MAX_REWORDED,
    REWORDED,
    Match,
    match_cut_short,
    match_otherwise_cut,
)
from pipeline.stages.dedup.text import Text

SAME = 0.5
"""Dice overlap from which a sentence counts as the other one, reworded (a fifth of the words
replaced on both sides leaves 0.64)."""
RELATED = 0.34
"""Dice overlap from which two sentences are held against one another by the guard only."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Matches sorted by `a`, the share of each page's weight that the other covers, and how
    close the covered sentences are to one another (1.0: verbatim). `cut_a` and `cut_b`: the
    page ends in the middle of a sentence that the other has whole."""

    matches: tuple[Match, ...]
    covered_a: float
    covered_b: float
    closeness: float
    cut_a: bool = False
    cut_b: bool = False


def align(a: Text, b: Text) -> Alignment:
    """The alignment of two pages."""
    matches = _verbatim(a, b)
    matches += match_otherwise_cut(a, b, matches)
    cut_short = match_cut_short(a, b, matches)
    matches += cut_short
    matches += _reworded(a, b, matches)
    matches += _said_again(a, b, matches)
    counted = [m for m in matches if m.overlap >= SAME]
    covered_a = _share(a.weights, {m.a for m in counted})
    covered_b = _share(b.weights, {m.b for m in counted})
    ordered = tuple(sorted(matches, key=lambda m: (m.a, m.b)))
    cut_a = any(len(a.sentences[m.a]) < len(b.sentences[m.b]) for m in cut_short)
    cut_b = bool(cut_short) and not cut_a
    return Alignment(ordered, covered_a, covered_b, _closeness(a, counted), cut_a, cut_b)


def _share(weights: Sequence[float], chosen: set[int]) -> float:
    total = sum(weights)
    return sum(weights[i] for i in sorted(chosen)) / total if total else 0.0


def _closeness(a: Text, counted: Sequence[Match]) -> float:
    total = sum(a.weights[m.a] for m in counted)
    return sum(a.weights[m.a] * m.overlap for m in counted) / total if total else 0.0


def _verbatim(a: Text, b: Text) -> list[Match]:
    """Equal sentences, the first of one with the first of the other, each used once."""
    places: dict[int, list[int]] = defaultdict(list)
    for index, hash_ in reversed(list(enumerate(b.survey.hashes))):
        places[hash_].append(index)
    return [
        Match(index, places[hash_].pop(), 1.0)
        for index, hash_ in enumerate(a.survey.hashes)
        if places.get(hash_)
    ]


def _said_again(a: Text, b: Text, matches: Sequence[Match]) -> list[Match]:
    """Sentences said twice here and once there: covered all the same.

    Last of all, so that a repeated sentence that was *changed* on the other page is held against
    its change and not against the first saying.
    """
    first_a = {h: i for i, h in reversed(list(enumerate(a.survey.hashes)))}
    first_b = {h: i for i, h in reversed(list(enumerate(b.survey.hashes)))}
    used_a, used_b = {m.a for m in matches}, {m.b for m in matches}
    again = [
        Match(i, first_b[h], 1.0)
        for i, h in enumerate(a.survey.hashes)
        if i not in used_a and h in first_b
    ]
    return again + [
        Match(first_a[h], j, 1.0)
        for j, h in enumerate(b.survey.hashes)
        if j not in used_b and h in first_a
    ]


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
        words = b.word_set(j)
        sizes[j] = len(words)
        for word in words:
            index[word].append(j)
    for i in left_a:
        words = a.word_set(i)
        common: Counter[int] = Counter()
        for word in words:
            common.update(index.get(word, ()))
        for j, count in common.items():
            dice = min(2 * count / (len(words) + sizes[j]), REWORDED)
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
