"""The entity stage: medical mentions of the article, with their concept and their qualifiers.

It reads the clean view, so that a repaired word is recognised and a cut menu is not, and maps every
mention home to the page. A mention that would run over a cut is dropped: nobody wrote it. Doses,
strengths, forms, routes and frequencies are the dosing stage's to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.model.changes import Changes, Layer
from pipeline.model.ledger import Ledger
from pipeline.model.mention import OTHER, Mention, Qualifier
from pipeline.model.view import View
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.lexicon import parse_lexicon
from pipeline.stages.entities.linking import link
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


def find_mentions(text: str, tagger: Tagger) -> list[Mention]:
    """The mentions of `text` in order, linked and qualified; spans are into `text`."""
    words = split_words(text)
    sentences = split_sentences(text)
    hits = tagger.tag(text, words, sentences)
    said = qualify(words, sentences, hits)
    return [_mention(text, hit, qualifiers) for hit, qualifiers in zip(hits, said, strict=True)]


def _mention(text: str, hit: Hit, said: Qualifiers) -> Mention:
    known = link(hit.concept, hit.span.of(text)) if hit.concept else None
    return Mention(hit.span, hit.label, known, _said(said))


def _said(said: Qualifiers) -> tuple[Qualifier, ...]:
    """What `said` holds, in the order of `Qualifier`."""
    held = {
        Qualifier.NEGATED: said.negated,
        Qualifier.POSSIBLE: said.hypothetical,
        Qualifier.HISTORICAL: said.historical,
        Qualifier.OTHER_PERSON: said.experiencer == OTHER,
    }
    return tuple(qualifier for qualifier, holds in held.items() if holds)


def _at_home(view: View, found: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions with page offsets, without those that straddle a cut."""
    for mention in found:
        home = view.home(mention.span)
        if home is not None:
            yield replace(mention, span=home)
