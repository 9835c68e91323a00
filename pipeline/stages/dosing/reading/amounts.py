"""How much: neighbouring quantities read together, and counts that have no unit.

"2 tablets (1,000 mg)" is one amount, "500 mg to 1 g" a range, "two ibuprofens" are tablets. Single
quantities come from `quantities`; here they meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.model.dose import Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import (
    DRUG,
    DURATION,
    FREQUENCY,
    LEFT,
    RANGE,
    SIDE,
    read_range,
)
from pipeline.stages.dosing.reading.quantities import (
    ADJECTIVES,
    MOST_PIECES,
    PRODUCT,
    Amount,
    find_quantities,
)
from pipeline.text import units

_PIECES = re.compile(
    r"(?<!child of )(?<!\baged )(?<!\bage )"  # how old somebody is counts no tablets
    rf"{LEFT}(?P<n>{RANGE}) (?:(?:{ADJECTIVES}) ){{0,2}}(?P<of>of )?{DRUG}+(?P<s>'?s)?"
    rf"(?!{DRUG}| ?(?:{ADJECTIVES} )?(?:{units.FORM_WORDS})\b)"
)
_ONE_OF_THEM = re.compile(
    r"\b(?:tak(?:e|es|ing)|took|pop|swallow|chew|giv(?:e|es|ing)|gave|drink) (?P<x>an? "
    rf"{DRUG}+)(?!{DRUG}|'?s| ?(?:{ADJECTIVES} )?(?:{units.FORM_WORDS})\b)"
)
_OF_THEM = re.compile(
    rf"{LEFT}(?P<n>{RANGE}) of (?:them|these|those|'em)\b(?! (?:is|are|were|who|had|have|has)\b)"
)
"""Pieces of what was just named: "ibuprofen 200 mg, two of them"."""
_BARE_NUMBER = re.compile(
    rf"(?:\b(?:take|drink|give|use|swallow|chew|insert|inhale|instill?|inject|then|dose|and|&|over"
    rf"|exceed|more than|up to|at most|max|maximum(?: of)?)|{DRUG}|{FREQUENCY}"
    rf"|^|[:;,-]) ?:?(?P<x>{LEFT}"
    rf"(?P<n>{RANGE}))(?= ?(?:more ?)?[,(]? ?(?:to be (?:taken|chewed|sucked|swallowed|used"
    rf"|inserted|dissolved"
    rf"|inhaled|applied|given) |now )?(?:(?:before|after|with) (?:meals|food) )?{FREQUENCY}"
    r"| (?:po|p\.o|pr|pv|sl|im|iv|sc|top|td|ou|os|rectal|orally|by mouth|to be (?:taken|chewed"
    r"|sucked|swallowed) (?:as|if|when|before|after|with)|as|if|when|prn|p\.r\.n)\b"
    rf"| ?{SIDE}|(?<=[,:;] [0-9][0-9]) {DURATION})"
)
_TO = re.compile(r" ?(?:-|to|or|up to) ?")
_RISING = re.compile(
    r"[^.;:]{0,40}\b(?:go(?:ing)? up to|reach(?:ing)?|work(?:ing)? up to|build(?:ing)? up to"
    r"|bring(?:ing)? (?:it )?(?:up )?to) "
)
_STRENGTH_GAP = re.compile(
    rf"(?: of| with| at| containing| strength)? ?\(?(?:(?:of )?{DRUG}+s?(?: sodium)? ?)?"
    rf"(?:{PRODUCT} ){{0,2}}[(,:]? ?(?:of |at |on |by |the )?"
)
_TOTAL_GAP = re.compile(
    r"[^.;\x01]{0,80},? i\.e\.,? |,? ?\(?(?:i\.?e\.?,? |= ?|that is,? |equal to |equals |or "
    r"|so |a total of |totalling |about )"
)
_CONTAINING = re.compile(r" (?:of [a-z ]{0,30})?contains? (?:about )?")
_EACH = re.compile(
    r" ?(?:each|per (?:tablet|capsule|piece|pill)|/ ?(?:tab|cap)|a (?:tablet|piece))"
)


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Amounts in masked lower-case `text`, disjoint and in order."""
    if not any(letter.isdigit() or letter == DRUG for letter in text):
        return ()
    weighed = find_quantities(text)
    raw = sorted((*weighed, *_counted_drugs(text, weighed)), key=lambda item: item.span)
    read: list[Amount] = []
    for item in raw:
        joined = _join(text, read[-1], item) if read else None
        if joined is not None:
            read[-1] = joined
        else:
            read.append(item)
    return _in_order([*read, *_bare_numbers(text, read)])


