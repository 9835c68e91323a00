"""What the rules hold a text against, as tables a pharmacist can read: one entry, one statement.

A finding names the entry it was held against by its `key`, so that an editor gets from a flag to
the row, and from the row to its source, and a reviewer of the tables sees what an error in one
would do.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.changes import Citation


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what it is about, one text per column of its table, and who says so.

    `key` is unique over all tables (`limits/paracetamol/adult`). An empty cell is something we do
    not know; what is not known is never compared.
    """

    key: str
    subject: str
    cells: tuple[str, ...]
    citations: tuple[Citation, ...] = ()

    @property
    def retrieved(self) -> str:
        """The latest day on which somebody read the row in a source; empty if nobody has."""
        return max((c.retrieved for c in self.citations), default="")


@dataclass(frozen=True, slots=True)
class ReferenceTable:
    """A table of `entries`; `columns` name their cells, `subjects` what they are about."""

    name: str
    title: str
    about: str
    subjects: str
    columns: tuple[str, ...]
    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        for entry in self.entries:
            if len(entry.cells) != len(self.columns):
                raise ValueError(f"{entry.key}: {len(entry.cells)} cells, not {len(self.columns)}")
