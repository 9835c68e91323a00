"""A name that came with an imported vocabulary, and when it may stand for a mention by itself.

Vocabularies are made for searching, where a wrong candidate costs nothing. In running text their
"can", "lead" and "all" would be everywhere. So every name carries how far it is trusted, decided
once when it is imported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Trust(StrEnum):
    """When an imported name makes a mention.

    ANY: wherever its words stand. CASED: only in its own capitals. CUE: only where one of the
    concept's cues stands in the sentence. LENDS: never; but where the lexicon of our own knows
    the words, their codes are added.
    """

    ANY = "any"
    CASED = "cased"
    CUE = "cue"
    LENDS = "lends"


@dataclass(frozen=True, slots=True)
class ImportedConcept:
    """An idea of a release. `codes` are pairs of system and code; `source` names the release."""

    id: str
    label: str
    name: str
    codes: tuple[tuple[str, str], ...] = ()
    cues: tuple[str, ...] = ()
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class ImportedTerm:
    """One name of a concept; of a drug's names, only brands begin with a capital.

    Two are the same when they are one object: they are keys of caches asked at every mention.
    """

    concept: ImportedConcept
    written: str
    trust: Trust = Trust.ANY


class Terms(Protocol):
    """Imported names, to be looked up by folded words."""

    def walk(self, words: Sequence[str], start: int) -> list[tuple[int, tuple[ImportedTerm, ...]]]:
        """Ends and terms of all names that begin at word `start`, longest first."""
        ...

    def terms(self, phrase: str) -> tuple[ImportedTerm, ...]:
        """The terms of exactly these folded words, joined by spaces; the most trusted first."""
        ...
