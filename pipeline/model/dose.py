"""What a text says to take: quantities and the regimen they are part of.

Follows section 4 of the dosing taxonomy. A range is a pair (low, high); a single number is a pair
of two equal numbers, so that arithmetic never has to ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.span import Span

PARTS = ("DOSE", "STRENGTH", "FORM", "ROUTE", "FREQUENCY", "DURATION")
"""Labels of the mentions that say how a medicine is taken; they stand for no concept."""


class Population(StrEnum):
    """Whom a dose is for, as the text says it."""

    ADULT = "adult"
    CHILD = "child"
    INFANT = "infant"
    ADOLESCENT = "adolescent"
    ELDERLY = "elderly"
    PREGNANCY = "pregnancy"
    LACTATION = "lactation"
    RENAL = "renal"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its unit as normalised: `mg`, `g`, `mcg`, `ml`, `IU`, `tablet`, `drop` …"""

    low: float
    high: float
    unit: str | None


@dataclass(frozen=True, slots=True)
class DoseMention:
    """One regimen as the page states it; every field but the span and the drug may be unknown.

    `drug` is as written, `ingredient` the INN in lower case. `amount` is the single dose (a mass
    where the strength is known, else a count). `strength` is the mass of one unit of form where
    stated. `per_day` counts doses a day (low, high); `interval_hours` the stated shortest
    interval; `cap` a stated maximum ("no more than 6 tablets in 24 hours") as a mass or count a
    day. `daily_mg` is the upper bound a day in milligrams, after the cap.
    `computation` lays the arithmetic open ("2 tablets × 500 mg × every 4 h = 6,000 mg a day").
    """

    span: Span
    drug: str | None
    drug_span: Span | None
    ingredient: str | None
    amount: Quantity | None = None
    count: Quantity | None = None
    strength: Quantity | None = None
    per_kg: bool = False
    per_day: tuple[float, float] | None = None
    interval_hours: float | None = None
    cap: Quantity | None = None
    daily_mg: float | None = None
    route: str | None = None
    form: str | None = None
    duration_days: tuple[float, float] | None = None
    open_ended: bool = False
    as_needed: bool = False
    population: Population | None = None
    computation: str = ""
