"""Amounts in milligrams, at once and a day, and as a reader writes them."""

from __future__ import annotations

from pipeline.model.dose import DoseMention, Quantity

_MASS = {"mg": 1.0, "g": 1000.0, "mcg": 0.001, "µg": 0.001, "ug": 0.001}


_IU_MG = {"vitamin a": 0.0003, "vitamin d": 0.000025, "vitamin e": 0.67}
"""Milligrams of one international unit: retinol 0.3 mcg, cholecalciferol 0.025 mcg (IOM)."""


def milligrams(quantity: Quantity | None, ingredient: str | None) -> tuple[float, float] | None:
    """`quantity` in milligrams (low, high); None for counts, volumes and unknown units."""
    if quantity is None or quantity.unit is None:
        return None
    unit = quantity.unit.lower()
    factor = _MASS.get(unit)
    if factor is None and unit == "iu":
        factor = _IU_MG.get(ingredient or "")
    return None if factor is None else (quantity.low * factor, quantity.high * factor)


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


def written(milligrams_: float) -> str:
    """An amount as a reader writes it: "4,000 mg", "50 mcg"."""
    if milligrams_ < 0.1:
        return f"{milligrams_ * 1000:,.4g} mcg"
    if milligrams_ >= 100:
        return f"{milligrams_:,.0f} mg"
    return f"{milligrams_:.4g} mg"
