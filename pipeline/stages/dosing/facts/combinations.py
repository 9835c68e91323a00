"""Products of several drugs: what each tablet, sachet or spoon of them holds.

"Vicodin" is 300 or 325 mg of paracetamol as much as it is hydrocodone, and it is the paracetamol
that kills. No label states a limit for the product's weight, so the table says what its parts are
and in which strengths it is sold, and the limits stay those of the parts. Which strength a page
means, and what a dose then comes to, is reckoned in `portions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.model.changes import Citation
from pipeline.stages.dosing.facts.limits import STATUSES, Limit, Limits, citations
from pipeline.stages.dosing.facts.tables import read_table
from pipeline.text import units

PIECES = frozenset({"tablet", "capsule", "piece", "lozenge", "dose"})
"""Forms of which one is one: "two Excedrin" and "two doses" count as tablets do."""


@dataclass(frozen=True, slots=True)
class Combination:
    """One row: a product as sold under `names`, or under any other name where there are none.

    Each of `strengths` is a marketed one, in milligrams of each of `parts` in one `per`: "piece",
    "sachet" or a volume such as "30 ml". `interval` (hours), `days`, and the most of them `at_once`
    and `a_day` are those of its label for self-care.
    """

    product: str
    names: tuple[str, ...]
    parts: tuple[str, ...]
    strengths: tuple[tuple[float, ...], ...]
    per: str
    status: str
    interval: float | None = None
    days: float | None = None
    at_once: float | None = None
    a_day: float | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def key(self) -> str:
        """Where the row stands in the reference tables."""
        return "/".join(filter(None, ("combinations", self.product, *self.names[:1], self.per)))

    def pieces(self, count: float, unit: str | None) -> float | None:
        """How many of `per` are in `count` of `unit`; None where one is not made of the other."""
        if self.per.endswith(" ml"):
            ml = units.ML.get(unit or "")
            return None if ml is None else count * ml / float(self.per.removesuffix(" ml"))
        if unit is None or unit == self.per or (self.per == "piece" and unit in PIECES):
            return count
        return None


@dataclass(frozen=True)
class Combinations:
    """All rows, found by product and by the trade name that is written."""

    rows: tuple[Combination, ...] = ()

    @cached_property
    def by_product(self) -> dict[str, tuple[Combination, ...]]:
        table: dict[str, list[Combination]] = {}
        for row in self.rows:
            table.setdefault(row.product, []).append(row)
        return {name: tuple(rows) for name, rows in table.items()}

    def of(self, product: str | None, written: str) -> tuple[Combination, ...]:
        """The rows for what is `written`: of its trade name, else those of the product."""
        rows = self.by_product.get(product or "", ())
        named = [(name, row) for row in rows for name in row.names if name in written.lower()]
        if named:
            longest = max(len(name) for name, _ in named)
            return tuple(row for name, row in named if len(name) == longest)
        return tuple(row for row in rows if not row.names)

    def several(self, product: str | None, written: str) -> bool | None:
        """True when what is `written` is sold in several strengths; None for no such product.

        A sachet of it is a dose on any label.
        """
        if product not in self.by_product:
            return None
        rows = [row for row in self.of(product, written) if row.per == "piece"]
        return len({strength for row in rows for strength in row.strengths}) > 1


def load_combinations(lines: Iterable[str]) -> Combinations:
    """The table from lines of TSV; raises ValueError naming the row that is wrong."""
    rows = tuple(_rows(lines))
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        _check(row)
        for name in row.names or ("",):
            if (row.product, name, row.per) in seen:
                raise ValueError(f"{row.product}: two rows for {name or 'the product'!r}")
            seen.add((row.product, name, row.per))
    return Combinations(rows)


def product_rows(combinations: Combinations, limits: Limits) -> Iterator[Limit]:
    """A row of limits for each product that has none: class, status, interval and days.

    Its class is the strictest of its parts'; it has no amounts, those are held against the parts'.
    """
    for product, rows in combinations.by_product.items():
        if product in limits.by_ingredient:
            continue
        parts = {part for row in rows for part in row.parts}
        classes = {row.drug_class for part in parts if (row := limits.any(part))}
        plain = next((row for row in rows if not row.names), rows[0])
        yield Limit(
            ingredient=product,
            population="adult",
            form="",
            drug_class=min(classes, default="B"),
            status=plain.status,
            interval=min((r.interval for r in rows if r.interval), default=None),
            days=max((r.days for r in rows if r.days), default=None),
            citations=plain.citations,
        )


def _rows(lines: Iterable[str]) -> Iterator[Combination]:
    for row in read_table(lines):
        yield Combination(
            product=row["product"],
            names=_cells(row["names"].lower()),
            parts=_cells(row["parts"]),
            strengths=tuple(
                tuple(float(mass) for mass in strength.split("/"))
                for strength in _cells(row["strengths_mg"])
            ),
            per=row["per"],
            status=row["status"],
            interval=_number(row["interval_h"]),
            days=_number(row["self_care_days"]),
            at_once=_number(row["most_at_once"]),
            a_day=_number(row["most_a_day"]),
            citations=citations({**row, "ingredient": row["product"]}),
        )


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


def _check(row: Combination) -> None:
    volume = row.per.endswith(" ml") and float(row.per.removesuffix(" ml")) > 0
    if row.per not in ("piece", "sachet") and not volume:
        raise ValueError(f"{row.product}: per {row.per!r}")
    if row.status not in STATUSES:
        raise ValueError(f"{row.product}: status {row.status!r}")
    if not row.parts or len(set(row.parts)) < len(row.parts):
        raise ValueError(f"{row.product}: parts {row.parts}")
    if not row.citations:
        raise ValueError(f"{row.product}: no source")
    if row.at_once and row.a_day and row.at_once > row.a_day:
        raise ValueError(f"{row.product}: {row.at_once:g} at once, {row.a_day:g} a day")
    for strength in row.strengths:
        if len(strength) != len(row.parts) or min(strength) <= 0:
            raise ValueError(f"{row.product}: strength {strength} of {len(row.parts)} parts")
