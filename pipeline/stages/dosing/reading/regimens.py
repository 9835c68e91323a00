"""From a claim, read and completed, to the `DoseMention` that goes out.

A claim is a draft with its drug and all that later sentences added to it. Here its numbers are
settled and its route, its people and its place on the page are found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.model.dose import DoseMention
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.administration import LOOSE, find_route, place_before
from pipeline.stages.dosing.reading.arithmetic import reckon
from pipeline.stages.dosing.reading.duration import Duration
from pipeline.stages.dosing.reading.frequency import EACH_DAY
from pipeline.stages.dosing.reading.governed import length_above, population_of
from pipeline.stages.dosing.reading.grammar import Drug, Reading
from pipeline.stages.dosing.reading.inherit import (
    Strength,
    form_in_name,
    stated_strength,
    unit_is_clear,
    unit_left_out,
    wants,
    with_strength,
)
from pipeline.stages.dosing.reading.quantities import Amount
from pipeline.stages.dosing.reading.rhythm import Frequency
from pipeline.stages.dosing.reading.segments import Segment
from pipeline.stages.dosing.reading.strengths import Draft

NOWHERE = Span(0, 0)
_BESIDE = 18


@dataclass(slots=True)
class Claim:
    """A draft with its drug, and where it was read."""

    draft: Draft
    reading: Reading
    segment: Segment
    index: int
    drug: Drug | None
    inherited: bool
    again: bool = False
    before: Span | None = None
    reach: tuple[int, int] = (0, 0)
    later: Span | None = None
    zone: Span = NOWHERE
    frequencies: list[Frequency] = field(default_factory=list)
    durations: list[Duration] = field(default_factory=list)
    cap: Amount | None = None
    strength: Strength | None = None
    spans: list[Span] = field(default_factory=list)


def mention_of(text: str, claim: Claim) -> DoseMention:
    amount = _weighed(claim)
    drug = claim.drug
    ingredient = drug.ingredient if drug else None
    frequencies = tuple(claim.frequencies)
    if not frequencies and any(duration.daily for duration in claim.durations):
        frequencies = (EACH_DAY,)
    sums = reckon(amount, frequencies, claim.cap, ingredient=ingredient, again=claim.again)
    said = claim.durations or length_above(text, claim.segment)
    days, open_ended = _length(said, claim.draft.at.end)
    spans = claim.spans if claim.inherited or drug is None else [*claim.spans, drug.span]
    whole = spans[0]
    for span in spans[1:]:
        whole = whole.cover(span)
    form = amount.form if amount else None
    return DoseMention(
        span=whole,
        drug=drug.written if drug else None,
        drug_span=drug.span if drug else None,
        ingredient=ingredient,
        amount=sums.amount,
        count=sums.count,
        strength=sums.strength,
        per_kg=amount is not None and amount.per_kg,
        per_day=sums.per_day,
        interval_hours=sums.interval_hours,
        cap=sums.cap,
        daily_mg=sums.daily_mg,
        route=_route(text, claim, ingredient, form),
        form=form,
        duration_days=days or ((1.0, 1.0) if sums.once else None),
        open_ended=open_ended,
        as_needed=claim.draft.as_needed,
        population=population_of(
            text, claim.reading, claim.draft.at, claim.later, claim.segment, claim.before
        ),
        computation=sums.computation,
    )


def _weighed(claim: Claim) -> Amount | None:
    """The amount, with a strength or a unit that only the drug's name or market gives."""
    amount, drug = claim.draft.amount, claim.drug
    if amount is None or drug is None:
        return amount
    if amount.of_drug and amount.count:
        unit = form_in_name(drug) or amount.form
        amount = replace(amount, count=replace(amount.count, unit=unit), form=unit)
    if amount.count and unit_is_clear(amount, drug):
        amount = replace(amount, count=replace(amount.count, unit="tablet"), form="tablet")
    if mass := unit_left_out(amount, drug):
        return replace(amount, count=None, mass=mass)
    strength = stated_strength(amount, drug) or claim.strength
    return with_strength(amount, strength) if strength and wants(amount) else amount


def _length(durations: Sequence[Duration], at: int) -> tuple[tuple[float, float] | None, bool]:
    """The stated days (a plain statement before an advice limit), and whether the end is open."""
    stated = [d for d in durations if d.days and not d.advice]
    stated.sort(key=lambda d: d.span.start < at)
    advised = [d for d in durations if d.days and d.advice]
    days = next((d.days for d in (*stated, *advised)), None)
    return days, days is None and any(d.days is None for d in durations)


def _route(text: str, claim: Claim, ingredient: str | None, form: str | None) -> str:
    words = claim.zone.of(claim.reading.view.text).lower()
    if claim.drug is not None:
        words = f"{claim.drug.written.lower()} {words}"
    route = find_route(words, ingredient, form)
    if route in LOOSE and _swallowed(claim):
        route = find_route(_beside(claim), ingredient, form)
    for above in (claim.segment.lead, claim.segment.heading):
        if route == "oral" and above is not None and form != "tablet":
            route = find_route(above.of(text).lower(), ingredient, form)
    if route == "oral" and (claim.before is not None or form == "drop"):
        before = claim.before.of(text).lower() if claim.before is not None else ""
        route = place_before(before, words, form) or route
    return route


def _swallowed(claim: Claim) -> bool:
    """True of a drug sold as tablets, taken by its weight: not what a compress is soaked in."""
    amount = claim.draft.amount
    weighed = amount is not None and amount.mass is not None
    return weighed and claim.drug is not None and bool(claim.drug.strengths_mg)


def _beside(claim: Claim) -> str:
    """The words at the drug and its amount, where a gel or a patch of it would be named."""
    words = claim.reading.view.text.lower()
    spans = [claim.draft.at, *([claim.draft.drug[0]] if claim.draft.drug else [])]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return words[max(0, start - _BESIDE) : end + _BESIDE]


def zone_of(before: Draft | None, draft: Draft, behind: Draft | None, end: int) -> Span:
    """The words of a segment that belong to `draft` and to no dose of another drug."""
    start = 0
    own = draft.drug[0] if draft.drug else draft.at
    if before is not None and before.drug != draft.drug:
        start = own.start if before.at.end <= own.start else before.at.end
    if behind is not None and behind.drug != draft.drug:
        other = behind.drug[0] if behind.drug else behind.at
        end = other.start if draft.at.end <= other.start else behind.at.start
    return Span(min(start, end), end)
