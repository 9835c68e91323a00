"""The entity stage: medical mentions of the article, with their concept and their qualifiers.

It reads the clean view, so that a repaired word is recognised and a cut menu is not, and maps every
mention home to the page. A mention that would run over a cut is dropped: nobody wrote it. Doses,
strengths, forms, routes and frequencies are the dosing stage's to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.model.changes import Changes, Layer, Mention
from pipeline.model.ledger import Ledger
from pipeline.model.view import View
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.lexicon import parse_lexicon
from pipeline.stages.entities.qualifiers import Qualifiers, qualify
from pipeline.stages.entities.tagger import Tagger
from pipeline.stages.entities.words import split_words
from pipeline.text.sentences import split_sentences

Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a lexicon file by its name."""

LEXICONS = (
    "drugs.tsv",
    "conditions.tsv",
    "symptoms.tsv",
    "procedures.tsv",
    "devices.tsv",
    "tests.tsv",
    "populations.tsv",
    "anatomy.tsv",
)
"""The files the tagger knows; where two claim a word, the earlier wins."""


@dataclass(frozen=True, slots=True)
class EntityStage:
    """Tags drugs, conditions, symptoms, procedures, anatomy, devices, tests and populations.

    `lines` opens a lexicon file; nothing is loaded before the first page.
    """

    lines: Lines
    name: str = "entities"
    version: int = 1
    needs: frozenset[Layer] = frozenset({Layer.CUTS, Layer.REPAIRS})
    makes: frozenset[Layer] = frozenset({Layer.MENTIONS})

    def __call__(self, ledger: Ledger) -> Changes:
        view = ledger.clean
        found = find_mentions(view.text, load_tagger(self.lines))
        return Changes(mentions=tuple(_at_home(view, found)))


@lru_cache(maxsize=4)
def load_tagger(lines: Lines) -> Tagger:
    """The compiled lexicon, once in a process; raises LexiconError naming file, line and column."""
    return Tagger.of(concept for name in LEXICONS for concept in parse_lexicon(name, lines(name)))


def find_mentions(text: str, tagger: Tagger) -> list[tuple[Hit, Qualifiers]]:
    """The mentions of `text` in order, each with its qualifiers."""
    words = split_words(text)
    sentences = split_sentences(text)
    hits = tagger.tag(text, words, sentences)
    return list(zip(hits, qualify(words, sentences, hits), strict=True))


def _at_home(view: View, found: Sequence[tuple[Hit, Qualifiers]]) -> Iterator[Mention]:
    """Mentions with page offsets, without those that straddle a cut."""
    for hit, said in found:
        home = view.home(hit.span)
        if home is None:
            continue
        yield Mention(
            span=home,
            label=hit.label,
            concept=hit.concept.id if hit.concept else None,
            name=hit.concept.preferred if hit.concept else None,
            codes=hit.concept.codes if hit.concept else (),
            negated=said.negated,
            hypothetical=said.hypothetical,
            historical=said.historical,
            experiencer=said.experiencer,
        )
