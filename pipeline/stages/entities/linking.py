"""From the words of a mention to the concept's codes, and how sure that step is.

A name spelled as the lexicon spells it is sure. One that only folds to it (a plural, a British
spelling, a lost hyphen) is nearly so. A brand stands for its ingredient, but brands change their
content; an abbreviation stands for what the page says it does; and of a joined name ("thymus
cancer") only the head is known, so its code is true and too wide.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.model.mention import Link, LinkKind
from pipeline.stages.entities.lexicon import Concept, is_abbreviation
from pipeline.stages.entities.words import split_words

SCORES = {
    LinkKind.EXACT: 1.0,
    LinkKind.NORMALISED: 0.95,
    LinkKind.BRAND: 0.9,
    LinkKind.ABBREVIATION: 0.8,
    LinkKind.HEAD: 0.5,
}
"""An order of trust, not a frequency: 1.0 assumes nothing, 0.5 links to a wider idea."""


_LED_BY_CAPITALS = re.compile(r"(?:[A-Z0-9]|[A-Za-z0-9/-]*[A-Z][A-Z0-9])[A-Z0-9/]*[- ][a-z]")


@lru_cache(maxsize=50_000)
def link(concept: Concept, written: str) -> Link:
    """The link from the words `written` to `concept`."""
    kind = _kind(concept, written)
    return Link(
        concept.id, concept.preferred, concept.codes, kind, SCORES[kind], source=concept.source
    )


def _kind(concept: Concept, written: str) -> LinkKind:
    lower, folded = written.lower(), _folded(written)
    names = [name for name, _ in concept.words()]
    spelled = next((name for name in names if name.lower() == lower), None)
    alike = spelled or next((name for name in names if _folded(name) == folded), None)
    if alike is None:
        return LinkKind.ABBREVIATION if is_abbreviation(written) else LinkKind.HEAD
    if is_brand(concept, alike):
        return LinkKind.BRAND
    return LinkKind.EXACT if spelled else LinkKind.NORMALISED


def is_brand(concept: Concept, name: str) -> bool:
    """True for a trade name: in the lexicon's drug rows only those begin with a capital.

    Capitals of an abbreviation say nothing: "ACE inhibitors", "HPV vaccine", "L-arginine".
    """
    if concept.label != "DRUG" or not name[:1].isupper() or is_abbreviation(name):
        return False
    return not _LED_BY_CAPITALS.match(name)


def _folded(words: str) -> tuple[str, ...]:
    return tuple(split_words(words).folded)
