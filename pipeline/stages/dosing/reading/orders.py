"""Instructions that name no drug: "Take 1 tablet 3 times a day", "1 tab po bid prn", "q6h".

A prescription's label, a leaflet's line under a picture, an answer to "how do I take it" leave the
name out. They are doses all the same, of a drug nobody named. But articles also tell people to
apply ice and to walk twice a week, so only what is clear counts: an order to take an amount in a
dose unit, an order to apply that says where and how often, or a line that is nothing but a dose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.document import BlockKind
from pipeline.model.dose import Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.duration import Duration
from pipeline.stages.dosing.reading.glance import VERBS
from pipeline.stages.dosing.reading.grammar import Reading
from pipeline.stages.dosing.reading.patterns import mask, read_range
from pipeline.stages.dosing.reading.quantities import Amount
from pipeline.stages.dosing.reading.rhythm import Frequency
from pipeline.stages.dosing.reading.strengths import Draft
from pipeline.text import units

_ORDER = re.compile(
    rf"(?:^|[.;:,(] ?|\b(?:and|then|to|can|may|should|must|please|adults|children|also|or|you"
    rf"|usually"
    rf"|simply|just|always|only) )(?:{VERBS}|inj)\b(?! (?:place|care|part|into account))"
)
_FORBIDDEN = re.compile(r"\b(?:not|never|n't|avoid|without|cannot|nor)\b[^.;:]{0,40}$")
_QUAQUE = re.compile(r"q ?[0-9]|[bt]\.?i\.?d|q\.?[io]?\.?d\b")
_LONGEST = 400
_VERB_REACH = 60
_LABEL = re.compile(r"[^.;:]{0,40}: ?")
"""Whom a line is for, or what for: "Adults: 1 tablet twice daily"."""

_FOOD_MEASURES = frozenset({*units.KITCHEN, "teaspoon", "tablespoon", "dessertspoon", "spoon", "g"})
_SPREAD = re.compile(
    r"(?:^|[.;:] ?)(?:apply|spray|insert|instill?|inhale|put|place|rub|use|dab|smear|massage)"
    r"(?: (?:the|a|an|this|your|some|more|thin|small|amount|layer|film|of|it|them|thinly|sparingly"
    r"|gently|cream|ointment|gel|lotion|drops?|sprays?|foam|paste|solution|patch|shampoo|powder"
    r"|suppository|pessary|tablet|medicine|once|in|in,)){0,6}(?= |$|[.,;])"
)
_PLACE = re.compile(r" (?:to|on|onto|in|into|over|around|under|behind|each|every)\b")
_PLAIN = re.compile(
    r"[\W_]+|\b(?:a|an|the|to|of|for|x|and|or|then|be|taken|tab|tabs?|at|in|on|with|by|po|each|per"
    rf"|max|dose|doses|day|left|right|arm|thigh|only|ac|pc|thinly|sparingly|gently|liberally"
    rf"|{VERBS}|{units.FORM_WORDS})\b"
)
_REASON = re.compile(r"(?:\x07|\b(?:for|to (?:reduce|relieve|treat|help|control))\b)[^.;]*")
_PART, _NEED = "\x06", "\x07"
"""What the parts of a dose are masked with, and the words that leave it to need."""
_WORDS = re.compile(r"[^\W\d_]{2,}|[0-9]+")
_COUNT = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?(?: ?(?:-|or|to) ?[0-9]{1,2})?")
_STRANGE = 3
"""So many words beside the dose may a line have: "1 drop to forehead", "before lunch"."""


def orders_of(
    reading: Reading, found: Sequence[Draft], kind: BlockKind, *, alone: bool
) -> Iterator[Draft]:
    """The drafts without a drug that are a clear instruction; with `alone` the segment is all
    that there is."""
    if kind is BlockKind.TABLE_ROW or len(reading.text) > _LONGEST:
        return
    line = _is_line(reading, alone=alone)
    for draft in found:
        if draft.drug is not None or draft.amount is None:
            continue
        eaten = draft.foreign and draft.amount.unit in _FOOD_MEASURES
        if (line and not eaten) or _is_ordered(reading, draft, draft.amount):
            yield draft
    if alone and (number := _number(reading)):
        yield number
    elif not any(draft.amount for draft in found):
        # A line by itself is taken for a heading, and "Once a week" may well be one; "q6h" is not.
        titled = kind is BlockKind.HEADING and not _QUAQUE.match(reading.text)
        yield from _spread(reading, line=line and not titled)


def _is_ordered(reading: Reading, draft: Draft, amount: Amount) -> bool:
    """True for an order to take `amount`, where the amount is one of medicine."""
    unit = amount.unit
    timed = bool(draft.frequencies or draft.durations or draft.as_needed)
    if unit is None or (unit in _FOOD_MEASURES and (not timed or draft.foreign)):
        return False
    if unit in units.KITCHEN:
        return False
    before = reading.text[max(0, amount.span.start - _VERB_REACH) : amount.span.start]
    told = [match.end() for match in _ORDER.finditer(before)]
    if not told or _FORBIDDEN.search(before[: told[-1]]):
        return False
    return "." not in before[told[-1] :]


def _is_line(reading: Reading, *, alone: bool) -> bool:
    """True where the segment is a dose and no sentence: next to no other words are left."""
    parts = [*(amount.span for amount in reading.amounts), *(way.span for way in reading.ways)]
    parts += [item.span for item in _times(reading)]
    text = mask(mask(reading.text, reading.needed, _NEED), sorted(set(parts)), _PART)
    label = _LABEL.match(text)
    start = label.end() if label and reading.amounts else 0
    first = text.find(_PART, start)
    if first < 0 or _PLAIN.sub("", text[start:first]):
        return False
    strange = len(_WORDS.findall(_PLAIN.sub(" ", _REASON.sub(" ", text[start:]))))
    timed = reading.frequencies or reading.durations or reading.ways or reading.needed
    if not reading.amounts:
        return bool(reading.frequencies) and not strange
    food = any(amount.unit in _FOOD_MEASURES for amount in reading.amounts)
    return bool(timed or (alone and not strange and not food)) and strange <= _STRANGE


def _times(reading: Reading) -> list[Frequency | Duration]:
    return [*reading.frequencies, *reading.durations]


def _number(reading: Reading) -> Draft | None:
    """The count in a field that holds nothing else: "2"."""
    counted = read_range(reading.text) if _COUNT.fullmatch(reading.text) else None
    if counted is None:
        return None
    span = Span(0, len(reading.text))
    return Draft(span, None, Amount(span, count=Quantity(*counted, None)), spans=[span])


def _spread(reading: Reading, *, line: bool) -> Iterator[Draft]:
    """What is applied, or only timed, without an amount: "apply to the scalp bid", "q6h"."""
    order = _SPREAD.search(reading.text)
    placed = order and (reading.ways or _PLACE.match(reading.text, order.end()))
    if not (line or placed) or not (reading.frequencies or reading.needed):
        return
    if order and _FORBIDDEN.search(reading.text[: order.start()]):
        return
    spans = [*(item.span for item in _times(reading)), *reading.needed]
    at = Span(*order.span()) if order else min(spans)
    yield Draft(
        at,
        None,
        None,
        frequencies=list(reading.frequencies),
        durations=list(reading.durations),
        as_needed=bool(reading.needed),
        spans=[at, *spans],
    )
