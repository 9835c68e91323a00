"""Which frequency, duration and maximum belong to which amount, within one segment.

Whose an amount is `owners` knows. English puts everything else behind it: "ibuprofen 400 mg three
times a day". So a frequency goes to the last thing before it that can be dosed; coordinated doses
share ("omeprazole 20 mg and amoxicillin 1 g, both twice a day").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.stages.dosing.reading.caps import Cap
from pipeline.stages.dosing.reading.elsewhere import of_something_else
from pipeline.stages.dosing.reading.grammar import Reading
from pipeline.stages.dosing.reading.owners import drug_of, is_foreign
from pipeline.stages.dosing.reading.quantities import Amount
from pipeline.stages.dosing.reading.rhythm import Frequency
from pipeline.stages.dosing.reading.strengths import Draft, both_sides, strengthen
from pipeline.stages.dosing.reading.unmeasured import unmeasured

_JOINED = re.compile(
    r"[^.;:]{0,80}\b(?:and|plus|with|then|or)\b[^.;:]{0,60}|, ?|[^.;:]{0,40}[,+&] ?[^.;:]{0,40}"
)
_OWN_PLACE = re.compile(
    r"\b(?:stands? in for|in place of|replac(?:es|ing)|(?:as|for) (?:the|your) (?:last|first|second"
    r"|third|fourth|next|other) (?:dose|one|time)|counts? as)\b"
)
"""A dose that takes the place of one of the doses before has not their rhythm."""
_NEXT = re.compile(
    r"\bthen\b|\bafter that\b|\bfollowed by\b|\b(?:right away|at once|straight away"
    r"|immediately|initially|at first)\b"
)


def drafts(reading: Reading) -> list[Draft]:
    """The doses of one segment, in order; those whose drug stands elsewhere have none yet."""
    found = [_draft(reading, amount) for amount in _doses(reading)]
    found = strengthen(reading, found)
    for draft in found:
        both_sides(reading, draft)
    found += unmeasured(reading, found)
    found.sort(key=lambda draft: draft.at)
    _attach_frequencies(reading, found)
    _share(reading, found)
    _attach_durations(reading, found)
    _attach_needed(reading, found)
    _attach_caps(reading, found)
    return [draft for draft in found if draft.amount or draft.frequencies or draft.durations]


def _doses(reading: Reading) -> list[Amount]:
    """Amounts that are doses: no maxima (unless "up to" is all there is), no concentrations."""
    capped = {cap.amount.span for cap in reading.caps if cap.daily or not cap.soft}
    plain = [a for a in reading.amounts if a.span not in capped and not a.strength_only]
    if plain:
        return [a for index, a in enumerate(plain) if not _tops(reading, plain[:index], a)]
    return [cap.amount for cap in reading.caps if cap.soft and not cap.amount.strength_only]


def _tops(reading: Reading, before: Sequence[Amount], amount: Amount) -> bool:
    """True for "0.5 mg every 5 minutes, up to 3 tablets": how many in all, not another dose."""
    soft = any(cap.amount.span == amount.span for cap in reading.caps)
    weighed = bool(before) and before[-1].mass is not None and before[-1].count is None
    return soft and weighed and amount.mass is None


def _draft(reading: Reading, amount: Amount) -> Draft:
    drug = drug_of(reading, amount)
    draft = Draft(amount.span, drug, amount, spans=[amount.span])
    if drug:
        draft.spans.append(drug[0])
    before = reading.text[max(0, amount.span.start - 9) : amount.span.start]
    draft.again = before.endswith("another ")
    draft.foreign = is_foreign(reading, drug, amount)
    if draft.foreign:
        draft.drug = None
    return draft


def _attach_frequencies(reading: Reading, found: Sequence[Draft]) -> None:
    """Each frequency goes to the last dose before it, or to the first when there is none."""
    capped = [cap.span for cap in reading.caps if cap.daily and not _is_dose(cap, found)]
    for frequency in reading.frequencies:
        if any(span.overlaps(frequency.span) for span in capped) or not found:
            continue
        if of_something_else(reading, frequency):
            continue
        before = [draft for draft in found if draft.at.end <= frequency.span.start]
        after = [draft for draft in found if draft.at.start >= frequency.span.end]
        if before and after and before[-1].frequencies and _opens(reading, frequency, after[0]):
            before = []
        owner = before[-1] if before else after[0] if after else found[-1]
        if not before and after and owner.frequencies:
            owner = after[0]
        owner.frequencies.append(frequency)
        owner.spans.append(frequency.span)


def _opens(reading: Reading, frequency: Frequency, draft: Draft) -> bool:
    """True when `frequency` leads into `draft`: "at night 20 mg", after a pause."""
    gap = reading.text[frequency.span.end : draft.at.start]
    lead = reading.text[max(0, frequency.span.start - 6) : frequency.span.start]
    return len(gap) <= 8 and bool(re.search(r"[,;.:]|and ?$", lead))


def _is_dose(cap: Cap, found: Sequence[Draft]) -> bool:
    return any(draft.amount and draft.amount.span.overlaps(cap.amount.span) for draft in found)


def _share(reading: Reading, found: Sequence[Draft]) -> None:
    """Doses joined by "and", "plus" or a comma share the frequency that only one of them has."""
    pairs = list(pairwise(found))
    for one, other in reversed(pairs):
        gap = reading.text[one.at.end : other.at.start]
        later = bool(other.frequencies) and other.frequencies[0].span.start >= other.at.start
        if later and not one.frequencies and not _NEXT.search(gap):
            one.frequencies = list(other.frequencies) if _coordinated(gap) else []
    for one, other in pairs:
        gap = reading.text[one.at.end : other.at.start]
        wanting = other.amount is not None and not other.frequencies
        apart = _OWN_PLACE.search(f"{gap}{reading.text[other.at.end : other.at.end + 50]}")
        if apart and wanting:
            continue
        if wanting and one.frequencies and not one.frequencies[-1].once and _coordinated(gap):
            other.frequencies = list(one.frequencies)


def _coordinated(gap: str) -> bool:
    return len(gap) <= 160 and _JOINED.fullmatch(gap) is not None


def _attach_durations(reading: Reading, found: Sequence[Draft]) -> None:
    """A duration goes to the last dose before it, and to those before that have none."""
    for duration in reading.durations:
        before = [draft for draft in found if draft.at.end <= duration.span.start]
        for draft in before or found[:1]:
            draft.durations.append(duration)
            draft.spans.append(duration.span)


def _attach_needed(reading: Reading, found: Sequence[Draft]) -> None:
    """ "As needed" is said of the last dose before it, and of those before that up to a "then"."""
    for span in reading.needed:
        before = [draft for draft in found if draft.at.end <= span.start]
        until = span.start
        for draft in before[::-1] or found[:1]:
            if until < span.start and _NEXT.search(reading.text, draft.at.end, until):
                break
            draft.as_needed = True
            until = draft.at.start


def _attach_caps(reading: Reading, found: Sequence[Draft]) -> None:
    """A daily maximum bounds the last dose before it, or the next one."""
    for cap in reading.caps:
        if not cap.daily or _is_dose(cap, found):
            continue
        before = [draft for draft in found if draft.at.end <= cap.amount.span.start]
        owner = before[-1] if before else found[0] if found else None
        if owner is not None and owner.cap is None:
            owner.cap = cap
            owner.spans.append(cap.span)
