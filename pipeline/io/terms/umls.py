"""The UMLS Metathesaurus: English names of MRCONSO, labelled by the semantic types of MRSTY.

Both files are sorted by concept, so they are read side by side and one concept at a time, however
large they are; a file that is not sorted is refused. Names that their source or the NLM suppressed
are skipped, and so are permuted ones ("Pain, Chest"): nobody writes them.
(UMLS Reference Manual, chapter 3, NLM 2009, NBK9685; semantic types as of 2022.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pipeline.errors import SetupError
from pipeline.io.terms.files import base, beside, only
from pipeline.io.terms.record import Record, Skipped
from pipeline.io.terms.rrf import rows
from pipeline.io.terms.sayable import say

CONSO = "CUI LAT TS LUI STT SUI ISPREF AUI SAUI SCUI SDUI SAB TTY CODE STR SRL SUPPRESS CVF"
STY = "CUI TUI STN STY ATUI CVF"

_TYPES = {
    "DRUG": "T121 T195 T125 T127",  # pharmacologic substance, antibiotic, hormone, vitamin
    "SYMPTOM": "T184",
    "CONDITION": "T047 T048 T191 T046 T019 T190 T037 T020",
    "PROCEDURE": "T061",
    "LAB": "T059 T060",
    "DEVICE": "T074 T203",
    "ANATOMY": "T023 T029 T030 T024 T022",
    "POPULATION": "T098 T100 T101",
}
LABELS = {tui: label for label, types in _TYPES.items() for tui in types.split()}
"""Label by semantic type. Left out: clinical drugs (T200: strength and form in the name), organic
chemicals that are no medicine, findings, genes, organisms, ideas."""

_ORDER = tuple(_TYPES)
_SYSTEMS = {"RXNORM": "rxcui", "MSH": "mesh", "ATC": "atc", "ICD10CM": "icd10cm",
            "SNOMEDCT_US": "snomed", "DRUGBANK": "drugbank"}  # fmt: skip
_CODE = re.compile(r"[A-Z0-9.]{1,18}")
_PERMUTED = frozenset({"PM", "NP"})


def read(files: Sequence[Path], skipped: Skipped) -> Iterator[Record]:
    """Records of MRCONSO.RRF with MRSTY.RRF, named or beside it."""
    conso = only(files, "MRCONSO.RRF")
    named = next((file for file in files if base(file).upper() == "MRSTY.RRF"), None)
    types = named or beside(conso, "MRSTY.RRF")
    if types is None:
        raise SetupError(f"{conso}: MRSTY.RRF has to lie beside it: it says what each concept is")
    labels = _labels(types)
    cui, label = next(labels, ("", None))
    for concept, atoms in _concepts(conso, CONSO):
        while cui and cui < concept:
            cui, label = next(labels, ("", None))
        if cui == concept and label:
            record = _record(concept, label, list(_usable(atoms, skipped)))
            if record:
                yield record
        else:
            skipped["of a semantic type without a label here"] += sum(1 for _ in atoms)


def _concepts(path: Path, columns: str) -> Iterator[tuple[str, Iterator[dict[str, str]]]]:
    """Rows by concept; raises SetupError when the concepts do not rise."""
    before = ""
    for cui, group in groupby(rows(path, columns), key=lambda row: row["CUI"]):
        if not re.fullmatch(r"C[0-9]{7}", cui):
            raise SetupError(f"{path}: expected concepts like C0000005; found {cui[:20]!r}")
        if cui < before:
            raise SetupError(f"{path}: {cui} after {before}: not sorted; sort the file by its rows")
        before = cui
        yield cui, group


def _labels(types: Path) -> Iterator[tuple[str, str | None]]:
    for cui, group in _concepts(types, STY):
        held = {LABELS[row["TUI"]] for row in group if row["TUI"] in LABELS}
        yield cui, min(held, key=_ORDER.index, default=None)


def _usable(atoms: Iterable[dict[str, str]], skipped: Skipped) -> Iterator[dict[str, str]]:
    for row in atoms:
        if row["LAT"] != "ENG":
            skipped["not English"] += 1
        elif row["SUPPRESS"] != "N":
            skipped["suppressed"] += 1
        elif row["TTY"] in _PERMUTED:
            skipped["permuted"] += 1
        else:
            yield row


def _record(cui: str, label: str, atoms: Sequence[dict[str, str]]) -> Record | None:
    """One concept; its name is the one the Metathesaurus prefers."""
    if not atoms:
        return None
    best = max(atoms, key=lambda a: (a["TS"] == "P", a["STT"] == "PF", a["ISPREF"] == "Y"))
    codes = {
        (_SYSTEMS[atom["SAB"]], atom["CODE"]): None
        for atom in atoms
        if atom["SAB"] in _SYSTEMS and _CODE.fullmatch(atom["CODE"]) and atom["CODE"] != "NOCODE"
    }
    forms = dict.fromkeys(form for atom in (best, *atoms) for form in say(atom["STR"]))
    name = (best["STR"], *say(best["STR"]))[-1]
    return Record(f"umls:{cui}", label, name, tuple(forms), codes=(("umls", cui), *codes))
