"""What two sentences that stand for one another say differently, where the difference can harm.

The rule is that doubt keeps copies apart: a number, unit, frequency or negation that only one
side has is a difference; so is another order of the same numbers, drugs or people ("adults
10 mg, children 5 mg" and the reverse). A population, an opposite or a condition must have been
*exchanged*: copies are garbled often, and a lost "women" among ten other lost words says nothing
about women. In a sentence that is otherwise the same, losing it is a difference too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.stages.dedup.cues import (
    DOSE_UNITS,
    NEGATING_PREFIXES,
    OPPOSITE_PREFIXES,
    OPPOSITES,
    TIME_UNITS,
)
from pipeline.stages.dedup.cues import words as words_of_list
from pipeline.stages.dedup.facts import Fact

TOUCHED = 3
"""Words changed on both sides together up to which a sentence is otherwise the same."""

_DOSE_NOUNS = words_of_list("dose doses dosage dosages course courses tablet tablets")

_GENERIC = words_of_list(
    "type types kind disease diseases disorder disorders syndrome condition conditions stage stages"
)
MIN_STEM = 4
"""Letters a word must have behind a prefix for the prefix to be one."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clash:
    """`what` differs between words `ours` and words `theirs` of two sentences (half-open)."""

    what: str
    ours: Range
    theirs: Range

    @property
    def lost(self) -> bool:
        """True when one side says nothing in its place."""
        return self.ours[0] == self.ours[1] or self.theirs[0] == self.theirs[1]


def compare(
    ours: Sequence[str],
    theirs: Sequence[str],
    our_facts: Sequence[Fact],
    their_facts: Sequence[Fact],
) -> tuple[Clash, ...]:
    """All harmful differences between two sentences with their facts, in a stable order."""
    change = Counter(ours)
    change.subtract(theirs)
    light = sum(abs(n) for n in change.values()) <= TOUCHED
    if _claims(our_facts) == _claims(their_facts):
        return (*_opposites(ours, theirs), *_substances(our_facts, their_facts, ours, theirs))
    clashes = [
        *_numbers(our_facts, their_facts),
        *_one_sided("frequency", our_facts, their_facts),
        *_one_sided("negation", our_facts, their_facts),
        *_one_sided("comparison", our_facts, their_facts),
        *_populations(our_facts, their_facts, ours, theirs, also_lost=light),
        *_names(our_facts, their_facts, ours, theirs, light),
        *_opposites(ours, theirs),
    ]
    if not clashes:
        clashes = [*_substances(our_facts, their_facts, ours, theirs)]
    if not clashes:
        clashes = [*_order(our_facts, their_facts)]
    return tuple(clashes)


def _claims(facts: Sequence[Fact]) -> list[tuple[str, str, str]]:
    return [(f.kind, f.value, f.unit) for f in facts]


def _of(kind: str, facts: Iterable[Fact]) -> list[Fact]:
    return [f for f in facts if f.kind == kind]


