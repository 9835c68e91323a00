"""openFDA: the brands and ingredients of products, from the NDC directory or from the labels.

Both tell of products, and of an ingredient once for each product that holds it. The concept is the
ingredient, or the combination; products become its brands. A "brand" that only repeats the
ingredient ("Ibuprofen Tablets") is none. Codes of products say nothing about an ingredient, so only
the UNII of a single one is kept. (open.fda.gov, drug/ndc and drug/label, downloads.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.io.terms.record import Record, Skipped
from pipeline.io.terms.results import results
from pipeline.io.terms.sayable import calm, say

MOST_INGREDIENTS = 4
"""What holds more is a mixture that nobody names by its parts."""


def read_ndc(files: Sequence[Path], skipped: Skipped) -> Iterator[Record]:
    """Records of the NDC directory."""
    for path in files:
        for _, product in results(path):
            if "ALLERGENIC" in str(product.get("product_type", "")):
                skipped["an allergen for testing"] += 1
                continue
            actives = product.get("active_ingredients")
            listed = actives if isinstance(actives, list) else ()
            names = [active.get("name") for active in listed if isinstance(active, dict)]
            yield from _product([product.get("brand_name")], names, product, skipped)


def read_label(files: Sequence[Path], skipped: Skipped) -> Iterator[Record]:
    """Records of the product labels."""
    for path in files:
        for _, label in results(path):
            known = label.get("openfda")
            known = known if isinstance(known, dict) else {}
            brands, names = _texts(known.get("brand_name")), _texts(known.get("substance_name"))
            yield from _product(brands, names, label, skipped)


def _product(
    brands: Sequence[Any], ingredients: Sequence[Any], row: dict[str, Any], skipped: Skipped
) -> Iterator[Record]:
    """What one product tells of its ingredient or combination."""
    names = sorted({calm(name).lower() for name in _texts(ingredients)})
    if not 1 <= len(names) <= MOST_INGREDIENTS:
        skipped["without ingredients" if not names else "a mixture of many ingredients"] += 1
        return
    known = row.get("openfda")
    uniis = sorted(set(_texts(known.get("unii")))) if isinstance(known, dict) else []
    code = uniis[0] if len(uniis) == len(names) == 1 else ""
    name = " and ".join(names)
    yield Record(
        id=f"unii:{code}" if code else f"openfda:{name.replace(' ', '-')}",
        label="DRUG",
        name=name,
        forms=tuple(dict.fromkeys(f for said in (name, "/".join(names)) for f in say(said))),
        brands=tuple(
            form
            for brand in _texts(brands)
            if not any(part.split()[0] in brand.lower().split() for part in names)
            for form in say(calm(brand))
        ),
        codes=(("unii", code),) if code else (),
    )


def _texts(value: Any) -> list[str]:
    """The strings in a list; a file may hold anything in their place."""
    held = value if isinstance(value, list | tuple) else ()
    return [item.strip() for item in held if isinstance(item, str) and item.strip()]
