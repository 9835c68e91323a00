"""Drugs and conditions: the same one, misspelt, or another.

The lexicon decides, not the spelling: prednisone and prednisolone differ by less than many a
typing error, paracetamol and acetaminophen not at all. What no lexicon knows is told by its place:
whatever X is, "10 mg of X" is a drug.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.dedup.clash import Clash, facts_of, in_pairs, range_of, without
from pipeline.stages.dedup.cues import DOSE_UNITS
from pipeline.stages.dedup.cues import words as words_of_list
from pipeline.stages.dedup.facts import Fact

_DOSE_NOUNS = words_of_list("dose doses dosage dosages course courses tablet tablets")

_GENERIC = words_of_list(
    "type types kind disease diseases disorder disorders syndrome condition conditions stage stages"
)


def compare_names(
    ours: Sequence[Fact],
    theirs: Sequence[Fact],
    our_words: Sequence[str],
    their_words: Sequence[str],
    light: bool,
) -> list[Clash]:
    """Drugs and conditions that were exchanged; a misspelt one is the same one."""
    clashes: list[Clash] = []
    for kind in ("drug", "condition"):
        a, b = facts_of(kind, ours), facts_of(kind, theirs)
        only_a = [f for f in without(a, b) if not _stands(f, our_words, theirs, their_words)]
        only_b = [f for f in without(b, a) if not _stands(f, their_words, ours, our_words)]
        lost = kind == "drug" and light
        if (only_a and only_b) or (lost and (only_a or only_b)):
            clashes += [Clash(kind, range_of(x), range_of(y)) for x, y in in_pairs(only_a, only_b)]
    return clashes


def _stands(fact: Fact, words: Sequence[str], facts: Sequence[Fact], others: Sequence[str]) -> bool:
    """True when the other side has this name too: unrecognised there, with one slip, or as
    "kind 1 diabetes" for "type 1 diabetes".

    Words that the other side uses for another name do not count: diabetes insipidus is no
    diabetes.
    """
    name = words[fact.first : fact.last]
    claimed: set[int] = set()
    for other in facts:
        if other.known and not set(others[other.first : other.last]).issubset(name):
            claimed.update(range(other.first, other.last))
    free = {word for i, word in enumerate(others) if i not in claimed}
    return all(
        word in free
        or word in _GENERIC
        or (len(word) > 4 and any(is_slip(word, other) for other in free))
        for word in name
    )


def compare_substances(
    ours: Sequence[Fact],
    theirs: Sequence[Fact],
    our_words: Sequence[str],
    their_words: Sequence[str],
) -> list[Clash]:
    """ "10 mg of X" against "10 mg of Y", whatever X and Y are."""
    clashes: list[Clash] = []
    a, b = _substances_of(ours, our_words), _substances_of(theirs, their_words)
    if len(a) != len(b):
        return []
    for at, place in zip(a, b, strict=True):
        one, two = our_words[at], their_words[place]
        known = any(f.known and f.first <= at < f.last for f in ours) or any(
            f.known and f.first <= place < f.last for f in theirs
        )
        if one != two and not (known and is_slip(one, two)):
            clashes.append(Clash("drug", (at, at + 1), (place, place + 1)))
    return clashes


def _substances_of(facts: Sequence[Fact], words: Sequence[str]) -> list[int]:
    """Places of X in "10 mg of X" and, in a sentence with a dose, in "the usual dose of X"."""
    doses = [f for f in facts if f.kind == "number" and set(f.unit.split("/")) & DOSE_UNITS]
    if not doses:
        return []
    heads = {f.last for f in doses}
    return [
        at + 1
        for at, word in enumerate(words[:-1])
        if word == "of" and (at in heads or (at and words[at - 1] in _DOSE_NOUNS))
    ]


def is_slip(one: str, other: str) -> bool:
    """True when one letter was added, lost, exchanged or swapped; prednisone and prednisolone,
    two letters apart, are no slip."""
    from rapidfuzz.distance import DamerauLevenshtein

    return abs(len(one) - len(other)) <= 1 and (
        DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1
    )
