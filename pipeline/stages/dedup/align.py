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
from functools import cached_property
from itertools import accumulate

from pipeline.model.span import Span
from pipeline.stages.dedup.facts import Concept, Fact, find_facts
from pipeline.stages.dedup.survey import Survey
from pipeline.stages.dedup.titles import singular

Sentence = tuple[str, ...]

SAME = 0.5
"""Dice overlap from which a sentence counts as the other one, reworded (a fifth of the words
replaced on both sides leaves 0.64)."""
RELATED = 0.34
"""Dice overlap from which two sentences are held against one another by the guard only."""
REWORDED = 0.999
"""The most that sentences with the same words in another order or number can overlap: a "not"
added to a sentence that has one already changes everything but the set of its words."""
LEAST_CUT = 4
"""Words from which a sentence is looked for in pieces, or as a piece, of others."""
CUT_OVERLAP = 0.6
"""Dice overlap of a cut-off sentence with the beginning of the one it was cut from."""
MAX_REWORDED = 600
"""Sentences on either side above which rewording is not looked for: pages of that size are books
or hostile, and without this every pair of them would cost the square of it."""


class Text:
    """A survey unpacked for comparison, with what is worth computing once for all its pairs.

    `offsets` are the sentences' first words on the page; `weights` their words, less where the
    sentence is common property.
    """

    def __init__(self, survey: Survey, commonness: Mapping[int, float]) -> None:
        self.survey = survey
        self.sentences = tuple(survey.sentences)
        self.offsets = tuple(accumulate((len(s) for s in self.sentences), initial=0))
        self.weights = tuple(
            len(s) * commonness.get(h, 1.0)
            for s, h in zip(self.sentences, survey.hashes, strict=True)
        )
        self._facts: dict[int, tuple[Fact, ...]] = {}
        self._sets: dict[int, frozenset[str]] = {}

    @cached_property
    def spans(self) -> list[Span]:
        """The page span of each word."""
        return self.survey.spans()

    @cached_property
    def said(self) -> frozenset[int]:
        """The hashes of the sentences."""
        return frozenset(self.survey.hashes)

    @cached_property
    def flat(self) -> str:
        """All words, each with a space on both sides."""
        return " " + self.survey.words.replace("\n", " ") + " "

    @cached_property
    def bounds(self) -> dict[int, int]:
        """Which sentence begins behind the space at each offset of `flat`."""
        sizes = (sum(map(len, s)) + len(s) for s in self.sentences)
        return {offset: i for i, offset in enumerate(accumulate(sizes, initial=0))}

    def facts(self, index: int, last: int | None = None) -> tuple[Fact, ...]:
        """The facts of sentence `index`, or of its words up to `last`."""
        if last is None:
            if index not in self._facts:
                self._facts[index] = self._find_facts(index, len(self.sentences[index]))
            return self._facts[index]
        return self._find_facts(index, last)

    def _find_facts(self, index: int, last: int) -> tuple[Fact, ...]:
        low = self.offsets[index]
        concepts = [
            Concept(c.first - low, c.last - low, c.kind, c.id)
            for c in self.survey.concepts
            if low <= c.first and c.last <= low + last
        ]
        return find_facts(self.sentences[index][:last], concepts)

    def word_set(self, index: int) -> frozenset[str]:
        """The distinct words of sentence `index`."""
        if index not in self._sets:
            self._sets[index] = frozenset(self.sentences[index])
        return self._sets[index]

    @cached_property
    def subject_counts(self) -> Counter[str]:
        """How often each word stands on the page, in the form that titles are compared in."""
        return Counter(singular(w) for s in self.sentences for w in s)


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence `a` of one page stands for sentence `b` of the other; `overlap` 1.0 is verbatim."""

    a: int
    b: int
    overlap: float


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
    matches += _otherwise_cut(a, b, matches)
    cut_short = _cut_short(a, b, matches)
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


def _otherwise_cut(a: Text, b: Text, matches: Sequence[Match]) -> list[Match]:
    """Sentences that are several whole sentences of the other page, word for word.

    One copy has a list with bullets where the other has running text. Only whole sentences
    count: "take 10 mg" inside "never take 10 mg" is not the same sentence.
    """
    used_a, used_b = {m.a for m in matches}, {m.b for m in matches}
    found: list[Match] = []
    left = max(len(a.sentences) - len(used_a), len(b.sentences) - len(used_b))
    if left > MAX_REWORDED:
        return found
    for i in range(len(a.sentences)):
        for j in _parts(a, i, b, used_b) if i not in used_a else ():
            found.append(Match(i, j, 1.0))
            used_a.add(i)
            used_b.add(j)
    for j in range(len(b.sentences)):
        for i in _parts(b, j, a, used_a) if j not in used_b else ():
            found.append(Match(i, j, 1.0))
            used_a.add(i)
            used_b.add(j)
    return found


def _parts(whole: Text, index: int, other: Text, used: set[int]) -> range:
    """The unused sentences of `other` that make up sentence `index` of `whole`."""
    words = whole.sentences[index]
    if len(words) < LEAST_CUT:
        return range(0)
    at = other.flat.find(" " + " ".join(words) + " ")
    first, last = other.bounds.get(at), other.bounds.get(at + sum(map(len, words)) + len(words))
    if at < 0 or first is None or last is None or not used.isdisjoint(range(first, last)):
        return range(0)
    return range(first, last)


def _cut_short(a: Text, b: Text, matches: Sequence[Match]) -> list[Match]:
    """The last sentence of a page that was cut off in the middle of one of the other's."""
    used_a, used_b = {m.a for m in matches}, {m.b for m in matches}
    last_a, last_b = len(a.sentences) - 1, len(b.sentences) - 1
    if last_a not in used_a:
        for j in range(len(b.sentences)):
            if j not in used_b and is_cut_from(a, last_a, b, j):
                return [Match(last_a, j, REWORDED)]
    if last_b not in used_b:
        for i in range(len(a.sentences)):
            if i not in used_a and is_cut_from(b, last_b, a, i):
                return [Match(i, last_b, REWORDED)]
    return []


def is_cut_from(part: Text, index: int, whole: Text, at: int) -> bool:
    """True when sentence `index` is the last of its page and the beginning of `whole`'s `at`.

    Its last word may be cut short; where the page is known to be cut off, it may be reworded.
    """
    words, others = part.sentences[index], whole.sentences[at]
    if index != len(part.sentences) - 1 or len(words) >= len(others):
        return False
    last = len(words) - 1
    if words[:last] == others[:last]:
        return words[last] == others[last] or (last > 2 and others[last].startswith(words[last]))
    if not part.survey.cut_off or len(words) < LEAST_CUT:
        return False
    mine, theirs = part.word_set(index), frozenset(others[: len(words)])
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) >= CUT_OVERLAP


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
