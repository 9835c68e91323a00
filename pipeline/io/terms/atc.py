"""ATC: substances with their codes, from any CSV export that names its columns.

The index is sold and scraped in many shapes; what they share is a column of codes and one of
names. Only the fifth level names substances. Groups ("other cold preparations") are not what
articles say, nor are entries that stand for "combinations" of what is not named. A substance has a
code for each use, so one name may come with several.
(WHO Collaborating Centre for Drug Statistics Methodology, ATC structure and principles.)
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.io.terms.files import lines, wrong
from pipeline.io.terms.record import Record, Skipped
from pipeline.io.terms.sayable import calm, say
from pipeline.io.terms.table import rows

CODES = ("atccode", "atc", "code", "classid")
NAMES = ("atcname", "atclevelname", "name", "preferredlabel", "substance")
_DELIMITERS = ",;\t"
SUBSTANCE = re.compile(r"[A-DG-HJL-NPRSV][0-9]{2}[A-Z]{2}[0-9]{2}")
_GROUP = re.compile(r"[A-DG-HJL-NPRSV](?:[0-9]{2}(?:[A-Z]{1,2})?)?")


def read(files: Sequence[Path], skipped: Skipped) -> Iterator[Record]:
    for path in files:
        delimiter, code_at, name_at = _columns(path)
        table = rows(path, delimiter)
        next(table)
        for _, row in table:
            code, name = row[code_at].rpartition("/")[2].strip(), calm(row[name_at].strip())
            if _GROUP.fullmatch(code):
                skipped["a group, no substance"] += 1
            elif not SUBSTANCE.fullmatch(code) or not name:
                skipped["without a code or a name"] += 1
            elif "combination" in name:
                skipped["a combination of what is not named"] += 1
            else:
                yield Record(f"atc:{code}", "DRUG", name, say(name), codes=(("atc", code),))


def _columns(path: Path) -> tuple[str, int, int]:
    """The delimiter and the places of codes and names; raises SetupError when there are none."""
    _, header = next(lines(path), (0, ""))
    for delimiter in _DELIMITERS:
        row = next(csv.reader([header], delimiter=delimiter), [])
        cells = ["".join(filter(str.isalpha, cell.lower())) for cell in row]
        code = next((cells.index(name) for name in CODES if name in cells), None)
        name = next((cells.index(name) for name in NAMES if name in cells), None)
        if code is not None and name is not None:
            return delimiter, code, name
    expected = "a header with a column of codes (atc_code, code, ATC code, Class ID) and of names"
    raise wrong(path, f"{expected} (atc_name, name, ATC level name, Preferred Label)", header)
