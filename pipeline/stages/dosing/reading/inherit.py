"""What a segment without a drug, or with one, takes over from the words around it.

"Vikasol 15 mg tablets." — "Drink 2 tablets." Both the drug and the strength of its tablets stand in
the first sentence. The nearest words govern: the head of the column, the sentences before in the
same block, the lead-in of the list, the heading, a short line just above.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.dose import Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Drug, Reading
from pipeline.stages.dosing.reading.quantities import Amount
from pipeline.stages.dosing.reading.segments import Segment
from pipeline.stages.dosing.reading.strengths import Draft, scaled, weighed
from pipeline.text import units

_REACH = 3
_SHORT_LINE = 60
_LIQUID = re.compile(
    r"decoct|infus|brew|tea\b|tincture|juice|syrup|mixture|drink|broth", re.IGNORECASE
)
_VESSELS = frozenset({"cup", "glass", "l", "spoon"})


class DrugIndex:
    """The drugs of a text, sorted, for looking up those within a span."""

    def __init__(self, drugs: Sequence[Drug]) -> None:
        self._drugs = sorted(drugs, key=lambda drug: (drug.span, drug.written))
        self._starts = [drug.span.start for drug in self._drugs]

    def __len__(self) -> int:
        return len(self._drugs)

    def within(self, span: Span | None) -> list[Drug]:
        """Drugs that begin in `span` and end in it, without overlaps (the longest first wins)."""
        if span is None:
            return []
        found: list[Drug] = []
        for at in range(bisect_left(self._starts, span.start), len(self._drugs)):
            drug = self._drugs[at]
            if drug.span.start >= span.end:
                break
            if drug.span.end > span.end or len(drug.span) == 0:
                continue
            if found and found[-1].span.overlaps(drug.span):
                if len(drug.span) > len(found[-1].span):
                    found[-1] = drug
                continue
            found.append(drug)
        return found


def governing_drug(segments: Sequence[Segment], index: int, drugs: DrugIndex) -> Drug | None:
    """The drug that governs a segment which names none; None when nothing near does."""
    segment = segments[index]
    for back in range(1, _REACH + 1):
        other = segments[index - back] if index >= back else None
        if other is None or other.block != segment.block:
            break
        if named := drugs.within(other.span):
            return _last_named(named)
    caption = segment.intro if segment.cells and segment.intro else None
    for above in (segment.lead, caption, segment.heading):
        if named := drugs.within(above):
            return named[-1] if len(_ingredients(named)) == 1 else None
    other = segments[index - 1] if index else None
    if other and other.block == segment.block - 1 and len(other.span) <= _SHORT_LINE:
        named = drugs.within(other.span)
        if len(_ingredients(named)) == 1:
            return named[0]
    return None


def _last_named(named: Sequence[Drug]) -> Drug:
    """The last of `named`; a name goes before the class that stands right behind it."""
    if len(named) < 2 or named[-1].ingredient is not None:
        return named[-1]
    beside = named[-1].span.start - named[-2].span.end <= _BESIDE
    return named[-2] if beside and named[-2].ingredient is not None else named[-1]


_BESIDE = 8
"""So few letters part "Otrivin 0.1%" from "nasal spray"."""
_SECTION = 40
"""Segments of its section that are searched for a drug nearer than the title's."""


def titled_drug(segments: Sequence[Segment], index: int, drugs: DrugIndex) -> Drug | None:
    """The drug that the page's title, or a heading two levels up, speaks of.

    It governs only where it is the one drug of that title, and none of another name stands
    nearer: in the heading, or before in the same section.
    """
    segment = segments[index]
    for title in segment.titles:
        named = drugs.within(title)
        if not named:
            continue
        names = set(_ingredients(named))
        nearer = [*drugs.within(segment.heading), *drugs.within(segment.lead)]
        for other in segments[max(0, index - _SECTION) : index]:
            if other.heading == segment.heading:
                nearer += drugs.within(other.span)
        known = len(names) == 1 and named[0].ingredient is not None
        return named[0] if known and set(_ingredients(nearer)) <= names else None
    return None


def is_instruction(text: str, amount: Amount | None, *, timed: bool) -> bool:
    """True where a weighed amount is told to be taken: what a drug far above may govern."""
    return amount is not None and amount.mass is not None and timed and bool(_TOLD.search(text))


_TOLD = re.compile(
    r"\b(?:tak(?:e[ns]?|ing)|giv(?:e[ns]?|ing)|us(?:e[sd]?|ing)|swallow(?:ed)?|start(?:s|ing)?"
    r"|dos(?:e|es|age|ing)|inject(?:ed)?|appl(?:y|ied)|adults?|child(?:ren)?|recommended|need)\b"
)


