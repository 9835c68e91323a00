"""From an amount and a frequency to milligrams a day, with the working laid open.

The upper bound counts: the top of a dose range at the shortest interval. A stated maximum replaces
the product where it is lower. What is taken less than daily has no daily amount.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.model.dose import Quantity
from pipeline.stages.dosing.reading.quantities import Amount
from pipeline.stages.dosing.reading.rhythm import COUNT, DAYPART, INTERVAL, PERIOD, Frequency
from pipeline.text import units
from pipeline.text.numbers import grouped, grouped_range

_DAY_HOURS = 24.01
_PLURAL = {"ch": "es", "ss": "es"}
_ONE_BY_ONE = frozenset({"piece", "cup", "glass", "lozenge", "shot"})
"""Forms taken one at a time: "three cups a day" are three doses of one cup."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A dose with its numbers settled; `daily_mg` and `computation` follow from the rest."""

    amount: Quantity | None = None
    count: Quantity | None = None
    strength: Quantity | None = None
    per_day: tuple[float, float] | None = None
    interval_hours: float | None = None
    cap: Quantity | None = None
    daily_mg: float | None = None
    once: bool = False
    computation: str = ""


@dataclass(frozen=True, slots=True)
class _Rhythm:
    per_day: tuple[float, float] | None = None
    interval: float | None = None
    total: bool = False
    once: bool = False
    words: str = ""
    rank: int = -1


def reckon(
    amount: Amount | None,
    frequencies: tuple[Frequency, ...],
    cap: Amount | None = None,
    *,
    ingredient: str | None = None,
    again: bool = False,
) -> Reckoning:
    """Settle one dose; `again` says that another such dose may follow ("and another tablet")."""
    rhythm = _rhythm(frequencies, again)
    count = amount.count if amount else None
    strength = amount.strength if amount else None
    mass = amount.mass if amount else None
    per_kg = amount is not None and amount.per_kg
    crossed = amount is not None and amount.crossed and amount.form is None
    single_file = count is not None and (count.unit in _ONE_BY_ONE or crossed)
    if count and single_file and rhythm.rank == PERIOD and count.low >= 1:
        rhythm = _one_by_one(count, rhythm)
        count, mass = Quantity(1.0, 1.0, count.unit), strength
    total = (mass or count) if rhythm.total else None
    if rhythm.total and rhythm.per_day and rhythm.per_day[1] > 1:
        mass, count = _divided(mass, rhythm.per_day), _divided(count, rhythm.per_day)
    elif rhythm.total:
        mass = count = None
    single = mass or count
    limit = _limit(cap, strength, mass if not count else None)
    per_day = rhythm.per_day if not total or single else None
    per_day = _clipped(per_day, single, count, limit, cap, ingredient)
    daily = None if per_kg else _daily(single, total, per_day, limit, ingredient)
    if total is not None:
        words = f"{say(total)}{'/kg' if per_kg else ''} {rhythm.words}" + (
            " a day" if per_day else ""
        )
    else:
        words = _words(count, strength, single, per_kg, rhythm, per_day, daily, limit)
    return Reckoning(
        single, count, strength, per_day, rhythm.interval, limit, daily, rhythm.once, words
    )


def _rhythm(frequencies: tuple[Frequency, ...], again: bool) -> _Rhythm:
    """What several phrases say together: the best ranked counts, any interval is kept."""
    if not frequencies:
        return _Rhythm((1.0, 2.0), words="once, and once more") if again else _Rhythm()
    best = max(frequencies, key=lambda f: (f.rank, -f.span.start))
    stated = [f.interval_hours for f in frequencies if f.interval_hours]
    hours = [each for each in stated if each * best.per_day[0] <= _DAY_HOURS]
    interval = min(hours) if hours and best.rank in (COUNT, INTERVAL) else None
    low, high = best.per_day
    words = best.words
    if again and best.rank in (DAYPART, PERIOD):
        low, high, words = low, high + 1, f"{words} and once more"
    total = any(f.total for f in frequencies)
    return _Rhythm((low, high), interval, total, best.once, words, best.rank)


