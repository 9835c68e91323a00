"""Imported vocabularies beside the lexicon: more names, and more codes for the names it has.

The lexicon was read by people, releases were not; so at equal length the lexicon's own meaning
stands, and a release adds what it can: its codes, where it knows the same words, or the concept's
preferred name, under the same label. Where only releases know the words, the most trusted one names
the concept and the others add their codes to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.model.terms import ImportedTerm, Terms, Trust
from pipeline.stages.entities.lexicon import Concept, Match
from pipeline.stages.entities.tagger import Term, cue_pattern
from pipeline.stages.entities.words import split_words

OpenTerms = Callable[[], Terms]
"""Opens the index of imported terms, in the process that will ask it."""

REMEMBERED = 20_000


class ImportedTerms:
    """An open index in the tagger's own words; `Tagger.imported`."""

    def __init__(self, index: Terms) -> None:
        self._index = index
        self._enriched = lru_cache(maxsize=REMEMBERED)(self._add_codes)

    def walk(self, words: Sequence[str], start: int) -> list[tuple[int, list[Term]]]:
        """Ends and terms of all names that begin at word `start` and may stand by themselves."""
        found = self._index.walk(words, start)
        if not found:
            return []
        usable = (
            (end, [_term(t) for t in terms if t.trust is not Trust.LENDS]) for end, terms in found
        )
        return [(end, terms) for end, terms in usable if terms]

    def enriched(self, concept: Concept, words: Sequence[str]) -> Concept:
        """`concept` with a code for each system in which it has none and a release has one."""
        return self._enriched(concept, " ".join(words))

    def _add_codes(self, concept: Concept, phrase: str) -> Concept:
        codes = dict(concept.codes)
        for system, code in self._codes(concept, phrase):
            codes.setdefault(system, code)
        return replace(concept, codes=tuple(codes.items()))

    def _codes(self, concept: Concept, phrase: str) -> Iterator[tuple[str, str]]:
        """The codes of the words, then those of the preferred name."""
        for known in dict.fromkeys((phrase, " ".join(split_words(concept.preferred).folded))):
            for term in self._index.terms(known):
                if term.concept.label == concept.label:
                    yield from term.concept.codes


@lru_cache(maxsize=REMEMBERED)
def _term(term: ImportedTerm) -> Term:
    of = term.concept
    match = Match(term.trust.value)
    concept = Concept(
        id=of.id,
        label=of.label,
        preferred=of.name,
        forms=(term.written,),
        codes=of.codes,
        country=(),
        match=match,
        cues=of.cues,
        source=of.source,
        licence=of.licence,
    )
    return Term(concept, term.written, match, cue_pattern(of.cues))
