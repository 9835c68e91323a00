"""What a drug's place in the ATC classification says where no row of ours names it.

The table of limits knows a few hundred ingredients; articles name many more. That a drug is an
antibiotic, and needs a prescription, stands in its code: all of J01 are. So a class, a status and
groups are given by prefix, the longest one that fits, and never a limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.stages.dosing.facts.limits import Limit
from pipeline.stages.dosing.facts.tables import read_table


@dataclass(frozen=True, slots=True)
class AtcClass:
    """What holds for every drug whose code begins with a prefix."""

    drug_class: str
    status: str
    groups: tuple[str, ...]


def classes_of(classes: Iterable[str], drugs: Iterable[str]) -> dict[str, AtcClass]:
    """By ingredient in lower case, from the lines of `atc_classes.tsv` and `drugs.tsv`."""
    table = {
        row["atc"]: AtcClass(
            row["class"], row["status"], tuple(filter(None, row["groups"].split(";")))
        )
        for row in read_table(classes)
    }
    found: dict[str, AtcClass] = {}
    for row in read_table(drugs):
        if row["type"] != "DRUG" or not row["id"].startswith("drug:"):
            continue
        best = _longest(table, row["atc"].split(";")[0].strip())
        if best is not None:
            found.setdefault(row["preferred"].lower(), best)
    return found


def _longest(table: Mapping[str, AtcClass], code: str) -> AtcClass | None:
    for end in range(len(code), 2, -1):
        if code[:end] in table:
            return table[code[:end]]
    return None


def rows_for(known: Mapping[str, AtcClass], named: Iterable[str]) -> tuple[Limit, ...]:
    """A row without numbers for each ingredient that no row of the limits names."""
    named = set(named)
    return tuple(
        Limit(name, "adult", "", each.drug_class, each.status)
        for name, each in known.items()
        if name not in named
    )
