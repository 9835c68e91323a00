"""Amounts that only a misread number explains.

A prefix lost moves a dose by a thousand, a dash lost welds "15–20" to 1520. Such an amount is no
overdose that somebody advises but a fault of the text, and a rule of its own says so.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.model.dose import DoseMention, Quantity
from pipeline.stages.dosing.facts.limits import Limit
from pipeline.stages.dosing.facts.masses import milligrams


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


def as_written(dose: DoseMention, row: Limit | None) -> DoseMention:
    """`dose` with the range that a lost dash welded to one number; any other dose as it is.

    For the record: what the writer meant is plain, while the rules go on to judge what stands
    on the page.
    """
    welded = lost_dash(dose, row) if row is not None else None
    if welded is None or dose.amount is None:
        return dose
    amount = Quantity(float(welded[0]), float(welded[1]), dose.amount.unit)
    share = amount.high / dose.amount.high
    daily = None if dose.daily_mg is None else dose.daily_mg * share
    return replace(dose, amount=amount, daily_mg=daily)