def _without(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """Facts that the other side does not have, counted: two "not" against one leave one."""
    spare = Counter((f.value, f.unit) for f in others)
    rest: list[Fact] = []
    for fact in facts:
        if spare[fact.value, fact.unit]:
            spare[fact.value, fact.unit] -= 1
        else:
            rest.append(fact)
    return rest


def _range(fact: Fact | None) -> Range:
    return (fact.first, fact.last) if fact else (0, 0)


def _paired(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[tuple[Fact | None, Fact | None]]:
    """Left-over facts side by side, the longer side with nothing beside its last ones."""
    size = max(len(ours), len(theirs))
    padded_ours = [*ours, *[None] * (size - len(ours))]
    padded_theirs = [*theirs, *[None] * (size - len(theirs))]
    return list(zip(padded_ours, padded_theirs, strict=True))


def _numbers(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[Clash]:
    a, b = _of("number", ours), _of("number", theirs)
    clashes: list[Clash] = []
    for one, other in _paired(_without(a, b), _without(b, a)):
        clashes.append(Clash(_number_kind(one, other), _range(one), _range(other)))
    return clashes


def _number_kind(one: Fact | None, other: Fact | None) -> str:
    """Is it the dose, its unit, how often, how long, or some other number?"""
    if one and other and one.value == other.value:
        return "unit"
    units = {unit for f in (one, other) if f for unit in f.unit.split("/") if unit}
    if units & DOSE_UNITS:
        return "dose"
    if units & {"every", "time"}:
        return "frequency"
    return "duration" if units and units <= TIME_UNITS else "number"


def _one_sided(kind: str, ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[Clash]:
    a, b = _of(kind, ours), _of(kind, theirs)
    return [
        Clash(kind, _range(one), _range(other))
        for one, other in _paired(_without(a, b), _without(b, a))
    ]


def _populations(
    ours: Sequence[Fact],
    theirs: Sequence[Fact],
    our_words: Sequence[str],
    their_words: Sequence[str],
    *,
    also_lost: bool,
) -> list[Clash]:
    kind = "population"
    a, b = _of(kind, ours), _of(kind, theirs)
    only_a, only_b = _without(a, b), _without(b, a)
    if not (only_a and only_b):  # "kinds" misspelt as "kids" is about no children
        only_a = [f for f in only_a if not _has_slip(our_words[f.first], their_words, our_words)]
        only_b = [f for f in only_b if not _has_slip(their_words[f.first], our_words, their_words)]
    if also_lost or (only_a and only_b):
        return [Clash(kind, _range(x), _range(y)) for x, y in _paired(only_a, only_b)]
    return []


def _names(
    ours: Sequence[Fact],
    theirs: Sequence[Fact],
    our_words: Sequence[str],
    their_words: Sequence[str],
    light: bool,
) -> list[Clash]:
    """Drugs and conditions that were exchanged; a misspelt one is the same one."""
    clashes: list[Clash] = []
    for kind in ("drug", "condition"):
        a, b = _of(kind, ours), _of(kind, theirs)
        only_a = [f for f in _without(a, b) if not _stands(f, our_words, theirs, their_words)]
        only_b = [f for f in _without(b, a) if not _stands(f, their_words, ours, our_words)]
        lost = kind == "drug" and light
        if (only_a and only_b) or (lost and (only_a or only_b)):
            clashes += [Clash(kind, _range(x), _range(y)) for x, y in _paired(only_a, only_b)]
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


def _opposites(ours: Sequence[str], theirs: Sequence[str]) -> list[Clash]:
    """Words that ours has more often, whose opposite theirs has more often."""
    more_a, more_b = _surplus(ours, theirs), _surplus(theirs, ours)
    clashes: list[Clash] = []
    for word, at in more_a.items():
        opposites = opposites_of(word)
        if not more_a.keys().isdisjoint(opposites):
            continue  # "small and large" said as "little and big"
        for other in opposites:
            place = more_b.get(other)
            if place is not None:
                clashes.append(Clash("opposite", (at, at + 1), (place, place + 1)))
                break
    return clashes


def _surplus(words: Sequence[str], others: Sequence[str]) -> dict[str, int]:
    """Words that stand here more often than there, with the place of one that is too many."""
    spare = Counter(others)
    surplus: dict[str, int] = {}
    for at, word in enumerate(words):
        spare[word] -= 1
        if spare[word] < 0:
            surplus[word] = at
    return surplus


@lru_cache(maxsize=1 << 16)
def opposites_of(word: str) -> tuple[str, ...]:
    """Listed opposites, and words that differ in an opposing or negating prefix, sorted.

    >>> "hyperglycemia" in opposites_of("hypoglycemia"), "unsafe" in opposites_of("safe")
    (True, True)
    """
    found = set(OPPOSITES.get(word, ()))
    if len(word) >= MIN_STEM:
        found.update(prefix + word for prefix in NEGATING_PREFIXES)
    for prefix in NEGATING_PREFIXES:
        found.update(_with_prefix(word, prefix, ""))
    for one, other in OPPOSITE_PREFIXES:
        found.update(_with_prefix(word, one, other))
        found.update(_with_prefix(word, other, one))
    return tuple(sorted(found))


def _with_prefix(word: str, old: str, new: str) -> tuple[str, ...]:
    """`word` with prefix `new` for `old`, where it has it and enough of a stem is left."""
    if word.startswith(old) and len(word) - len(old) >= MIN_STEM:
        return (new + word[len(old) :],)
    return ()


def _substances(
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


def _has_slip(word: str, others: Sequence[str], own: Sequence[str]) -> bool:
    """True when the other side has `word` with one slip, as a word that this side has not."""
    mine = set(own)
    return any(is_slip(word, other) for other in others if other not in mine)


def is_slip(one: str, other: str) -> bool:
    """True when one letter was added, lost, exchanged or swapped; prednisone and prednisolone,
    two letters apart, are no slip."""
    from rapidfuzz.distance import DamerauLevenshtein

    return abs(len(one) - len(other)) <= 1 and (
        DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1
    )


def _order(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[Clash]:
    """The same numbers, people and drugs in another order say something else."""
    kinds = ("number", "population", "drug")
    a = [f for f in ours if f.kind in kinds]
    b = [f for f in theirs if f.kind in kinds]
    if not any(f.kind == "number" for f in a) or len(a) != len(b):
        return []
    for one, other in zip(a, b, strict=True):
        if (one.value, one.unit) != (other.value, other.unit):
            return [Clash("order", _range(one), _range(other))]
    return []
