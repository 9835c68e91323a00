"""A dose that is counted, in milligrams: of a product of several drugs as the doses of its parts.

"Two Vicodin 5/500 every three hours" is 80 mg of hydrocodone and 8 g of paracetamol a day. The
strength is the one that is written; else what the marketed ones agree on, and where they differ the
weakest of them, which is the least that is taken. Where not even that is known there is no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from pipeline.model.dose import DoseMention, Population, Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.facts.combinations import PIECES, Combination
from pipeline.stages.dosing.reading.arithmetic import say
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.text import units
from pipeline.text.numbers import grouped, grouped_range

Strength = tuple[float, ...]

_NUMBER = r"([0-9]{1,4}(?:\.[0-9]{1,3})?)"
_PARTED = re.compile(
    rf"(?<![0-9./,-]){_NUMBER}(?: ?mg)? ?([/+-]| and ) ?{_NUMBER}(?:(?: ?mg)? ?/ ?{_NUMBER})?"
    r"(?![0-9]|[.,/-][0-9])",
    re.IGNORECASE,
)
_AROUND = 24
"""A strength stands inside the dose, or this close to it: "two 5/325 tablets of Norco"."""
_FAR_FROM_SOLD = 2.5
"""A written strength that is no longer sold is still within this factor of one that is."""


def portions(passage: Passage, sentence: Sentence, dose: DoseMention) -> Iterator[DoseMention]:
    """What `dose` comes to for each part, or in all where the product has limits of its own."""
    yield from _of_one_drug(passage, dose)
    for row in passage.knowledge.combinations.of(dose.ingredient, dose.drug or ""):
        known = _strengths(passage, sentence, dose, row)
        got = taken(dose, row)
        if got is None or not known:
            continue
        for part, masses in _shares(passage, row, known):
            least = "" if len(set(masses)) == 1 else "at least "
            beside = f" in {row.per}" if row.per.endswith(" ml") else ""
            words = f"{say(got.shown)} × {least}{grouped(min(masses))} mg {part}{beside}"
            yield _portion(dose, part, got, min(masses), words)
        return


_SOLID = (PIECES | {"sachet"}) - {"dose"}
_MOST = 30
"""More tablets than this are a pack."""
_FAR_TOO_MUCH = 1.5


def _of_one_drug(passage: Passage, dose: DoseMention) -> Iterator[DoseMention]:
    """Tablets of one drug that is sold in one strength; of several strengths, the weakest, where
    even that is far too much at once. Otherwise what is wrong is that the strength is not said."""
    counted = dose.count or dose.amount
    weighed = (
        dose.strength or dose.per_kg or units.is_mass(dose.amount.unit if dose.amount else None)
    )
    if counted is None or weighed or counted.unit not in _SOLID or counted.high > _MOST:
        return
    young = dose.population in (Population.CHILD, Population.INFANT)
    row = passage.knowledge.limits.find(dose.ingredient, "child" if young else "adult")
    if row is None or not row.strengths:
        return
    each = min(row.strengths)
    single = row.single_for(prescribed=False)
    if len(row.strengths) > 1 and not (single and counted.high * each >= _FAR_TOO_MUCH * single):
        return
    least = "at least " if len(row.strengths) > 1 else ""
    words = f"{say(counted)} × {least}{grouped(each)} mg"
    got = Taken(counted, counted.low, counted.high)
    yield _portion(dose, row.ingredient, got, each, words)


def _shares(
    passage: Passage, row: Combination, known: Sequence[Strength]
) -> Iterator[tuple[str, Sequence[float]]]:
    """Each part with its masses by strength; the product itself where it has limits."""
    own = passage.limit(row.product)
    if own is not None and own.daily_for(prescribed=True) is not None:
        yield row.product, [sum(strength) for strength in known]
        return
    yield from zip(row.parts, zip(*known, strict=True), strict=True)


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken at once: as the page says it, and how many of what the row weighs that is."""

    shown: Quantity
    low: float
    high: float


