"""The entity stage: medical mentions of the article, with their concept and their qualifiers.

It reads the clean view, so that a repaired word is recognised and a cut menu is not, and maps every
mention home to the page. A mention that would run over a cut is dropped: nobody wrote it. Doses,
strengths, forms, routes and frequencies are the dosing stage's to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

from pipeline.model.changes import Changes, Layer
from pipeline.model.document import BlockKind
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Mention, Qualifier
from pipeline.model.view import View
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.imported import ImportedTerms, OpenTerms
from pipeline.stages.entities.lexicon import parse_lexicon
from pipeline.stages.entities.linking import link
from pipeline.stages.entities.lists import NESTED
from pipeline.stages.entities.merging import merge
from pipeline.stages.entities.models import Model, load_model
from pipeline.stages.entities.qualifier_cues import CUES, Cues, cue_tree, parse_cue_rows
from pipeline.stages.entities.qualifiers import qualify
from pipeline.stages.entities.settings import EntitySettings
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

_NO_ITEMS: Mapping[int, str] = MappingProxyType({})
_BELOW = 2
"""The level of an item inside an item."""


@dataclass(frozen=True, slots=True)
class EntityStage:
    """Tags drugs, conditions, symptoms, procedures, anatomy, devices, tests and populations.

    `lines` opens a lexicon file, `terms` the index of imported terms where there is one; nothing
    is loaded before the first page.
    """

    lines: Lines
    settings: EntitySettings = field(default_factory=EntitySettings)
    terms: OpenTerms | None = None
    name: str = "entities"
    version: int = 2
    needs: frozenset[Layer] = frozenset({Layer.CUTS, Layer.REPAIRS})
    makes: frozenset[Layer] = frozenset({Layer.MENTIONS})

    def __call__(self, ledger: Ledger) -> Changes:
        view = ledger.clean
        model = load_model(self.settings) if self.settings.model else None
        tagger = load_tagger(self.lines, self.terms)
        found = find_mentions(view.text, tagger, load_cues(self.lines), model, _items(ledger))
        return Changes(mentions=tuple(_at_home(view, found)))


@lru_cache(maxsize=4)
def load_tagger(lines: Lines, terms: OpenTerms | None = None) -> Tagger:
    """The compiled lexicon beside the imported terms, once in a process.

    Raises LexiconError naming file, line and column.
    """
    own = Tagger.of(concept for name in LEXICONS for concept in parse_lexicon(name, lines(name)))
    return replace(own, imported=ImportedTerms(terms())) if terms else own


@lru_cache(maxsize=4)
def load_cues(lines: Lines) -> Cues:
    """The cues of qualifiers, once in a process; raises CueError naming file, line and column."""
    return cue_tree(parse_cue_rows(CUES, lines(CUES)))


def find_mentions(
    text: str,
    tagger: Tagger,
    cues: Cues | None = None,
    model: Model | None = None,
    items: Mapping[int, str] = _NO_ITEMS,
) -> list[Mention]:
    """The mentions of `text` in order, linked; qualified where `cues` are given.

    `items` has the bullets of list items that the text does not write, by the item's offset.
    """
    words = split_words(text)
    sentences = split_sentences(text)
    hits = tagger.tag(text, words, sentences)
    if model:
        guesses = model.find(text, sentences, hits)
        hits = merge(text, words, hits, guesses, groups=model.groups)
    said = qualify(text, words, sentences, hits, cues, items) if cues else [()] * len(hits)
    return [_mention(text, hit, qualifiers) for hit, qualifiers in zip(hits, said, strict=True)]


def _mention(text: str, hit: Hit, said: tuple[Qualifier, ...]) -> Mention:
    known = link(hit.concept, hit.span.of(text)) if hit.concept else None
    return Mention(hit.span, hit.label, known, said)


def _items(ledger: Ledger) -> dict[int, str]:
    """The bullets of the list items of the article, by the offset of the item in the clean view."""
    places = (
        (ledger.clean.away(block.body), "•" if block.level < _BELOW else NESTED)
        for block in ledger.kept_blocks
        if block.kind is BlockKind.LIST_ITEM
    )
    return {place.start: bullet for place, bullet in places if place is not None}


def _at_home(view: View, found: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions with page offsets, without those that straddle a cut.

    Two names that one repair mends have the same home there: the first of them stands.
    """
    end = 0
    for mention in found:
        home = view.home(mention.span)
        if home is not None and home.start >= end:
            end = home.end
            yield replace(mention, span=home)
