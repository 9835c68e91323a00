"""Arithmetic against the table of limits: single dose, daily dose, interval, duration.

The taxonomy's severities follow the drug's margin: with a narrow one (class A) half as much again
is critical, with a wide one (class C) three times the limit is major. Where only the top of a
range is over, it is one level less; where a child below twelve takes it, one more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.dose import DoseMention, Population, Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.claims import Candidate, scoped, shifted
from pipeline.stages.dosing.excerpt import daily_part, single_part
from pipeline.stages.dosing.growing import weight_of
from pipeline.stages.dosing.limits import Limit
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.scope import supervision

_MASS = {"mg": 1.0, "g": 1000.0, "mcg": 0.001, "µg": 0.001, "ug": 0.001}


_IU_MG = {"vitamin a": 0.0003, "vitamin d": 0.000025, "vitamin e": 0.67}
"""Milligrams of one international unit: retinol 0.3 mcg, cholecalciferol 0.025 mcg (IOM)."""


TOLERANCE = 1.01
"""Strengths are rounded (220 mg, 8.6 mg); one per cent over is not over."""


_FORMS = {"patch": "patch", "transdermal": "patch", "piece": "gum", "lozenge": "lozenge"}
"""Words of the table for forms and routes that the grammar names otherwise."""


CHILDREN = (Population.CHILD, Population.INFANT)
_ROWS = {
    Population.CHILD: ("child",),
    Population.INFANT: ("infant", "child"),
    Population.ELDERLY: ("elderly",),
    Population.RENAL: ("renal", "elderly"),
}
"""The rows of the table that come before the adult's."""

_WHO = {Population.CHILD: " for children", Population.INFANT: " for infants"}


def milligrams(quantity: Quantity | None, ingredient: str | None) -> tuple[float, float] | None:
    """`quantity` in milligrams (low, high); None for counts, volumes and unknown units."""
    if quantity is None or quantity.unit is None:
        return None
    unit = quantity.unit.lower()
    factor = _MASS.get(unit)
    if factor is None and unit == "iu":
        factor = _IU_MG.get(ingredient or "")
    return None if factor is None else (quantity.low * factor, quantity.high * factor)


def row_for(passage: Passage, dose: DoseMention) -> Limit | None:
    """The limit that `dose` is held against; a child's where there is one."""
    limits = passage.knowledge.limits
    forms = (_FORMS.get(dose.form or ""), _FORMS.get(dose.route or "", dose.route))
    wanted = _ROWS.get(dose.population or Population.ADULT, ())
    for population in (*wanted, "adult"):
        row = limits.find(dose.ingredient, population, *forms)
        if row is not None:
            return row
    return None


def severity_for(drug_class: str, ratio: float, *, top_only: bool, child: bool) -> Severity:
    """Section 1 of the taxonomy; `ratio` is dose over limit, above 1."""
    if drug_class == "A":
        severity = Severity.CRITICAL if ratio >= 1.5 else Severity.MAJOR
    elif drug_class == "C":
        severity = Severity.MAJOR if ratio >= 3 else Severity.MINOR
    else:
        severity = Severity.CRITICAL if ratio >= 3 else Severity.MAJOR
    return shifted(severity, child - top_only)


def doses(passage: Passage) -> Iterator[tuple[Sentence, DoseMention]]:
    """Every dose with its sentence."""
    for sentence in passage.sentences:
        for dose in sentence.doses:
            yield sentence, dose


def single_doses(passage: Passage) -> Iterator[Candidate]:
    """Doses whose one amount is more than the label allows at once."""
    for sentence, dose in doses(passage):
        amount = milligrams(dose.amount, dose.ingredient)
        row = row_for(passage, dose)
        if amount is None or row is None or misread(dose, row) or _a_day(passage, dose):
            continue
        prescribed = supervision(passage, sentence, dose.span) is not None
        limit = row.single_for(prescribed=prescribed)
        what = "a single dose"
        if dose.per_kg:
            limit, what = row.single_per_kg, "a single dose, per kg"
        else:
            limit = _by_weight(passage, sentence, dose, limit, row.single_per_kg)
        if limit is None or (row.schedule and not dose.per_kg and prescribed):
            continue
        part = single_part(passage, dose)
        yield compared(passage, sentence, dose, row, part, amount, limit, what)


def _by_weight(
    passage: Passage,
    sentence: Sentence,
    dose: DoseMention,
    limit: float | None,
    per_kg: float | None,
) -> float | None:
    """`limit`, or what the child's weight allows where that is less; an infant's fixed limit is
    that of the youngest, so there the weight alone decides."""
    weight = weight_of(passage, sentence, dose) if per_kg is not None else None
    if weight is None or per_kg is None:
        return limit
    if limit is None or dose.population is Population.INFANT:
        return per_kg * weight
    return min(limit, per_kg * weight)


_A_DAY = re.compile(r"\b(?:a|per|each|every) day\b|\bdaily\b|/ ?day\b", re.IGNORECASE)
_AT_ONCE = re.compile(r"\bonce\b|\bsingle\b|\btimes\b|\bevery [0-9a-z]+ hours", re.IGNORECASE)


