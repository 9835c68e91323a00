"""Find the lexicon's words in a text: longest first, ambiguous ones only where a cue stands by.

Three things go wrong with dictionary taggers on consumer prose, and each is met here. Short words
mean other things ("ring", "patch", "coil"): they need a cue in the same sentence. Abbreviations
clash ("PE", "CD"): they match only in capitals, and where a page defines one itself ("intrauterine
device (IUD)") the page's own meaning wins, or silences the lexicon's. Names nest ("breast" in
"breast cancer"): the longest wins and nothing is tagged inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.model.span import Span
from pipeline.stages.entities.abbreviations import Definition, find_definitions
from pipeline.stages.entities.adjectives import stretch_over_adjectives
from pipeline.stages.entities.chromosomes import add_genetic
from pipeline.stages.entities.compounds import join_compounds
from pipeline.stages.entities.coordination import add_members
from pipeline.stages.entities.endings import guess_label
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.idioms import IDIOMS
from pipeline.stages.entities.lexicon import Concept, Match
from pipeline.stages.entities.trie import PhraseTrie
from pipeline.stages.entities.words import Words, split_phrases

_IDIOM = ""
"""The label of what is no mention, and whose words can be part of none either."""

_GENES = (" gene", " protein", " mutation")
"""What makes an abbreviation the name of a gene: "the MEN1 gene" is no disease."""


@dataclass(frozen=True, slots=True)
class Term:
    """One surface form of a concept, ready to be looked up; an idiom has no concept."""

    concept: Concept | None
    surface: str
    match: Match
    cue: re.Pattern[str] | None


class Imported(Protocol):
    """Names that came with a release, asked beside the lexicon."""

    def walk(self, words: Sequence[str], start: int) -> list[tuple[int, list[Term]]]:
        """Ends and terms of all names that begin at word `start`, longest first."""
        ...

    def enriched(self, concept: Concept, words: Sequence[str]) -> Concept:
        """`concept` with the codes that the releases give to the folded `words`."""
        ...


@dataclass(frozen=True, slots=True)
class Tagger:
    """The lexicon as a tree of folded words, and what was imported beside it."""

    terms: PhraseTrie[Term]
    imported: Imported | None = None

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> Tagger:
        """Compile `concepts`; where two share a word, gated terms are asked first."""
        terms = [Term(None, idiom, Match.ANY, None) for idiom in IDIOMS]
        for concept in concepts:
            cue = cue_pattern(concept.cues)
            terms += [
                Term(concept, w, m, cue if m is Match.CUE else None) for w, m in concept.words()
            ]
        terms.sort(key=lambda t: t.cue is None)
        spelled = [(w, t) for t in terms for w in _spellings(t.surface)]
        trie: PhraseTrie[Term] = PhraseTrie()
        phrases = split_phrases([surface for surface, _ in spelled])
        for (_, term), phrase in zip(spelled, phrases, strict=True):
            trie.add(phrase, term)
        return cls(trie)

    def tag(self, text: str, words: Words, sentences: Sequence[Span]) -> list[Hit]:
        """Mentions in `text`, in order, none overlapping."""
        places = _Sentences(text, sentences)
        hits = join_compounds(text, words, list(self._scan(text, words, places)))
        hits = add_members(words, hits, self._named)
        hits = stretch_over_adjectives(text, words, add_genetic(text, words, hits))
        hits = [hit for hit in hits if hit.label != _IDIOM]
        definitions = find_definitions(text, words, [(h.first, h.last, h) for h in hits])
        return _apply_definitions(text, words, hits, definitions) if definitions else hits

    def _scan(self, text: str, words: Words, places: _Sentences) -> Iterator[Hit]:
        folded, starts, ends = words.folded, words.starts, words.ends
        at = 0
        while at < len(folded):
            for last, terms in self._walk(folded, at):
                span = Span(starts[at], ends[last - 1])
                term = _choose(terms, text, span, places)
                if term:
                    if term.concept is None:
                        yield Hit(at, last, span, _IDIOM, None)
                    elif not _is_length(folded, at):
                        concept = self._enriched(term.concept, folded[at:last])
                        yield Hit(at, last, span, concept.label, concept)
                    at = last
                    break
            else:
                label = guess_label(folded[at])
                if label:
                    yield Hit(at, at + 1, Span(starts[at], ends[at]), label, None)
                at += 1

    def _walk(self, folded: Sequence[str], at: int) -> list[tuple[int, list[Term]]]:
        """What begins at word `at`, longest first; of the same length the lexicon's own first."""
        own = self.terms.walk(folded, at)
        more = self.imported.walk(folded, at) if self.imported else []
        return sorted(own + more, key=lambda found: -found[0]) if more else own

    def _named(self, folded: Sequence[str]) -> Concept | None:
        """The concept that exactly these words name wherever they stand."""
        for last, terms in self.terms.walk(folded, 0):
            if last == len(folded):
                return next((t.concept for t in terms if t.match is Match.ANY), None)
        return None

    def _enriched(self, concept: Concept, folded: Sequence[str]) -> Concept:
        return self.imported.enriched(concept, folded) if self.imported else concept