def _one_by_one(count: Quantity, rhythm: _Rhythm) -> _Rhythm:
    """ "40 pieces a day" are forty doses of one piece."""
    low, high = rhythm.per_day or (1.0, 1.0)
    per_day = (count.low * low, count.high * high)
    words = f"{grouped_range(*per_day)} times a day"
    return replace(rhythm, per_day=per_day, words=words, rank=COUNT)


def _divided(quantity: Quantity | None, parts: tuple[float, float]) -> Quantity | None:
    if quantity is None:
        return None
    return Quantity(quantity.low / parts[1], quantity.high / parts[0], quantity.unit)


def _limit(cap: Amount | None, strength: Quantity | None, mass: Quantity | None) -> Quantity | None:
    """The cap a day as a mass where it can be weighed, else as a count."""
    if cap is None:
        return None
    if cap.mass is not None:
        return cap.mass
    if cap.count is None:
        return None
    one = strength or mass
    if one is None or cap.form not in (*units.SOLID, None):
        return cap.count
    return Quantity(cap.count.high * one.high, cap.count.high * one.high, one.unit)


def _clipped(
    per_day: tuple[float, float] | None,
    single: Quantity | None,
    count: Quantity | None,
    limit: Quantity | None,
    cap: Amount | None,
    ingredient: str | None,
) -> tuple[float, float] | None:
    """No more doses a day than the cap leaves room for."""
    room = _room(single, limit, ingredient)
    if room is None and count and cap and cap.count and cap.count.unit == count.unit:
        room = cap.count.high / count.low
    if room is None or room < 1:
        return per_day
    if per_day is None:
        return (1.0, room)
    return (min(per_day[0], room), min(per_day[1], room))


def _room(single: Quantity | None, limit: Quantity | None, ingredient: str | None) -> float | None:
    if single is None or limit is None:
        return None
    if single.unit == limit.unit:
        return limit.high / single.low
    one, most = (units.to_mg(q.low, q.unit, ingredient) for q in (single, limit))
    return most / one if one and most else None


def _daily(
    single: Quantity | None,
    total: Quantity | None,
    per_day: tuple[float, float] | None,
    limit: Quantity | None,
    ingredient: str | None,
) -> float | None:
    """Milligrams a day, the upper bound; None when unknown or less often than daily."""
    daily: float | None = None
    if total is not None:
        daily = units.to_mg(total.high, total.unit, ingredient)
    elif single is not None and per_day is not None and per_day[1] >= 0.99:
        one = units.to_mg(single.high, single.unit, ingredient)
        daily = None if one is None else one * per_day[1]
    most = units.to_mg(limit.high, limit.unit, ingredient) if limit else None
    if daily is None or most is None:
        return None if daily is None else round(daily, 9)
    return round(min(daily, most), 9)


def _words(
    count: Quantity | None,
    strength: Quantity | None,
    amount: Quantity | None,
    per_kg: bool,
    rhythm: _Rhythm,
    per_day: tuple[float, float] | None,
    daily: float | None,
    limit: Quantity | None,
) -> str:
    """ "2 tablets × 500 mg × every 4 h = 6,000 mg a day, at most 4,000 mg"."""
    if amount is None:
        return ""
    words = f"{say(count)} × {say(strength)}" if count and strength else say(amount)
    words += "/kg" if per_kg else ""
    if rhythm.words:
        words += f" × {rhythm.words}" if not rhythm.total or per_day else f" {rhythm.words}"
    if rhythm.words and rhythm.per_day and rhythm.per_day[1] >= 0.99 and not per_kg:
        product = amount.high * (rhythm.per_day[1] if per_day else 1.0)
        same = say(Quantity(product, product, amount.unit))
        words += f" = {same} a day"
        if daily is not None and amount.unit not in ("mg", None) and not limit:
            words += f" ({grouped(daily)} mg)"
    if limit:
        words += f", at most {say(limit)}{'/kg' if per_kg else ''} a day"
    return words


def say(quantity: Quantity | None) -> str:
    """ "1–2 tablets", "500 mg", "10,000 IU"."""
    if quantity is None:
        return ""
    number = grouped_range(quantity.low, quantity.high)
    unit = quantity.unit or ""
    if unit and quantity.high > 1 and unit not in ("mg", "g", "mcg", "ml", "l", "IU"):
        unit = "suppositories" if unit == "suppository" else unit + _PLURAL.get(unit[-2:], "s")
    return f"{number} {unit}".strip()
