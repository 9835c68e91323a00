"""Strengths without their unit: "amoxicillin 500, one three times a day", "two 500s", "one 325
aspirin".

People leave out what everybody in the talk knows. A number beside a drug's name is milligrams when
tablets of that many are sold and it can be nothing else: no unit, time or count goes on from it.
Small numbers are counts far more often ("take aspirin 2 times"), so only a comma or a stop behind
them, or the plural of a product ("10s"), makes them a strength.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.span import Span
from pipeline.model.view import Edit
from pipeline.text import units

_NO_COUNT = (
    rf"(?! ?-?(?:(?:{units.UNIT_WORDS}|times?|x|hours?|hrs?|h|days?|d|weeks?|wks?|months?|years?"
    r"|yrs?|yo|minutes?|mins?|st|nd|rd|th|in [0-9]|out|of|or|to|people|patients|women|men|children"
    r"|studies|trials|others?|more|different|percent|per cent)\b|%|[-–/] ?[0-9]|[.,:][0-9]))"
)
_BEHIND = re.compile(rf" (?P<n>[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?)(?P<s>'?s)?(?![\w']){_NO_COUNT}")
_STOPS = re.compile(r" ?[,;)]|\.?$|\. ")
_BEFORE = re.compile(
    r"(?P<count>\b(?:an?|one|two|three|four|half an?|[1-4]|adult|baby|single) )?"
    r"(?<![\w.,/$€£-])(?P<n>[0-9]{2,4}) $"
)
_PLURAL = re.compile(r"(?<![\w.,/$€£-])(?P<n>[0-9]{1,4}(?:\.[0-9]{1,2})?)'?s\b")
_PLURAL_OF = re.compile(r"(?<![\w.,/$€£-])(?P<n>[0-9]{2,4})(?P<s>'?s)(?: of(?: the| my| your)?)? $")
"""The plural in front of the name: "four 200s of ibuprofen"."""
_TAKEN = re.compile(
    r"\b(?:tak(?:e[ns]?|ing)|took|giv(?:e[ns]?|ing)|gave|on|us(?:e[sd]?|ing)|put|start(?:ed)?|chew"
    r"|swallow|pop(?:ped|s)?|had|prescribed|scripted|one|two|three|half|daily|times|nightly|night"
    r"|morning|evening|bedtime|every|each|once|twice|x ?[0-9]|bid|tid|tds|bd|od)\b"
)
"""Without one of these a number beside a name is a product's: "Zantac 75"."""
_REACH = 40
_MOST_COUNTED = 12
"""A bare number up to this may be a count of pieces."""
_LEAST_ALONE = 50
"""From here on nobody counts pieces, so no other word need tell that a number is a strength."""


def missing_units(text: str, drugs: Sequence[tuple[Span, tuple[float, ...]]]) -> Iterator[Edit]:
    """The units that `text` leaves out, as edits, in no order; `drugs` are the places of names with
    the milligrams that one piece of them is sold in."""
    if not any(sold for _, sold in drugs) or not _TAKEN.search(text):
        return
    for index, (span, sold) in enumerate(drugs):
        if not sold:
            continue
        end = drugs[index + 1][0].start if index + 1 < len(drugs) else len(text)
        match = _BEHIND.match(text, span.end)
        if match and float(match["n"]) in sold and _is_strength(text, match):
            yield _edit(match)
        else:
            yield from _plurals(text, span.end, min(end, span.end + _REACH), sold)
        match = _PLURAL_OF.search(text, max(0, span.start - 16), span.start)
        if match and float(match["n"]) in sold:
            yield Edit(Span(match.end("n"), match.end("s")), " mg")
            continue
        match = _BEFORE.search(text, max(0, span.start - 16), span.start)
        if match and float(match["n"]) in sold:
            number = float(match["n"])
            if number >= _LEAST_ALONE or (match["count"] and number > _MOST_COUNTED):
                yield Edit(Span(match.end("n"), match.end("n")), " mg")


def _is_strength(text: str, match: re.Match[str]) -> bool:
    number = float(match["n"])
    small = number <= _MOST_COUNTED and number == int(number)
    return bool(match["s"]) or not small or _STOPS.match(text, match.end()) is not None


def _edit(match: re.Match[str]) -> Edit:
    return Edit(Span(match.end("n"), match.end()), " mg")


def _plurals(text: str, start: int, end: int, sold: tuple[float, ...]) -> Iterator[Edit]:
    """The first "500s" behind a name."""
    match = _PLURAL.search(text, start, end)
    if match and float(match["n"]) in sold:
        yield _edit(match)
