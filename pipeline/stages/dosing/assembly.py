"""Which drug, frequency and strength belong to which amount, within one segment.

English puts the drug before or right behind its amount and everything else behind: "ibuprofen
400 mg three times a day", "400 mg of ibuprofen". So an amount takes the drug that follows it
without a pause, else the last one before; a frequency goes to the last thing before it that can be
dosed; coordinated doses share ("omeprazole 20 mg and amoxicillin 1 g, both twice a day").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.model.span import Span
from pipeline.stages.dosing.caps import Cap
from pipeline.stages.dosing.grammar import Drug, Reading
from pipeline.stages.dosing.quantities import Amount
from pipeline.stages.dosing.rhythm import Frequency
from pipeline.stages.dosing.strengths import Draft, both_sides, strengthen
from pipeline.stages.dosing.unmeasured import unmeasured

_FOLLOWS = re.compile(
    r"(?: ?(?:-|of|for)? ?)(?:(?:the|a|an|pure|any|sterile|oral|dry|raw|fresh|warm|strong|plain"
    r"|this|your"
    r"|elemental|such a|tablets?(?: of)?|capsules? of|powdered|ground|liquid|[0-9.]{1,5} ?%"
    r"|syrup of|tincture of|[a-z]+-acting) ?){0,3}"
)
_FOREIGN = re.compile(
    r"(?: a day| daily| every day)? of (?!the |this |it\b|them\b|these |your |his |her |my |an? "
    r"|each\b|syrup|solution|powder"
    r"|tincture|decoction|infusion|mixture|suspension|medicine|drug|remedy|extract|drops|oil"
    r"|tablets|such|body)[a-z]{2,}"
)
_ADDED = re.compile(r"(?:\+|&|\bplus|\band) $")
_NOUN = re.compile(r" (?:of )?([a-z][a-z-]{4,25})(?!ly\b)\b")
_NO_SUBSTANCE = frozenset(
    re.split(
        " ",
        "every daily twice three thrice before after again tablet tablets capsule capsules should"
        " could which while during until together unless three times another within when where"
        " nightly weekly night elemental orally immediately straight instead following later",
    )
)
_JOINED = re.compile(
    r"[^.;:]{0,80}\b(?:and|plus|with|then|or)\b[^.;:]{0,60}|, ?|[^.;:]{0,40}[,+&] ?[^.;:]{0,40}"
)
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
    drug = _drug_of(reading, amount)
    draft = Draft(amount.span, drug, amount, spans=[amount.span])
    if drug:
        draft.spans.append(drug[0])
    before = reading.text[max(0, amount.span.start - 9) : amount.span.start]
    draft.again = before.endswith("another ")
    behind = drug is not None and amount.span.end <= drug[0].start
    foreign = _is_foreign(reading.text, amount.span) or _is_strange(reading, drug, amount)
    draft.foreign = not behind and foreign
    if draft.foreign:
        draft.drug = None
    return draft


def _is_foreign(text: str, amount: Span) -> bool:
    """True when a substance nobody knows follows: "2 spoons of borage", "+ 100 mg theanine"."""
    if _FOREIGN.match(text, amount.end):
        return True
    added = _ADDED.search(text, max(0, amount.start - 8), amount.start)
    noun = _NOUN.match(text, amount.end) if added else None
    return noun is not None and noun.group(1) not in _NO_SUBSTANCE


_NEW = re.compile(
    r"(?:\band|\bplus|\+|,|;|&) (?:also |then )?(?:i (?:also )?(?:take|took) )?"
    r"(?P<name>[a-z][a-z-]{2,14}(?: [a-e])?)(?: at)? ?$"
)
_NO_NAME = re.compile(
    r"(?:then|tak(?:e|en|ing)|took|another|about|up|to|max|maximum|minimum|usually|only|just|with"
    r"|giv(?:e|en|ing)|gave|chew|swallow|use|drink|drunk|dose|dosage|total|again|next|first|second"
    r"|third|last|later|morning|evening|night|noon|bedtime|breakfast|lunch|dinner|afternoon"
    r"|adults?|children|child|elderly|men|women|infants?|babies|over|under|from|after|before|every"
    r"|each|plus|also|more|less|than|the|this|that|not|and|for|per|half|one|two|three|four|daily"
    r"|twice|once|weekly|least|most|exceed|maintenance|starting|initial|loading|is|are|was|were"
    r"|around|roughly|sometimes|even|you|she|him|her|they|who|tablets?|capsules?|drops?|syrup"
    r"|strength|contains?|contained|equals?|needs?|start|began|begin|go|went|now|today|tonight"
    r"|increase|reduce|raise|lower|repeat|inject|insert|apply|may|can|should|must|never|but|or|at"
    r"|old|years?|months?|weeks?|days?|hours?|of|in|on|it|an?|[a-z]+(?:ly|ing|ed))(?: [a-e])?"
)


def _is_strange(reading: Reading, drug: tuple[Span, Drug] | None, amount: Amount) -> bool:
    """True where a name nobody knows stands between the drug before and its second amount:
    "metformin 500 mg and levo 75 mcg"."""
    if drug is None or amount.mass is None or amount.count is not None:
        return False
    own = any(drug[0].end <= a.span.start < amount.span.start for a in reading.amounts)
    match = _NEW.search(reading.text, max(0, amount.span.start - 40), amount.span.start)
    return own and match is not None and _NO_NAME.fullmatch(match["name"]) is None


def _drug_of(reading: Reading, amount: Amount) -> tuple[Span, Drug] | None:
    """The drug inside the amount, right behind it, the last before it, or the next after it."""
    before = after = None
    for span, drug in reading.drugs:
        if amount.span.overlaps(span):
            return span, drug
        if span.start < amount.span.start:
            before = (span, drug)
        elif after is None:
            after = (span, drug)
    gap = ""
    if after is not None:
        gap = reading.text[amount.span.end : after[0].start]
        closer = before is None or not _touching(reading.text, before[0], amount.span)
        taken = _followed_by_amount(reading, after[0])
        if len(gap) <= 40 and _FOLLOWS.fullmatch(gap) and (closer or not taken):
            return after
    if before is None and after is not None and after[1].ingredient is None and len(gap) > 40:
        return None
    return before or after


def _touching(text: str, drug: Span, amount: Span) -> bool:
    return text[drug.end : amount.start].strip(" :-–,(") in ("", "s", "'s")


def _followed_by_amount(reading: Reading, drug: Span) -> bool:
    return any(_touching(reading.text, drug, amount.span) for amount in reading.amounts
               if amount.span.start >= drug.end)  # fmt: skip


def _attach_frequencies(reading: Reading, found: Sequence[Draft]) -> None:
    """Each frequency goes to the last dose before it, or to the first when there is none."""
    capped = [cap.span for cap in reading.caps if cap.daily and not _is_dose(cap, found)]
    for frequency in reading.frequencies:
        if any(span.overlaps(frequency.span) for span in capped) or not found:
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
