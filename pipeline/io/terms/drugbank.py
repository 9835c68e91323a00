"""DrugBank's open vocabulary: names and synonyms of drugs with DrugBank's own ids.

(DrugBank, "Open Data": drugbank vocabulary.csv, release 5.1.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.io.terms.files import wrong
from pipeline.io.terms.record import Record, Skipped
from pipeline.io.terms.sayable import say
from pipeline.io.terms.table import rows

HEADER = ("DrugBank ID", "Accession Numbers", "Common name", "CAS", "UNII", "Synonyms",
          "Standard InChI Key")  # fmt: skip
_ID = re.compile(r"DB[0-9]{5,6}")


def read(files: Sequence[Path], skipped: Skipped) -> Iterator[Record]:
    for path in files:
        table = rows(path)
        header = next(table, (0, []))[1]
        if tuple(header) != HEADER:
            raise wrong(path, f"the header {','.join(HEADER)}", ",".join(header))
        for _, (code, _, name, _, unii, synonyms, _) in table:
            if not _ID.fullmatch(code) or not name.strip():
                skipped["without an id or a name"] += 1
                continue
            names = (name, *synonyms.split("|"))
            forms = dict.fromkeys(form for one in names for form in say(one))
            codes = (("drugbank", code), *((("unii", unii),) if unii else ()))
            yield Record(f"drugbank:{code}", "DRUG", name.strip(), tuple(forms), codes=codes)
