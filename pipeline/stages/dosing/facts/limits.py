"""The table of reference limits: what a label or a formulary allows, with its source.

One row is an ingredient for a population, for one form where it matters. A field that is empty is
a limit we do not know, and what we do not know is never compared. A row whose numbers contradict
one another, or that has a number and no source, is refused when the table is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.model.changes import Citation
from pipeline.stages.dosing.facts.tables import read_table

STATUSES = frozenset({"otc", "rx", "herbal", "supplement", "remedy", "beverage", "toxic"})
SCHEDULES = frozenset({"", "weekly", "monthly", "once"})
POPULATIONS = frozenset({"adult", "child", "infant", "adolescent", "elderly", "renal", "pregnancy"})


@dataclass(frozen=True, slots=True)
class Limit:
    """One row. Amounts are milligrams; `low` to `high` is what a single dose can plausibly be.

    `single` and `daily` are for self-care, `rx_single` and `rx_daily` on prescription; `interval`
    is the shortest time between doses in hours, `times` the most doses a day, `days` the longest
    self-care. `schedule` marks drugs taken weekly, monthly or once.
    """

    ingredient: str
    population: str
    form: str
    drug_class: str
    status: str
    strengths: tuple[float, ...] = ()
    single: float | None = None
    daily: float | None = None
    rx_single: float | None = None
    rx_daily: float | None = None
    single_per_kg: float | None = None
    daily_per_kg: float | None = None
    low: float | None = None
    high: float | None = None
    interval: float | None = None
    times: float | None = None
    days: float | None = None
    schedule: str = ""
    citations: tuple[Citation, ...] = ()

    @property
    def key(self) -> str:
        """Where the row stands in the reference tables: `limits/ibuprofen/adult/topical`."""
        return "/".join(filter(None, ("limits", self.ingredient, self.population, self.form)))

    def single_for(self, *, prescribed: bool) -> float | None:
        """The single maximum; that of the prescription label where there is no other."""
        if prescribed and self.rx_single is not None:
            return self.rx_single
        return self.single if self.single is not None else self.rx_single

    def daily_for(self, *, prescribed: bool) -> float | None:
        """The daily maximum, as `single_for`."""
        if prescribed and (self.rx_daily is not None or self.status == "supplement"):
            return self.rx_daily
        return self.daily if self.daily is not None else self.rx_daily


@dataclass(frozen=True)
class Limits:
    """All rows, found by ingredient, then population and form."""

    rows: tuple[Limit, ...] = ()

    @cached_property
    def by_ingredient(self) -> dict[str, tuple[Limit, ...]]:
        table: dict[str, list[Limit]] = {}
        for row in self.rows:
            table.setdefault(row.ingredient, []).append(row)
        return {name: tuple(rows) for name, rows in table.items()}

    def any(self, ingredient: str | None) -> Limit | None:
        """Some row of `ingredient` (adult first), for its class and status."""
        rows = self.by_ingredient.get(ingredient or "", ())
        return next((r for r in rows if r.population == "adult"), rows[0] if rows else None)

    def find(self, ingredient: str | None, population: str, *forms: str | None) -> Limit | None:
        """The row for `population` and the first of `forms` that has one, else the general one."""
        rows = [
            r for r in self.by_ingredient.get(ingredient or "", ()) if r.population == population
        ]
        for form in filter(None, forms):
            for row in rows:
                if row.form == form:
                    return row
        plain = [r for r in rows if r.form in ("", "oral")]
        return next(iter(plain or rows), None)


def load_limits(lines: Iterable[str]) -> Limits:
    """The table from lines of TSV; raises ValueError naming the row that is wrong."""
    rows = tuple(_rows(lines))
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        key = (row.ingredient, row.population, row.form)
        if key in seen:
            raise ValueError(f"two limits for {' / '.join(key)}")
        seen.add(key)
        _check(row)
    return Limits(rows)


def _rows(lines: Iterable[str]) -> Iterator[Limit]:
    for row in read_table(lines):
        yield Limit(
            ingredient=row["ingredient"],
            population=row["population"],
            form=row["form"],
            drug_class=row["class"],
            status=row["status"],
            strengths=tuple(float(s) for s in row["strengths_mg"].split(";") if s),
            single=_number(row["single_max_mg"]),
            daily=_number(row["daily_max_mg"]),
            rx_single=_number(row["rx_single_max_mg"]),
            rx_daily=_number(row["rx_daily_max_mg"]),
            single_per_kg=_number(row["single_mg_per_kg"]),
            daily_per_kg=_number(row["daily_mg_per_kg"]),
            low=_number(row["low_mg"]),
            high=_number(row["high_mg"]),
            interval=_number(row["interval_h"]),
            times=_number(row["times_a_day"]),
            days=_number(row["self_care_days"]),
            schedule=row["schedule"],
            citations=citations(row),
        )


_DAY = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


def citations(row: dict[str, str]) -> tuple[Citation, ...]:
    """The source columns of a row; none when there is no authority.

    A row read in several documents parts them with " ; " in each column in which they differ.
    `retrieved` is the day on which somebody read the row's numbers there; empty where they were
    entered from knowledge and still await a reader.
    """
    named, retrieved = row.get("ingredient", ""), row.get("retrieved", "")
    if retrieved and not _DAY.fullmatch(retrieved):
        raise ValueError(f"{named}: retrieved is no date: {retrieved!r}")
    if not row.get("authority"):
        return ()
    columns = [row[column].split(_BESIDE) for column in _SOURCE]
    count = max(map(len, columns))
    if any(len(parts) not in (1, count) for parts in columns):
        raise ValueError(f"{named}: {count} sources, and not one of each in every column")
    parts = (column * count if len(column) == 1 else column for column in columns)
    return tuple(
        Citation(authority, document, int(year), section, url, retrieved)
        for authority, document, year, section, url in zip(*parts, strict=True)
    )


_SOURCE = ("authority", "document", "year", "section", "url")
_BESIDE = " ; "


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _check(row: Limit) -> None:
    name = f"{row.ingredient} / {row.population} / {row.form}"
    if row.drug_class not in ("A", "B", "C"):
        raise ValueError(f"{name}: class {row.drug_class!r}")
    if row.status not in STATUSES or row.schedule not in SCHEDULES:
        raise ValueError(f"{name}: status {row.status!r} or schedule {row.schedule!r}")
    if row.population not in POPULATIONS:
        raise ValueError(f"{name}: population {row.population!r}")
    pairs = (
        (row.single, row.daily),
        (row.rx_single, row.rx_daily),
        (row.single_per_kg, row.daily_per_kg),
        (row.low, row.high),
        (row.single, row.rx_single if row.status == "otc" else None),
    )
    for low, high in pairs:
        if low is not None and high is not None and low > high:
            raise ValueError(f"{name}: {low:g} mg is more than {high:g} mg")
    numbers = (
        row.single,
        row.daily,
        row.rx_single,
        row.rx_daily,
        row.interval,
        row.days,
        row.times,
    )
    if any(n is not None for n in numbers) and not row.citations:
        raise ValueError(f"{name}: a limit without a source")
    if any(n is not None and n <= 0 for n in numbers):
        raise ValueError(f"{name}: a limit that is not above zero")
