"""Which drugs a group of the table holds.

Those its row lists, those whose place in the ATC classification says so, and every product that has
one of them among its parts: a tablet of paracetamol with codeine is an opioid to whoever drinks on
top of it. A name that the row lists with a minus is left out, as is the gel that holds heparin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.stages.dosing.facts.atc import AtcClass
from pipeline.stages.dosing.facts.tables import read_table

_BESIDE = re.compile(r"/|, | and ")


def parts_of(product: str) -> tuple[str, ...]:
    """The ingredients of `product` ("a/b", "a and b"); none where it is a single one."""
    parts = tuple(filter(None, _BESIDE.split(product)))
    return parts if len(parts) > 1 else ()


def products_of(drugs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The parts by product, in lower case, from the lines of `drugs.tsv`."""
    names = (
        row["preferred"].lower()
        for row in read_table(drugs)
        if row["type"] == "DRUG" and row["id"].startswith("drug:")
    )
    return {name: parts for name in names if (parts := parts_of(name))}


def members(
    group: str,
    listed: Iterable[str],
    known: Mapping[str, AtcClass],
    products: Mapping[str, tuple[str, ...]],
) -> tuple[str, ...]:
    """The ingredients of `group`: those `listed`, of its classes, and the products of either."""
    listed = tuple(listed)
    out = {name[1:] for name in listed if name.startswith("-")}
    found = dict.fromkeys(name for name in listed if not name.startswith("-"))
    found.update(dict.fromkeys(name for name, each in known.items() if group in each.groups))
    found.update(dict.fromkeys(_made_of(found, products)))
    return tuple(name for name in found if name not in out)


def _made_of(found: Iterable[str], products: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    single = frozenset(found)
    return (name for name, parts in products.items() if not single.isdisjoint(parts))
