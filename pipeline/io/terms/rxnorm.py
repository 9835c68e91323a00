"""RxNorm: ingredients with their brands and ATC codes, of RXNCONSO, RXNREL and RXNSAT.

Of RxNorm's term types an article uses four: ingredients (IN), precise ones (PIN, "ibuprofen
lysine"), combinations (MIN) and brands (BN). Drug components and clinical drugs (SCDC, SCD, SBD …)
write strength and form into the name; here the dosing stage reads those from the text. A brand of
one ingredient, or of one combination, becomes a name of it; any other brand stands for itself.

Only names of SAB=RXNORM are read: they are free, while names of other sources in the same file need
their owners' licence. Of SAB=ATC the codes are read, from either file that has them.
(RxNorm Technical Documentation, NLM, on the RRF files and on term types.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.io.terms.atc import SUBSTANCE
from pipeline.io.terms.files import base, beside, only
from pipeline.io.terms.record import Record, Skipped
from pipeline.io.terms.rrf import rows
from pipeline.io.terms.sayable import say

CONSO = "RXCUI LAT TS LUI STT SUI ISPREF RXAUI SAUI SCUI SDUI SAB TTY CODE STR SRL SUPPRESS CVF"
REL = "RXCUI1 RXAUI1 STYPE1 REL RXCUI2 RXAUI2 STYPE2 RELA RUI SRUI SAB SL DIR RG SUPPRESS CVF"
SAT = "RXCUI LUI SUI RXAUI STYPE CODE ATUI SATUI ATN SAB ATV SUPPRESS CVF"

_INGREDIENTS = ("MIN", "IN", "PIN")
"""Best first: a brand of a combination is no brand of each of its parts."""

_BRAND_OF = frozenset(
    {"tradename_of", "has_tradename", "has_ingredient", "ingredient_of",
     "has_precise_ingredient", "precise_ingredient_of"}
)  # fmt: skip

Names = dict[str, tuple[str, str]]
"""Term type and name by RXCUI: some 26,000 in a full release."""

Codes = defaultdict[str, set[str]]
"""ATC codes by RXCUI."""


def read(files: Sequence[Path], skipped: Skipped) -> Iterator[Record]:
    """Records of RXNCONSO.RRF; RXNREL.RRF and RXNSAT.RRF are read where they lie beside it."""
    conso = only(files, "RXNCONSO.RRF")
    atc: Codes = defaultdict(set)
    names = _names(conso, atc, skipped)
    relations, attributes = (_other(files, conso, name) for name in ("RXNREL.RRF", "RXNSAT.RRF"))
    brands = _brands(relations, names) if relations else {}
    if attributes:
        _add_atc(attributes, atc)
    taken = {brand for held in brands.values() for brand in held}
    for code, (kind, name) in names.items():
        if code in taken:
            continue
        said = say(name)
        yield Record(
            id=f"rxcui:{code}",
            label="DRUG",
            name=name,
            forms=() if kind == "BN" else said,
            brands=said if kind == "BN" else tuple(names[b][1] for b in brands.get(code, ())),
            codes=(("rxcui", code), *(("atc", found) for found in sorted(atc.get(code, ())))),
        )


def _other(files: Sequence[Path], conso: Path, name: str) -> Path | None:
    named = next((file for file in files if base(file).upper() == name), None)
    return named or beside(conso, name)


def _names(conso: Path, atc: Codes, skipped: Skipped) -> Names:
    """The names that are used; rows of ATC give no name, and a code to `atc`."""
    names: Names = {}
    for row in rows(conso, CONSO):
        if _is_atc(row):
            atc[row["RXCUI"]].add(row["CODE"])
        elif row["SAB"] != "RXNORM":
            skipped["of another source than RxNorm itself"] += 1
        elif row["LAT"] != "ENG":
            skipped["not English"] += 1
        elif row["TTY"] not in (*_INGREDIENTS, "BN"):
            skipped["neither ingredient nor brand"] += 1
        elif row["SUPPRESS"] != "N":
            skipped["suppressed"] += 1
        else:
            names[row["RXCUI"]] = row["TTY"], row["STR"]
    return names


def _brands(relations: Path, names: Names) -> Mapping[str, list[str]]:
    """The brands of each ingredient; which of the two is the brand is told by their term types,
    so that the direction in which a relation is written cannot mislead."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(relations, REL):
        pair = row["RXCUI1"], row["RXCUI2"]
        if row["RELA"] not in _BRAND_OF or row["SUPPRESS"] not in ("", "N"):
            continue
        if pair[0] not in names or pair[1] not in names:
            continue
        kinds = [names[one][0] for one in pair]
        if kinds.count("BN") == 1:
            brand, of = pair if kinds[0] == "BN" else reversed(pair)
            found[brand].add(of)
    brands: dict[str, list[str]] = defaultdict(list)
    for brand, ingredients in sorted(found.items()):
        for kind in _INGREDIENTS:
            best = [one for one in ingredients if names[one][0] == kind]
            if len(best) == 1:
                brands[best[0]].append(brand)
            if best:
                break
    return brands


def _add_atc(attributes: Path, atc: Codes) -> None:
    """Add the codes of an attribute file to `atc`."""
    for row in rows(attributes, SAT):
        if _is_atc(row):
            atc[row["RXCUI"]].add(row["CODE"])


def _is_atc(row: Mapping[str, str]) -> bool:
    """True for a row of either file that gives a substance its ATC code."""
    current = row["SAB"] == "ATC" and row["SUPPRESS"] in ("", "N")
    return current and bool(SUBSTANCE.fullmatch(row["CODE"]))