class _Sentences:
    """The sentence around a place, asked from left to right."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text, self._sentences, self._at = text, sentences, 0

    def around(self, span: Span) -> str:
        """The words of the sentence that holds `span`, without those of `span` itself."""
        spans = self._sentences
        while self._at + 1 < len(spans) and spans[self._at + 1].start <= span.start:
            self._at += 1
        if not spans:
            return ""
        here = spans[self._at]
        return f"{self._text[here.start : span.start]} | {self._text[span.end : here.end]}"


def _is_length(folded: Sequence[str], at: int) -> bool:
    """True for feet that are counted: "4 feet, 11 inches"."""
    return folded[at] in ("foot", "feet") and at > 0 and folded[at - 1][0].isdigit()


def _spellings(surface: str) -> tuple[str, ...]:
    """`surface`, and without hyphens where it has some: "antiinflammatory", but no "RetinA"."""
    joinable = "-" in surface and len(surface.rsplit("-", 1)[1]) > 1
    return (surface, surface.replace("-", "")) if joinable else (surface,)


def cue_pattern(cues: Sequence[str]) -> re.Pattern[str] | None:
    """What finds one of `cues` as a word of its own; None without any."""
    if not cues:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, cues))})\b", re.IGNORECASE)


def _choose(terms: Sequence[Term], text: str, span: Span, places: _Sentences) -> Term | None:
    """The term that may stand here; one spelled exactly so before one that only folds so."""
    if len(terms) == 1:
        return terms[0] if _admits(terms[0], text, span, places) else None
    fitting = [t for t in terms if _admits(t, text, span, places)]
    written = span.of(text).lower()
    exact = [t for t in fitting if t.surface.lower() == written]
    return next(iter(exact or fitting), None)


def _admits(term: Term, text: str, span: Span, places: _Sentences) -> bool:
    """True when capitals and cues are as `term` wants them."""
    if term.match is Match.ANY:
        return True
    written = span.of(text)
    if term.match is Match.CASED:
        same = written.removesuffix("s") == term.surface.removesuffix("s")
        return same and not text.startswith(_GENES, span.end)
    if term.surface.endswith("s") and len(written) < len(term.surface):
        return False  # "growths" may be tumours, "growth" is what children do
    return bool(term.cue and term.cue.search(places.around(span)))


def _apply_definitions(
    text: str, words: Words, hits: Sequence[Hit], definitions: dict[str, Definition[Hit]]
) -> list[Hit]:
    """`hits` with the page's own abbreviations: theirs added, the lexicon's other ones silenced."""
    found = {h.first: h for h in hits}
    out: list[Hit] = []
    covered = 0
    for at in range(len(words.folded)):
        hit = found.get(at)
        span = Span(words.starts[at], words.ends[at])
        written = span.of(text)
        definition = definitions.get(written) or definitions.get(written.removesuffix("s"))
        if definition and at >= covered and (hit is None or hit.last == at + 1):
            meaning = definition.meaning
            hit = meaning and Hit(at, at + 1, span, meaning.label, meaning.concept)
        if hit:
            out.append(hit)
            covered = hit.last
    return out
