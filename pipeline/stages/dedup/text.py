"""A survey unpacked for comparison, with what is worth computing once for all its pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate

from pipeline.model.span import Span
from pipeline.stages.dedup.facts import Concept, Fact, find_facts
from pipeline.stages.dedup.survey import Survey
from pipeline.stages.dedup.titles import singular
from pipeline.text.shingles import words_of

Sentence = tuple[str, ...]


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
        """How often each word stands in the body, in the form that titles are compared in.

        Where the title stands on the page it is left out: it would prove itself.
        """
        title = words_of(self.survey.title).texts
        return Counter(singular(w) for s in self.sentences if s != title for w in s)
