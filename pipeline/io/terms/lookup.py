"""Imported names, looked up in the index by the words of a text.

The answer is the same as from a tree of words in memory, but half a million names stay in the file:
the filter says no for most places, and the last phrases asked for are remembered.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.errors import SetupError
from pipeline.io.terms.filter import END, may_begin
from pipeline.io.terms.schema import connect, damaged, digest
from pipeline.model.terms import ImportedConcept, ImportedTerm, Trust

REMEMBERED = 50_000
"""Phrases whose answers are kept: most name one concept, none more than sixteen, so that the
memory they take has a bound."""

_TERMS = """
    SELECT concept.id, ident, label, concept.name, cues, release.name, licence,
           written, trust
    FROM term JOIN concept ON concept.id = term.concept
         JOIN release ON release.id = concept.release
    WHERE phrase = ? ORDER BY rank, release.name, concept.id, written LIMIT 16
"""
_CODES = "SELECT system, code FROM code WHERE concept = ? ORDER BY place, system, code"

Found = tuple[ImportedTerm, ...]


@dataclass(frozen=True, slots=True)
class IndexFile:
    """An index that is there and sound; each process opens it for itself by calling this."""

    path: Path
    digest: str

    def __call__(self) -> TermIndex:
        """Raises SetupError when the file is no longer the one that was asked for."""
        if digest(self.path) != self.digest:
            raise SetupError(f"{self.path}: imported into while pages were read; run again")
        return TermIndex(self.path)


def index_at(path: str) -> IndexFile | None:
    """The index at `path`, None for no path; raises SetupError, naming the setting."""
    if not path:
        return None
    try:
        return IndexFile(Path(path), digest(Path(path)))
    except SetupError as error:
        raise SetupError(f"[tool.clean-corpus.entities] terms: {error}") from error


class TermIndex:
    """An open index; one a process, since a connection must not be shared across a fork."""

    def __init__(self, path: Path) -> None:
        """Open `path`; raises SetupError as `schema.connect` does."""
        self._path = path
        self._file: sqlite3.Connection = connect(path)
        ((self._bits,),) = self._rows("SELECT bits FROM filter")
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._ask)
        self._concept = lru_cache(maxsize=REMEMBERED)(self._make_concept)

    def walk(self, words: Sequence[str], start: int) -> list[tuple[int, Found]]:
        """Ends and terms of all names that begin at word `start`, longest first."""
        found: list[tuple[int, Found]] = []
        phrase = words[start]
        at = start + 1
        while may_begin(self._bits, phrase):
            if may_begin(self._bits, phrase + END) and (terms := self.terms(phrase)):
                found.append((at, terms))
            if at == len(words):
                break
            phrase = f"{phrase} {words[at]}"
            at += 1
        found.reverse()
        return found

    def terms(self, phrase: str) -> Found:
        """The terms of exactly this phrase, those of the most trusted release first."""
        return self._remembered(phrase)

    def _ask(self, phrase: str) -> Found:
        try:
            rows = self._rows(_TERMS, phrase)
        except UnicodeEncodeError:
            return ()  # half a surrogate pair; no release holds one
        return tuple(ImportedTerm(self._concept(*row[:7]), row[7], Trust(row[8])) for row in rows)

    def _make_concept(
        self, key: int, ident: str, label: str, name: str, cues: str, source: str, licence: str
    ) -> ImportedConcept:
        codes = tuple(self._rows(_CODES, key))
        listed = tuple(cues.split("|")) if cues else ()
        return ImportedConcept(ident, label, name, codes, listed, source, licence)

    def _rows(self, question: str, *said: str | int) -> list[Any]:
        try:
            return self._file.execute(question, said).fetchall()
        except sqlite3.Error as error:
            raise damaged(self._path, error) from error

    def close(self) -> None:
        self._file.close()
