"""ICD-10-CM: conditions and symptoms of the order file, a table of fixed columns.

Each line holds an order number (1 to 5), the code without its point (7 to 13), whether it can be
billed (15), a short name (17 to 76) and the full one (from 78). Headings are read as well: "Type 2
diabetes mellitus" is one, and what people say. Its codes of encounters ("initial encounter"),
remainders ("Other …") and the chapters of causes and circumstances (V to Z) name no condition.
(CDC National Center for Health Statistics, ICD-10-CM order file guide.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.errors import SetupError
from pipeline.io.terms.files import lines, wrong
from pipeline.io.terms.record import Record, Skipped
from pipeline.io.terms.sayable import say

_ROW = re.compile(r"[0-9]{5} ([A-Z][0-9][0-9A-Z]{1,5}) *")
_CODE_END, _FLAG, _LONG = 13, 14, 77
_ENCOUNTERS = (" initial encounter", " subsequent encounter", " sequela")
_REMAINDERS = ("other ", "unspecified ", "encounter for ", "personal history ", "family history ")
_FIRST_TEST = "R70"


def read(files: Sequence[Path], skipped: Skipped) -> Iterator[Record]:
    """Records of order files ("icd10cm_order_2026.txt", as published)."""
    for path in files:
        for at, line in lines(path):
            if not line.strip():
                continue
            row = _ROW.fullmatch(line[:_CODE_END].ljust(_CODE_END))
            if row is None or line[_FLAG : _FLAG + 1] not in ("0", "1") or len(line) <= _LONG:
                if at == 1:
                    expected = '"00001 A00     0 Cholera …" in fixed columns'
                    raise wrong(path, f"an ICD-10-CM order file, {expected}", line)
                raise SetupError(f"{path}:{at}: damaged: {line[:40]!r} is not in fixed columns")
            code, name = row.group(1), line[_LONG:].strip()
            label, reason = _label(code), _unsayable(name)
            if label is None or reason:
                skipped[reason or "a cause, a circumstance or a test result"] += 1
                continue
            dotted = f"{code[:3]}.{code[3:]}" if len(code) > len("A00") else code
            yield Record(f"icd10cm:{dotted}", label, name, say(name), codes=(("icd10cm", dotted),))


def _label(code: str) -> str | None:
    """Chapter R holds symptoms, and from R70 on test results; V to Z hold no conditions."""
    if code[0] == "R":
        return "SYMPTOM" if code < _FIRST_TEST else None
    return "CONDITION" if code[0] < "V" else None


def _unsayable(name: str) -> str:
    """Why nobody says `name`; empty when somebody may."""
    lower = name.lower()
    if lower.endswith(_ENCOUNTERS):
        return "of an encounter"
    return "a remainder" if lower.startswith(_REMAINDERS) else ""