def _a_day(passage: Passage, dose: DoseMention) -> bool:
    """True for "400 mg a day": an amount of the day, which says nothing of a single dose."""
    words = dose.span.of(passage.text)
    once = dose.per_day is not None and dose.per_day[1] <= 1
    return once and _A_DAY.search(words) is not None and _AT_ONCE.search(words) is None


def daily_doses(passage: Passage) -> Iterator[Candidate]:
    """Doses whose total a day is more than the label allows."""
    for sentence, dose in doses(passage):
        row = row_for(passage, dose)
        if row is None or misread(dose, row):
            continue
        prescribed = supervision(passage, sentence, dose.span) is not None
        total = daily_total(dose)
        limit = row.daily_for(prescribed=prescribed)
        what = "a day"
        if dose.per_kg:
            limit, what = row.daily_per_kg, "a day, per kg"
        else:
            limit = _by_weight(passage, sentence, dose, limit, row.daily_per_kg)
        if total is None or limit is None:
            continue
        part = daily_part(passage, dose)
        yield compared(passage, sentence, dose, row, part, total, limit, what)


def daily_total(dose: DoseMention) -> tuple[float, float] | None:
    """Milligrams a day (low, high), after a stated cap."""
    amount = milligrams(dose.amount, dose.ingredient)
    if dose.per_kg:
        if amount is None or dose.per_day is None:
            return None
        return amount[0] * dose.per_day[0], amount[1] * dose.per_day[1]
    high = dose.daily_mg
    if high is None and dose.per_day is not None and amount is not None:
        high = amount[1] * dose.per_day[1] if dose.cap is None else None
    if high is None:
        return None
    if amount is None or dose.per_day is None or dose.cap is not None:
        return high, high
    return min(high, amount[0] * dose.per_day[0]), high


def compared(
    passage: Passage,
    sentence: Sentence,
    dose: DoseMention,
    row: Limit,
    part: Span,
    amount: tuple[float, float],
    limit: float,
    what: str,
) -> Candidate:
    """A candidate that lays the comparison open."""
    low, high = amount
    ratio = high / limit
    shown = f"{written(high)} {what}; the limit is {written(limit)}"
    name = row.ingredient
    who = _WHO.get(dose.population or Population.ADULT, "")
    severity = severity_for(
        row.drug_class,
        ratio,
        top_only=low <= limit * TOLERANCE,
        child=dose.population in CHILDREN,
    )
    candidate = Candidate(
        evidence=part,
        severity=severity,
        explanation=f"{name}{who}: {shown}",
        computation=f"{dose.computation or written(high)}; {written(high)} ÷ {written(limit)}"
        f" = {ratio:.2g}",
        citations=row.citations,
    )
    if ratio <= TOLERANCE:
        return candidate.but(f"within the limit of {written(limit)} {what}")
    return scoped(passage, sentence, candidate)


def written(milligrams_: float) -> str:
    """An amount as a reader writes it: "4,000 mg", "50 mcg"."""
    if milligrams_ < 0.1:
        return f"{milligrams_ * 1000:,.4g} mcg"
    if milligrams_ >= 100:
        return f"{milligrams_:,.0f} mg"
    return f"{milligrams_:.4g} mg"


def misread(dose: DoseMention, row: Limit) -> bool:
    """True when the amount is not one of this drug by a factor that only a unit explains."""
    return unit_shift(dose, row) is not None or lost_dash(dose, row) is not None


def unit_shift(dose: DoseMention, row: Limit) -> float | None:
    """The factor that makes the amount plausible, None where none is needed or none does.

    A prefix lost or doubled moves a dose by a thousand; so an amount outside what the drug is ever
    given in, and inside it after that shift, is a unit error and no question of more or less.
    """
    amount = milligrams(dose.amount, dose.ingredient)
    if amount is None or row.low is None or row.high is None or dose.per_kg:
        return None
    low, high = amount
    if high <= 0 or (low <= row.high and high >= row.low):
        return None
    for factor in (0.001, 1000.0, 0.000001):
        if row.low <= high * factor <= row.high:
            return factor
    return None


def lost_dash(dose: DoseMention, row: Limit) -> tuple[int, int] | None:
    """The two numbers that were welded to one when a range lost its dash, or None.

    1520 mg of prednisone is 15–20: both halves plausible, the first smaller, the whole not.
    """
    amount = dose.amount
    if amount is None or row.high is None or row.low is None or amount.low != amount.high:
        return None
    mass = milligrams(amount, dose.ingredient)
    if mass is None or mass[1] <= row.high or amount.low != int(amount.low) or amount.low > 1e8:
        return None
    digits, scale = str(int(amount.low)), mass[1] / amount.low
    for cut in range(1, len(digits)):
        first, second = int(digits[:cut]), int(digits[cut:])
        fits = digits[cut] != "0" and first < second <= 10 * first
        if fits and row.low <= first * scale and second * scale <= row.high:
            return first, second
    return None
