"""Reads the tab-separated lexicons of this stage, strictly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def read_table(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """Each row by column name; blank lines and lines that begin with `#` are skipped.

    Raises ValueError, with the line's number, when a row has another number of cells than the
    header.
    """
    header: list[str] | None = None
    for number, line in enumerate(lines, start=1):
        line = line.rstrip("\r\n")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            raise ValueError(f"line {number}: {len(cells)} cells, expected {len(header)}")
        yield dict(zip(header, cells, strict=True))
