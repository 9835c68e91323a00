"""Sentences that two copies cut differently.

One copy has a list with bullets where the other has running text; one ends in the middle of a
sentence that the other has whole. Neither is a difference in what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.dedup.text import Text

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


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence `a` of one page stands for sentence `b` of the other; `overlap` 1.0 is verbatim."""

    a: int
    b: int
    overlap: float


def match_otherwise_cut(a: Text, b: Text, matches: Sequence[Match]) -> list[Match]:
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


def match_cut_short(a: Text, b: Text, matches: Sequence[Match]) -> list[Match]:
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
