"""Rows of a CSV file by the names of its columns, one at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import SetupError
from pipeline.io.terms.files import lines


def rows(path: Path, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Numbered rows, the header first; blank ones are left out.

    Raises SetupError with the line when quoting is broken or a row has other columns than the
    header: both shift what stands where.
    """
    reader = csv.reader((line for _, line in lines(path)), delimiter=delimiter, strict=True)
    width = 0
    try:
        for row in reader:
            if not any(row):
                continue
            width = width or len(row)
            if len(row) != width:
                at = reader.line_num
                raise SetupError(f"{path}:{at}: {len(row)} columns, not {width}: damaged")
            yield reader.line_num, row
    except csv.Error as error:
        raise SetupError(f"{path}:{reader.line_num}: damaged: {error}") from error
