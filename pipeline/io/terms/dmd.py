"""dm+d: what the NHS calls its medicines, from the moieties, products and ingredients files.

A moiety (VTM, "paracetamol") is the concept. Actual products (AMP, "Panadol 500mg tablets") name
its brands, by way of the virtual product (VMP) that each of them is a make of; the words before
the strength are the brand. Products with no moiety are dressings, gloves and food.
(NHS Business Services Authority, dm+d data model and file formats; codes are SNOMED CT's.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.io.terms.record import Record, Skipped
from pipeline.io.terms.sayable import say
from pipeline.io.terms.xml import elements, root_of

MOIETIES, PRODUCTS = "VIRTUAL_THERAPEUTIC_MOIETIES", "VIRTUAL_MED_PRODUCTS"
BRANDS, INGREDIENTS = "ACTUAL_MEDICINAL_PRODUCTS", "INGREDIENT_SUBSTANCES"
ROOTS = (MOIETIES, PRODUCTS, BRANDS, INGREDIENTS)

_FORM_WORDS = (
    "tablet tablets caplet caplets capsule capsules cream ointment gel lotion solution suspension"
    " syrup spray drops oral eye ear nasal effervescent soluble sachets powder granules patches"
    " suppositories pessaries injection inhaler lozenges shampoo liquid"
)
_FORMS = frozenset(_FORM_WORDS.split())


def read(files: Sequence[Path], skipped: Skipped) -> Iterator[Record]:
    """Records of f_vtm, f_vmp, f_amp and f_ingredient files, those of them that are given."""
    given: dict[str, list[Path]] = {root: [] for root in ROOTS}
    for path in files:
        given[root_of(path, ROOTS)].append(path)
    moieties: dict[str, str] = {}
    for row in _rows(given[MOIETIES], "VTM", skipped):
        moieties[row["VTMID"]] = row["NM"]
        yield _record(row["VTMID"], row["NM"])
    for row in _rows(given[INGREDIENTS], "ING", skipped):
        yield _record(row["ISID"], row["NM"])
    moiety_of = {
        row["VPID"]: row["VTMID"]
        for row in _rows(given[PRODUCTS], "VMP", skipped)
        if row.get("VTMID") in moieties
    }
    yield from _brands(_rows(given[BRANDS], "AMP", skipped), moiety_of, moieties, skipped)


def _rows(paths: Sequence[Path], tag: str, skipped: Skipped) -> Iterator[Mapping[str, str]]:
    """The cells of every element `tag` that is valid and has its id and its name."""
    ids = {"VTM": "VTMID", "VMP": "VPID", "AMP": "VPID", "ING": "ISID"}
    for path in paths:
        for element in elements(path, tag):
            row = {str(cell.tag): (cell.text or "").strip() for cell in element}
            if row.get("INVALID") == "1":
                skipped["marked invalid"] += 1
            elif not row.get(ids[tag], "").isdigit() or not row.get("NM"):
                skipped["without an id or a name"] += 1
            else:
                yield row


def _record(code: str, name: str, brands: tuple[str, ...] = ()) -> Record:
    forms = () if brands else say(name)
    return Record(f"snomed:{code}", "DRUG", name, forms, brands, codes=(("snomed", code),))


def _brands(
    rows: Iterator[Mapping[str, str]],
    moiety_of: Mapping[str, str],
    moieties: Mapping[str, str],
    skipped: Skipped,
) -> Iterator[Record]:
    for row in rows:
        moiety = moiety_of.get(row["VPID"])
        if moiety is None:
            skipped["a product without a moiety in these files"] += 1
            continue
        brand = _brand(row["NM"])
        if not brand or brand.split()[0].lower() == moieties[moiety].split()[0].lower():
            skipped["a product without a brand"] += 1
            continue
        yield _record(moiety, moieties[moiety], say(brand))


def _brand(name: str) -> str:
    """The words of a product's name before its strength and form."""
    words = name.split()
    strength = next((at for at, word in enumerate(words) if word[0].isdigit()), len(words))
    words = words[:strength]
    while words and words[-1].lower() in _FORMS:
        words.pop()
    return " ".join(words)
