"""A harmful difference between two sentences, and what it takes to tell facts apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.stages.dedup.facts import Fact

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


def facts_of(kind: str, facts: Iterable[Fact]) -> list[Fact]:
    return [f for f in facts if f.kind == kind]


def without(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """Facts that the other side does not have, counted: two "not" against one leave one."""
    spare = Counter((f.value, f.unit) for f in others)
    rest: list[Fact] = []
    for fact in facts:
        if spare[fact.value, fact.unit]:
            spare[fact.value, fact.unit] -= 1
        else:
            rest.append(fact)
    return rest


def range_of(fact: Fact | None) -> Range:
    return (fact.first, fact.last) if fact else (0, 0)


def in_pairs(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[tuple[Fact | None, Fact | None]]:
    """Left-over facts side by side, the longer side with nothing beside its last ones."""
    size = max(len(ours), len(theirs))
    padded_ours = [*ours, *[None] * (size - len(ours))]
    padded_theirs = [*theirs, *[None] * (size - len(theirs))]
    return list(zip(padded_ours, padded_theirs, strict=True))