def find_pieces(text: str, amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """What `amounts` of `text` were joined from: "2 tablets", "1,000 mg"."""
    raw = find_quantities(text)
    apart = [item for item in raw if any(item.span.overlaps(one.span) for one in amounts)]
    whole = [one for one in amounts if not any(one.span.overlaps(item.span) for item in apart)]
    return _in_order([*apart, *whole])


def _in_order(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    return tuple(sorted(filter(_plausible, amounts), key=lambda item: item.span))


def _join(text: str, first: Amount, second: Amount) -> Amount | None:
    """`first` and `second` as one amount, where the words between them say so."""
    gap = text[first.span.end : second.span.start] if second.span.start >= first.span.end else None
    if gap is None or len(gap) > 100:
        return None
    span = first.span.cover(second.span)
    if _TO.fullmatch(gap) or (_RISING.fullmatch(gap) and first.count is not None):
        return _range(first, second, span)
    if first.count is None or first.mass is not None:
        return None
    if second.strength_only and first.form == "ml" and _CONTAINING.fullmatch(gap):
        one = second.strength and _share(second.strength, first.count)
        return Amount(span, strength=one, form="ml", strength_only=True)
    if second.strength_only and second.strength and gap.strip() in ("(", "", ",", "of"):
        return _strong(first, second.strength, span) if second.form == first.form else None
    if second.mass is None or second.count is not None or second.per_kg:
        return None
    if _TOTAL_GAP.fullmatch(gap) or (
        gap.strip() == "(" and first.count.high > 1 and not _EACH.match(text, second.span.end)
    ):
        return replace(
            first, span=span, mass=second.mass, strength=_share(second.mass, first.count)
        )
    return _strong(first, second.mass, span) if _STRENGTH_GAP.fullmatch(gap) else None


def _share(mass: Quantity, count: Quantity) -> Quantity:
    return Quantity(mass.high / count.high, mass.high / count.high, mass.unit)


def _strong(first: Amount, strength: Quantity, span: Span) -> Amount:
    assert first.count is not None
    mass = Quantity(first.count.low * strength.low, first.count.high * strength.high, strength.unit)
    return replace(first, span=span, strength=strength, mass=mass)


def _range(first: Amount, second: Amount, span: Span) -> Amount | None:
    """ "500 mg to 1 g", "1 drop, going up to 3 drops"; None when backwards or of two kinds."""
    if first.count and second.count and first.strength is None and second.strength is None:
        if first.form != second.form or first.count.low >= second.count.high:
            return None
        return replace(
            first, span=span, count=Quantity(first.count.low, second.count.high, first.form)
        )
    if first.mass is None or second.mass is None or first.count or second.count:
        return None
    low, high = (units.to_mg(q.low, q.unit) for q in (first.mass, second.mass))
    if low is None or high is None or low >= high:
        return None
    if first.mass.unit == second.mass.unit:
        mass = Quantity(first.mass.low, second.mass.high, first.mass.unit)
    else:
        mass = Quantity(low, high, "mg")
    return replace(second, span=span, mass=mass)


def _counted_drugs(text: str, read: Sequence[Amount]) -> list[Amount]:
    """Counts of the drug itself: "two ibuprofens" are tablets, "8 of insulin" has no unit."""
    found: list[Amount] = []
    for match in _PIECES.finditer(text):
        unit = None if match["of"] else "tablet"
        _add_pieces(found, read, Span(*match.span()), match["n"], unit, of_drug=True)
    for match in _OF_THEM.finditer(text) if read else ():
        _add_pieces(found, read, Span(*match.span()), match["n"], "tablet")
    for match in _ONE_OF_THEM.finditer(text):
        _add_pieces(found, read, Span(*match.span("x")), "1", "tablet")
    return found


def _bare_numbers(text: str, read: Sequence[Amount]) -> list[Amount]:
    """Numbers without a unit in the place of a dose: "take 1 or 2" before a frequency."""
    found: list[Amount] = []
    for match in _BARE_NUMBER.finditer(text):
        _add_pieces(found, read, Span(*match.span("x")), match["n"], None)
    return found


def _add_pieces(
    found: list[Amount],
    read: Sequence[Amount],
    span: Span,
    words: str,
    unit: str | None,
    *,
    of_drug: bool = False,
) -> None:
    numbers = read_range(words)
    taken = any(item.span.overlaps(span) for item in (*read, *found))
    most = MOST_PIECES if unit else 5_000
    if numbers and numbers[1] <= most and not taken:
        count = Quantity(*numbers, unit)
        found.append(Amount(span, count=count, form=unit, of_drug=of_drug))


def _plausible(amount: Amount) -> bool:
    return amount.count is None or amount.count.high <= 10_000
