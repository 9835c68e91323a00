"""Whose amount it is: the drug inside it, right behind it, before it, or one that nobody knows.

English puts the drug before or right behind its amount: "ibuprofen 400 mg", "400 mg of ibuprofen".
So an amount takes the drug that follows it without a pause, else the last one before. But where a
name stands between that drug and its second amount, or behind the amount, and nobody knows it, the
amount is of something else: better no drug than the wrong one.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Drug, Reading
from pipeline.stages.dosing.reading.quantities import Amount

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
_HOLDS = re.compile(r" ?(?:of )?(?:pure )?")
_CLOSES = re.compile(r" ?(?:each|apiece|in each|per [a-z]+)?\)")
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


def drug_of(reading: Reading, amount: Amount) -> tuple[Span, Drug] | None:
    """The drug inside the amount, right behind it, the last before it, or the next after it."""
    before = after = None
    contained = _contained(reading, amount)
    if contained is not None:
        return contained
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


def _contained(reading: Reading, amount: Amount) -> tuple[Span, Drug] | None:
    """The substance that a bracket says a product holds: "a sachet of it (325 mg paracetamol)"."""
    if amount.mass is None or not any(amount.span.overlaps(span) for span, _ in reading.drugs):
        return None
    for span, drug in reading.drugs:
        if _HOLDS.fullmatch(reading.text, amount.span.end, span.start) and drug.ingredient:
            return (span, drug) if _CLOSES.match(reading.text, span.end) else None
    return None


def _touching(text: str, drug: Span, amount: Span) -> bool:
    return text[drug.end : amount.start].strip(" :-–,(") in ("", "s", "'s")


def _followed_by_amount(reading: Reading, drug: Span) -> bool:
    return any(_touching(reading.text, drug, amount.span) for amount in reading.amounts
               if amount.span.start >= drug.end)  # fmt: skip


def is_foreign(reading: Reading, drug: tuple[Span, Drug] | None, amount: Amount) -> bool:
    """True where `amount` is of a substance nobody knows, not of `drug` before it."""
    if drug is not None and amount.span.end <= drug[0].start:
        return False
    return _of_another(reading.text, amount.span) or _is_strange(reading, drug, amount)


def _of_another(text: str, amount: Span) -> bool:
    """True when a substance nobody knows follows: "2 spoons of borage", "+ 100 mg theanine"."""
    if _FOREIGN.match(text, amount.end):
        return True
    added = _ADDED.search(text, max(0, amount.start - 8), amount.start)
    noun = _NOUN.match(text, amount.end) if added else None
    return noun is not None and noun.group(1) not in _NO_SUBSTANCE


def _is_strange(reading: Reading, drug: tuple[Span, Drug] | None, amount: Amount) -> bool:
    """True where a name nobody knows stands between the drug before and its second amount:
    "metformin 500 mg and levo 75 mcg"."""
    if drug is None or amount.mass is None or amount.count is not None:
        return False
    own = any(drug[0].end <= a.span.start < amount.span.start for a in reading.amounts)
    match = _NEW.search(reading.text, max(0, amount.span.start - 40), amount.span.start)
    return own and match is not None and _NO_NAME.fullmatch(match["name"]) is None
