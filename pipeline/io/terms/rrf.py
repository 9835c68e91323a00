"""Rich Release Format, in which the NLM publishes UMLS and RxNorm: columns between bars.

Every row ends with a bar, and no cell can hold one, so a row with more or fewer bars than the file
has columns is damage. (UMLS Reference Manual, chapter 3, NLM 2009, NBK9685.)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import SetupError
from pipeline.io.terms.files import lines, wrong


def rows(path: Path, columns: str) -> Iterator[dict[str, str]]:
    """Rows of `path` by column name; `columns` are the names, separated by spaces.

    Raises SetupError when the first row has other columns, or a later one is torn.
    """
    names = columns.split()
    for at, line in lines(path):
        cells = line.split("|")
        if len(cells) == len(names) + 1 and cells[-1] == "":
            yield dict(zip(names, cells[:-1], strict=True))
        elif at == 1:
            raise wrong(path, f"rows of {'|'.join(names)}|", line)
        else:
            raise SetupError(f"{path}:{at}: {len(cells) - 1} columns, not {len(names)}: damaged")
