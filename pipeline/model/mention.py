"""A mention of something medical: the words, what they stand for, and what the sentence says of it.

The words and the idea are kept apart. A `Link` names the idea with its codes and says how the
words led to it, so that whoever filters by code can ask for sure links only. Qualifiers say what
keeps a mention from being a plain statement that something is so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.span import Span

READER, OTHER = "reader", "other"


class Qualifier(StrEnum):
    """What a sentence says about a mention, other than that it is so."""

    NEGATED = "negated"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    ADVISED_AGAINST = "advised_against"
    CONTRAINDICATED = "contraindicated"
    HISTORICAL = "historical"
    OTHER_PERSON = "other_person"


class LinkKind(StrEnum):
    """How the words led to the concept."""

    EXACT = "exact"
    NORMALISED = "normalised"
    BRAND = "brand"
    ABBREVIATION = "abbreviation"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Link:
    """The concept that a mention stands for.

    `concept` is the id, `name` the preferred name, `codes` pairs of system and code in the order
    of the lexicon's columns. `score` is 1.0 for a name spelled as the source spells it and falls
    with what had to be assumed. `source` is the work that the concept was taken from.
    """

    concept: str
    name: str
    codes: tuple[tuple[str, str], ...] = ()
    kind: LinkKind = LinkKind.EXACT
    score: float = 1.0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A medical entity in the text; without a link where only the shape of its name spoke."""

    span: Span
    label: str
    link: Link | None = None
    qualifiers: tuple[Qualifier, ...] = ()

    @property
    def concept(self) -> str | None:
        return self.link.concept if self.link else None

    @property
    def name(self) -> str | None:
        return self.link.name if self.link else None

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        return self.link.codes if self.link else ()

    @property
    def negated(self) -> bool:
        return Qualifier.NEGATED in self.qualifiers

    @property
    def hypothetical(self) -> bool:
        """Only possible, or only under a condition."""
        return Qualifier.POSSIBLE in self.qualifiers or Qualifier.CONDITIONAL in self.qualifiers

    @property
    def historical(self) -> bool:
        return Qualifier.HISTORICAL in self.qualifiers

    @property
    def experiencer(self) -> str:
        """Whom it is about: the reader, or another person."""
        return OTHER if Qualifier.OTHER_PERSON in self.qualifiers else READER
