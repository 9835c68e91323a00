"""What every reader makes of a release: concepts with their names and codes.

A reader streams: it yields records as it reads and holds no more than one of them. The same id may
come again with more names or codes (a product file tells of an ingredient a thousand times); the
index joins them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.model.terms import Trust


@dataclass(frozen=True, slots=True)
class Record:
    """A concept, or more about one that came before.

    `name` is what editors are shown. `forms` are what texts may call it and `brands` its trade
    names: both pass the gate before they are believed. `marked` names were judged by whoever
    wrote the file and skip it.
    """

    id: str
    label: str
    name: str
    forms: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    marked: tuple[tuple[str, Trust], ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    cues: tuple[str, ...] = ()


Skipped = Counter[str]
"""Rows that could not be used, by reason: counted by readers, shown when an import ends."""

Reader = Callable[[Sequence[Path], Skipped], Iterator[Record]]
"""Reads the files of a release; raises SetupError when they are of another format or damaged."""
