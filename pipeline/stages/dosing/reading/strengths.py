"""Which mass is the strength of which pieces: "Motilium 10 mg, 2 tablets" is 20 mg.

Within one segment. A mass without a time that stands before a count of the same drug is what one
piece weighs; "120 mg/5 ml" weighs the millilitres and spoons around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.model.dose import Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.caps import Cap
from pipeline.stages.dosing.reading.duration import Duration
from pipeline.stages.dosing.reading.grammar import Drug, Reading
from pipeline.stages.dosing.reading.quantities import Amount
from pipeline.stages.dosing.reading.rhythm import Frequency
from pipeline.text import units


@dataclass(slots=True)
class Draft:
    """A dose being put together; `at` orders drafts, `spans` are the words it is made of."""

    at: Span
    drug: tuple[Span, Drug] | None
    amount: Amount | None
    frequencies: list[Frequency] = field(default_factory=list)
    durations: list[Duration] = field(default_factory=list)
    cap: Cap | None = None
    strength: Quantity | None = None
    foreign: bool = False
    again: bool = False
    as_needed: bool = False
    spans: list[Span] = field(default_factory=list)


_SPOONS = ("teaspoon", "dessertspoon", "tablespoon", "spoon", "cup", "syringe")
_WITH_STRENGTH = (*sorted(units.SOLID), "spray", "puff", "patch", "ampoule", None)


def strengthen(reading: Reading, found: list[Draft]) -> list[Draft]:
    """Turn a mass before a count into its strength: "Motilium 10 mg, 2 tablets"."""
    kept: list[Draft] = []
    strength: Draft | None = None
    for index, draft in enumerate(found):
        amount = draft.amount
        if amount is None:
            continue
        if _is_strength(reading, draft, found[index + 1 : index + 2]):
            strength = draft
            continue
        if amount.count and amount.mass is None and amount.form in _WITH_STRENGTH:
            each = strength.amount if strength and strength.drug == draft.drug else None
            if each and each.mass:
                draft.amount = weighed(amount, each.mass)
                draft.spans.append(each.span)
        if kept and _restated(reading.text, kept[-1], draft):
            kept[-1].amount = _counted(kept[-1].amount or amount, amount)
            kept[-1].spans.append(amount.span)
            continue
        if kept and _same_volume(reading.text, kept[-1], draft):
            kept[-1].spans.append(amount.span)
            continue
        if kept and _in_brackets(reading.text, kept[-1], draft):
            kept[-1].amount = weighed(kept[-1].amount or amount, amount.mass or Quantity(0, 0, ""))
            kept[-1].spans.append(amount.span)
            continue
        if kept and (alike := _like_before(kept[-1], draft)):
            draft.amount = alike
        kept.append(draft)
    for item in reading.amounts:
        if item.strength_only and item.strength and item.form:
            _dilute(item, kept)
        elif item.strength_only and item.strength:
            _fill(item, kept)
    return kept


def _fill(content: Amount, found: Sequence[Draft]) -> None:
    """Give the pieces nearest to "each contains 325 mg" that strength, those behind it first."""
    wanting = [
        draft
        for draft in found
        if draft.amount and draft.amount.form in units.SOLID and not draft.amount.mass
    ]
    behind = [draft for draft in wanting if draft.at.start > content.span.start]
    for draft in behind[:1] or wanting[-1:]:
        if draft.amount and content.strength:
            draft.amount = weighed(draft.amount, content.strength)
            draft.spans.append(content.span)


def _in_brackets(text: str, before: Draft, draft: Draft) -> bool:
    """ "1 tablet a day (loratadine tablets 10 mg)": the bracket says what the tablets are."""
    one, other = before.amount, draft.amount
    if one is None or other is None or one.count is None or one.mass or other.count:
        return False
    gap = text[one.span.end : other.span.start]
    closed = text.startswith(")", other.span.end)
    same = before.drug == draft.drug
    return bool(other.mass and same and closed and "(" in gap and one.form in _WITH_STRENGTH)


def _restated(text: str, before: Draft, draft: Draft) -> bool:
    """ "8 mg three times a day (1 tablet)": the bracket counts what was weighed before."""
    one, other = before.amount, draft.amount
    if one is None or other is None or one.mass is None or one.count or one.per_kg:
        return False
    bracketed = text[: other.span.start].endswith("(") and text.startswith(")", other.span.end)
    return bracketed and other.count is not None and not other.mass and before.drug == draft.drug


def _same_volume(text: str, before: Draft, draft: Draft) -> bool:
    """ "5 ml (one level teaspoon)": the bracket says how the volume is measured out."""
    one, other = before.amount, draft.amount
    if one is None or other is None or one.count is None or other.count is None or other.mass:
        return False
    bracketed = text[: other.span.start].endswith("(") and text.startswith(")", other.span.end)
    return bracketed and one.form == "ml" and other.form in _SPOONS and before.drug == draft.drug


def _counted(weighed_amount: Amount, counted: Amount) -> Amount:
    """The mass of `weighed_amount`, taken as the pieces of `counted`."""
    mass, count = weighed_amount.mass, counted.count
    if mass is None or count is None:
        return weighed_amount
    one = Quantity(mass.high / count.high, mass.high / count.high, mass.unit)
    return replace(weighed_amount, count=count, strength=one, form=counted.form)


def _like_before(before: Draft, draft: Draft) -> Amount | None:
    """ "One tablet in the morning, two at night": the two are tablets as well."""
    one, other = before.amount, draft.amount
    if one is None or other is None or one.count is None or other.count is None:
        return None
    if other.count.unit is not None or other.count.high > 12 or before.drug != draft.drug:
        return None
    counted = replace(other, count=replace(other.count, unit=one.form), form=one.form)
    return weighed(counted, one.strength) if one.strength else counted


def _is_strength(reading: Reading, draft: Draft, following: Sequence[Draft]) -> bool:
    amount = draft.amount
    if not following or amount is None or amount.mass is None or amount.count or amount.per_kg:
        return False
    other = following[0]
    count = other.amount
    if count is None or count.count is None or count.mass is not None or other.foreign:
        return False
    if count.form not in _WITH_STRENGTH or other.drug != draft.drug or other.again:
        return False
    return not any(amount.span.end <= f.span.start < count.span.start for f in reading.frequencies)


_EACH_SIDE = re.compile(
    r" ?(?:per|in(?:to)? (?:each|both|either)|each) (?:nostrils?|sides?|eyes?|ears?)"
)


def both_sides(reading: Reading, draft: Draft) -> None:
    """One spray of a known strength in each nostril is two sprays of medicine."""
    amount = draft.amount
    if amount is None or amount.strength is None or amount.count is None or amount.mass is None:
        return
    if amount.form in ("spray", "puff", "drop") and _EACH_SIDE.match(reading.text, draft.at.end):
        draft.amount = weighed(replace(amount, count=scaled(amount.count, 2)), amount.strength)


def scaled(quantity: Quantity, by: float) -> Quantity:
    """`quantity` times `by`."""
    return Quantity(by * quantity.low, by * quantity.high, quantity.unit)


def weighed(amount: Amount, strength: Quantity) -> Amount:
    """`amount` pieces of `strength` each."""
    if amount.count is None:
        return amount
    mass = Quantity(
        amount.count.low * strength.low, amount.count.high * strength.high, strength.unit
    )
    return replace(amount, strength=strength, mass=mass)


def _dilute(concentration: Amount, found: Sequence[Draft]) -> None:
    """Give volumes and counts their mass from "120 mg/5 ml" or "0.3 g/capsule"."""
    for draft in found:
        amount = draft.amount
        if amount is None or amount.count is None or amount.mass or not concentration.strength:
            continue
        if amount.form == concentration.form:
            draft.amount = weighed(amount, concentration.strength)
        elif concentration.form == "ml" and amount.form in units.ML:
            one = scaled(concentration.strength, units.ML[amount.form])
            draft.amount = weighed(amount, one)
        else:
            continue
        draft.spans.append(concentration.span)