def _ingredients(drugs: Sequence[Drug]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(drug.ingredient or drug.written.lower() for drug in drugs))


def may_inherit(text: str, segment: Segment, drug: Drug, amount: Amount) -> bool:
    """False for a glass or a cup of nobody knows what: only liquids are drunk by the glass."""
    if amount.form not in _VESSELS:
        return True
    return bool(_LIQUID.search(text, drug.span.start, segment.span.start + len(segment.span)))


def wants(amount: Amount) -> bool:
    """True for counted pieces or millilitres whose strength is not stated with them."""
    weighable = amount.form in units.SOLID or amount.form in units.ML
    return amount.count is not None and amount.mass is None and weighable


def with_strength(amount: Amount, strength: Strength) -> Amount:
    """`amount` weighed by a strength that was stated elsewhere, where the two fit."""
    if strength.form == "ml" and amount.form in units.ML:
        return weighed(amount, scaled(strength.one, units.ML[amount.form]))
    if strength.form in (*units.SOLID, None) and amount.form in units.SOLID:
        return weighed(amount, strength.one)
    return amount


@dataclass(frozen=True, slots=True)
class Strength:
    """What `one` piece of `form` weighs (one millilitre for "ml", any piece for None)."""

    one: Quantity
    form: str | None


def contained_strength(reading: Reading) -> Strength | None:
    """The strength in "each tablet contains 500 mg", "120 mg per 5 ml"."""
    for amount in reading.amounts:
        if amount.strength_only and amount.strength:
            return Strength(amount.strength, amount.form)
    return None


class StrengthMemory:
    """Strengths stated without a dose ("Dicynone 250 mg tablets."), and where."""

    def __init__(self) -> None:
        self._last: tuple[str, Strength, int] | None = None

    def note(
        self,
        reading: Reading,
        drug: Drug | None,
        drafted: Sequence[Draft],
        doses: Sequence[Draft],
        number: int,
    ) -> None:
        """Remember the strength that segment `number` states about `drug`."""
        strength = contained_strength(reading)
        for draft in drafted:
            mass = draft.amount.mass if draft.amount and not draft.amount.count else None
            timed = draft.frequencies or draft.durations
            if mass and not timed and (draft not in doses or len(drafted) == 1):
                strength = strength or Strength(mass, None)
        if strength and drug:
            self._last = (drug.ingredient or drug.written.lower(), strength, number)

    def carry(self, number: int) -> None:
        """What was said just above a table holds for row `number` and so for the next."""
        if self._last is not None and 0 < number - self._last[2] <= _REACH:
            self._last = (*self._last[:2], number - 1)

    def near(self, drug: Drug | None, number: int) -> Strength | None:
        """The strength remembered for `drug` within a few segments."""
        if self._last is None or drug is None:
            return None
        name, strength, where = self._last
        same = name == (drug.ingredient or drug.written.lower())
        return strength if same and 0 < number - where <= _REACH else None


def stated_strength(amount: Amount, drug: Drug) -> Strength | None:
    """The strength in a product's own name: "ACC 600", when such a tablet is on the market."""
    if amount.count is None or amount.mass or amount.form not in units.SOLID:
        return None
    last = re.search(r"([0-9]{1,4})$", drug.written)
    if last and float(last.group(1)) in drug.strengths_mg:
        return Strength(Quantity(float(last.group(1)), float(last.group(1)), "mg"), None)
    return None


def form_in_name(drug: Drug) -> str | None:
    """The form that a product's name ends or begins with: "nicotine patch", "clove of garlic"."""
    words = drug.written.lower().split()
    for word in (words[-1], words[0]) if len(words) > 1 else ():
        unit = units.canonical_unit(word)
        if units.is_form(unit):
            return unit
    return None


def unit_is_clear(amount: Amount, drug: Drug) -> bool:
    """True for "take two": a small bare count of something that is swallowed is of tablets."""
    count = amount.count
    small = count is not None and count.unit is None and count.high <= 12
    return small and not (drug.ingredient or "").startswith("insulin")


def unit_left_out(amount: Amount, drug: Drug) -> Quantity | None:
    """Milligrams of "ibuprofen 400 twice a day", when tablets of 400 mg are on the market."""
    count = amount.count
    if count is None or count.unit is not None or count.low != count.high:
        return None
    return Quantity(count.low, count.low, "mg") if count.low in drug.strengths_mg else None
