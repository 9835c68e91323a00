"""The reference tables as a page: every limit, pair and ban, with its source and who has read it.

A flag leads here, to the row it was held against; a pharmacist reads here what a row would do.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.model.reference import Entry, ReferenceTable
from pipeline.render.html import render
from pipeline.render.ink import WIDTH, Ink

PAGE = "limits.html"
"""Where the tables lie in the reports."""


@dataclass(frozen=True, slots=True)
class Read:
    """How much of a table has been read in its source: of `sourced` entries, `read`."""

    sourced: int
    read: int

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Read:
        sourced = [entry for entry in entries if entry.citations]
        return cls(len(sourced), sum(bool(entry.retrieved) for entry in sourced))


def page(tables: Sequence[ReferenceTable]) -> str:
    """`reports/limits.html`: the tables one below the other, each entry with its anchor."""
    shares = {table.name: Read.of(table.entries) for table in tables}
    return render("reference.html", script="reference.js", tables=tables, shares=shares)


def entries_about(
    subject: str, tables: Iterable[ReferenceTable]
) -> list[tuple[ReferenceTable, Entry]]:
    """The entries about `subject`, each with its table: to each part of its key it answers."""
    wanted = subject.casefold().replace("_", " ")
    return [
        (table, entry)
        for table in tables
        for entry in table.entries
        if wanted in entry.key.casefold().replace("_", " ").split("/")
    ]


def plain(subject: str, tables: Iterable[ReferenceTable], *, colour: bool = False) -> str:
    """What the tables say about `subject`, for a terminal; empty when they say nothing."""
    ink = Ink(colour)
    return "\n".join(_entry(table, entry, ink) for table, entry in entries_about(subject, tables))


def _entry(table: ReferenceTable, entry: Entry, ink: Ink) -> str:
    wide = max(map(len, table.columns))
    lines = [f"{ink(entry.subject, 'bold')}  {ink(table.title.lower(), 'dim')}"]
    for column, cell in zip(table.columns, entry.cells, strict=True):
        if cell:
            hanging = " " * (wide + 4)
            lines.append(textwrap.fill(f"  {column.lower():{wide}}  {cell}", WIDTH,
                                       subsequent_indent=hanging))  # fmt: skip
    for citation in entry.citations:
        lines.append(f"  {'source':{wide}}  {citation} {citation.url}".rstrip())
    if entry.citations:
        lines.append(f"  {'read':{wide}}  {entry.retrieved or 'not yet: entered from knowledge'}")
    return "\n".join(lines) + "\n"
