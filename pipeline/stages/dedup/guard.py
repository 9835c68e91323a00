"""What two sentences that stand for one another say differently, where the difference can harm.

The rule is that doubt keeps copies apart: a number, unit, frequency or negation that only one
side has is a difference; so is another order of the same numbers, drugs or people ("adults
10 mg, children 5 mg" and the reverse). A population, an opposite or a condition must have been
*exchanged*: copies are garbled often, and a lost "women" among ten other lost words says nothing
about women. In a sentence that is otherwise the same, losing it is a difference too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.stages.dedup.clash import Clash, facts_of, in_pairs, range_of, without
from pipeline.stages.dedup.cues import (
    DOSE_UNITS,
    TIME_UNITS,
)
from pipeline.stages.dedup.facts import Fact
from pipeline.stages.dedup.names import compare_names, compare_substances, is_slip
from pipeline.stages.dedup.opposites import opposites_of

TOUCHED = 3
"""Words changed on both sides together up to which a sentence is otherwise the same."""


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
        return (
            *_opposites(ours, theirs),
            *compare_substances(our_facts, their_facts, ours, theirs),
        )
    clashes = [
        *_numbers(our_facts, their_facts),
        *_one_sided("frequency", our_facts, their_facts),
        *_one_sided("negation", our_facts, their_facts),
        *_one_sided("comparison", our_facts, their_facts),
        *_populations(our_facts, their_facts, ours, theirs, also_lost=light),
        *compare_names(our_facts, their_facts, ours, theirs, light),
        *_opposites(ours, theirs),
    ]
    if not clashes:
        clashes = [*compare_substances(our_facts, their_facts, ours, theirs)]
    if not clashes:
        clashes = [*_order(our_facts, their_facts)]
    return tuple(clashes)


def _claims(facts: Sequence[Fact]) -> list[tuple[str, str, str]]:
    return [(f.kind, f.value, f.unit) for f in facts]


def _numbers(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[Clash]:
    a, b = facts_of("number", ours), facts_of("number", theirs)
    clashes: list[Clash] = []
    for one, other in in_pairs(without(a, b), without(b, a)):
        clashes.append(Clash(_number_kind(one, other), range_of(one), range_of(other)))
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
    a, b = facts_of(kind, ours), facts_of(kind, theirs)
    return [
        Clash(kind, range_of(one), range_of(other))
        for one, other in in_pairs(without(a, b), without(b, a))
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
    a, b = facts_of(kind, ours), facts_of(kind, theirs)
    only_a, only_b = without(a, b), without(b, a)
    if not (only_a and only_b):  # "kinds" misspelt as "kids" is about no children
        only_a = [f for f in only_a if not _has_slip(our_words[f.first], their_words, our_words)]
        only_b = [f for f in only_b if not _has_slip(their_words[f.first], our_words, their_words)]
    if also_lost or (only_a and only_b):
        return [Clash(kind, range_of(x), range_of(y)) for x, y in in_pairs(only_a, only_b)]
    return []


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


def _has_slip(word: str, others: Sequence[str], own: Sequence[str]) -> bool:
    """True when the other side has `word` with one slip, as a word that this side has not."""
    mine = set(own)
    return any(is_slip(word, other) for other in others if other not in mine)


def _order(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[Clash]:
    """The same numbers, people and drugs in another order say something else."""
    kinds = ("number", "population", "drug")
    a = [f for f in ours if f.kind in kinds]
    b = [f for f in theirs if f.kind in kinds]
    if not any(f.kind == "number" for f in a) or len(a) != len(b):
        return []
    for one, other in zip(a, b, strict=True):
        if (one.value, one.unit) != (other.value, other.unit):
            return [Clash("order", range_of(one), range_of(other))]
    return []
