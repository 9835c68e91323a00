"""The few patterns that every part of the dose grammar is made of.

The grammar reads text in which everything already understood is masked: a drug's name, a
frequency, a duration, a prescriber's OD that is an eye become a run of one control character of
the same length. So "B12" in a vitamin's name is no number, "2 tablets three times a day" has one
amount, and offsets stay true. No pattern here repeats without bound; sentences are bounded too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.model.span import Span
from pipeline.text.numbers import read_digits
from pipeline.text.sieve import Sieve

DRUG = "\x01"
FREQUENCY = "\x03"
DURATION = "\x04"
SIDE = "\x05"

NUMBER = r"(?:[0-9]{1,8}(?:\.[0-9]{1,6})?|\.[0-9]{1,4})(?![0-9])"
LEFT = r"(?<![\w.%$€£#/])(?<![\w%]-)(?<![0-9][,:])"
RANGE = rf"(?:between {NUMBER} and {NUMBER}|{NUMBER}(?: ?(?:-|to|or|till) ?{NUMBER})?)"
_NUMBERS = re.compile(NUMBER)

LARGEST = 1e8
"""Beyond this a number is a telephone number or a joke; 50,000,000 IU is still a dose."""


def read_range(words: str) -> tuple[float, float] | None:
    """(low, high) of "4", "4-6", "between 4 and 6"; None when zero, backwards or absurd."""
    values = [read_digits(found) for found in _NUMBERS.findall(words)]
    numbers = [value for value in values if value is not None]
    if not numbers or len(numbers) != len(values):
        return None
    low, high = numbers[0], numbers[-1]
    if not 0 < low <= high <= LARGEST:
        return None
    return low, high


def mask(text: str, spans: Iterable[Span], letter: str) -> str:
    """`text` with each of the sorted, disjoint `spans` replaced by a run of `letter`."""
    parts: list[str] = []
    at = 0
    for span in spans:
        if span.start < at:
            continue
        parts += (text[at : span.start], letter * len(span))
        at = span.end
    parts.append(text[at:])
    return "".join(parts)


REMEMBERED = 64
"""Sentences whose finds are kept: several modules ask for the same in turn."""


@lru_cache(maxsize=REMEMBERED)
def found_in(text: str, patterns: Sieve) -> tuple[Span, ...]:
    """What `patterns` find in lower-case `text`, disjoint and in order; earlier patterns win.

    A named group, where one matched, is what is meant; the rest is only its company.
    """
    found: list[Span] = []
    for index in patterns.possible(text):
        for match in patterns[index].finditer(text):
            span = Span(*match.span(match.lastgroup or 0))
            if len(span) and not any(span.overlaps(other) for other in found):
                found.append(span)
    return tuple(sorted(found))
