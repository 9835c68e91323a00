"""A sentence as those see it who ask what is said in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.hits import Hit

TROUBLES = frozenset({"CONDITION", "SYMPTOM"})
THINGS = frozenset({"DRUG", "PROCEDURE", "DEVICE", "LAB", "POPULATION"})
"""What one suffers from; what one uses or does. A label that is neither may be either."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, words `first` up to `last`, with its mentions, hits `low` up to `high`."""

    folded: Sequence[str]
    hits: Sequence[Hit]
    first: int
    last: int
    low: int
    high: int

    def between(self, start: int, end: int) -> list[int]:
        """Indexes of the mentions that begin in the words `start` up to `end`."""
        return [i for i in range(self.low, self.high) if start <= self.hits[i].first < end]


def word_set(words: str) -> frozenset[str]:
    """The folded `words`, parted by spaces."""
    return frozenset(fold(word) for word in words.split(" "))