def taken(dose: DoseMention, row: Combination) -> Taken | None:
    """A mass of one part is one piece; None where `row` weighs something else."""
    counted = dose.count or dose.amount
    if counted is None or dose.per_kg:
        return None
    if dose.count is None and units.is_mass(counted.unit):
        return Taken(Quantity(1, 1, "sachet" if row.per == "sachet" else "tablet"), 1, 1)
    low, high = (row.pieces(each, counted.unit) for each in (counted.low, counted.high))
    return None if low is None or high is None else Taken(counted, low, high)


def _strengths(
    passage: Passage, sentence: Sentence, dose: DoseMention, row: Combination
) -> tuple[Strength, ...]:
    """The strengths that may be meant: the one written, else those that fit the mass given."""
    written = _written(passage, sentence, dose, row)
    if written:
        return (written,)
    mass = dose.strength or (None if dose.count else dose.amount)
    if mass is None or not units.is_mass(mass.unit):
        return row.strengths
    weight = units.to_mg(mass.high, mass.unit)
    return tuple(strength for strength in row.strengths if weight in strength)


def _written(
    passage: Passage, sentence: Sentence, dose: DoseMention, row: Combination
) -> Strength | None:
    """The strength written in or beside the dose ("5/325", "500 mg/30 mg"), in order of parts."""
    start = max(sentence.span.start, dose.span.start - _AROUND)
    around = Span(start, min(len(passage.text), dose.span.end + _AROUND))
    for match in _PARTED.finditer(around.of(passage.text)):
        numbers = tuple(float(number) for number in match.group(1, 3, 4) if number)
        fitting = _in_order(numbers, row, loose=match[2] == "/")
        if fitting:
            return fitting
    return None


def _in_order(numbers: Strength, row: Combination, *, loose: bool) -> Strength | None:
    """`numbers` in the order of the parts, as sold or, if `loose`, near what is sold."""
    orders = list(permutations(numbers)) if len(numbers) == len(row.parts) else []
    sold = [order for order in orders if order in row.strengths]
    near = [order for order in orders if any(_near(order, each) for each in row.strengths)]
    return next(iter(sold or (near if loose else [])), None)


def _near(one: Strength, sold: Strength) -> bool:
    return all(
        mass and max(mass / each, each / mass) <= _FAR_FROM_SOLD
        for mass, each in zip(one, sold, strict=True)
    )


def _portion(dose: DoseMention, part: str, got: Taken, each: float, words: str) -> DoseMention:
    """`dose` as one of `part`, `each` milligrams in each of what is taken."""
    amount = Quantity(got.low * each, got.high * each, "mg")
    often = dose.per_day[1] if dose.per_day and dose.per_day[1] >= 0.99 else None
    daily = None if often is None else amount.high * often
    if often is not None:
        words += f" × {rhythm(dose)} = {grouped(amount.high * often)} mg a day"
    cap = _cap(dose, each * got.high / got.shown.high)
    if cap is not None and (daily is None or cap < daily):
        daily = cap
        words += f", at most {grouped(cap)} mg a day"
    return replace(
        dose,
        ingredient=part,
        amount=amount,
        count=got.shown,
        strength=Quantity(each, each, "mg"),
        cap=None if cap is None else Quantity(cap, cap, "mg"),
        daily_mg=daily,
        computation=words,
    )


def _cap(dose: DoseMention, each: float) -> float | None:
    """The stated maximum a day in milligrams of a part of which one piece holds `each`."""
    if dose.cap is None:
        return None
    if not units.is_mass(dose.cap.unit):
        return dose.cap.high * each
    cap = units.to_mg(dose.cap.high, dose.cap.unit)
    one = units.to_mg(dose.strength.high, dose.strength.unit) if dose.strength else None
    return cap * each / one if cap and one else cap


def rhythm(dose: DoseMention) -> str:
    """How often, as a factor: "every 3 h", "4 times a day"."""
    if dose.interval_hours:
        return f"every {grouped(dose.interval_hours)} h"
    low, high = dose.per_day or (1.0, 1.0)
    return "once a day" if high == 1 else f"{grouped_range(low, high)} times a day"
