"""How old somebody is, as pages say it.

"A 2-year-old", "aged five", "kids of 5–6", "8 months", "under twos", "from two years". Of a range
the youngest counts, since he must not have what only his elders may; "under 8" is not yet eight. A
lower bound tells of people under a limit only where it lies well below it: children from two years
are under twelve, children over twelve are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.model.span import Span
from pipeline.text.sieve import Sieve

_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
)  # fmt: skip
_NUMBERS = {word: float(number) for number, word in enumerate(_WORDS, start=1)}
_NUMBERS |= {"year and a half": 1.5, "one and a half": 1.5, "one and half": 1.5, "eighteen": 18.0}
_N = rf"(?P<n>[0-9]{{1,2}}(?:[.,]5|½)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT = r"(?P<unit>years?|yrs?|months?|mths?|mos?|weeks?|wks?|days?)"
_UP_TO = rf"(?: ?(?:-|–|—|to|and|or) ?(?:[0-9]{{1,2}}|{'|'.join(_WORDS)}))?"
_WHO = (
    r"son|daughter|child|kid|boy|girl|grandson|granddaughter|he|she|niece|nephew|baby|toddler"
    r"|youngest|eldest|oldest|twins|dd|ds|lo|little (?:one|1)"
)
_NOBODY = (
    r"(?:courses?|cycles?|periods?|total|maximum|minimum|least|use|treatments?|therapy|breaks?|gaps?"
    r"|intervals?|durations?|suppl(?:y|ies)|pregnanc(?:y|ies)|gestation|end|start|beginning|pauses?"
    r"|remissions?|most|history|visits?|follow-up|reviews?|scan|out|because|instead|all|each|one"
    r"|months?|years?|weeks?|stage|age|smokers?|experience|marriage|work|practice|smoking|stopped|started|expires|dose|again|improved|repeated)\b"
)
"""What lasts so many months and is nobody's age."""

_NO_AGE = (
    r"(?! ?(?:kg|kilo|cm|mg|ml|g|mcg|times|tablets?|capsules?|doses?|degrees|drops|minutes|hours"
    r"|per cent|%|°|weeks (?:of|pregnant)))"
)
_AGES = Sieve(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![0-9.,/-])\b{_N} ?(?P<unit>yo|y/o|mo|m/o)s?\b",
        r"\b(?P<n>year and a half)(?: |-)old\b",
        rf"\b{_N}{_UP_TO} {_UNIT} of age\b",
        rf"\b{_N}{_UP_TO}[- ]?{_UNIT}[- ]olds?\b",
        rf"\b(?:aged?|ages|at the age of|age of|turn(?:s|ed|ing)|(?:child(?:ren)?|boys?|girls?"
        rf"|kids?|bab(?:y|ies)|infants?|toddlers?|pupils?|schoolchildren|smokers?)"
        r"(?: of| between|,)?)"
        rf" {_N}{_UP_TO}(?:[- ]{_UNIT})?\b{_NO_AGE}",
        rf"\b(?:my|our|a|his|her) {_N}[- ](?P<unit>year|month|week)"
        r"(?= (?:son|daughter|boy|girl|baby))",
        rf"\b(?:{_WHO})(?: is| was| turned|'s|,| \()? ?(?:only |just |now )?{_N}(?: {_UNIT})?\b"
        rf"{_NO_AGE}",
        rf"\b(?:{_WHO}) (?:at|of) {_N} {_UNIT}\b",
        rf"\b(?!{_NOBODY})[a-z-]+,? (?:of|at) {_N}{_UP_TO} (?P<unit>months?|mths?)\b"
        r"(?! (?:of|later))",
        rf"\b(?!{_NOBODY})[a-z-]+ of {_N}{_UP_TO} (?P<unit>years?)\b(?! (?:of|later|ago))",
        rf"(?:^|[|\t(] ?){_N}{_UP_TO} (?P<unit>years?|yrs?|months?|mths?)(?= ?(?:$|[|\t):,;]))",
    )
)
_OR_LESS = r"(?: of age| old)?\b"
_BELOW = Sieve(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:under|below|younger than)[- ](?:the age of )?{_N}(?:s\b|[- ](?P<unit>years?|yrs?"
        rf"|months?|mths?){_OR_LESS}|\b(?= ?(?:[|\t:;,.)]|$|with|who|can|may|get|are|is)))",
        rf"(?<!for )\b(?:less than|up to|until|before|not yet) (?:the age of )?{_N}[- ]"
        rf"(?P<unit>years?|yrs?|months?|mths?){_OR_LESS}",
        rf"(?<!for )\b(?:up to|until|before) the age of {_N}\b",
    )
)
_FIRST_YEAR = re.compile(
    r"\bhalf[- ](?:a[- ])?year(?:[- ]olds?)?\b(?<=old)|\b(?:of|aged) half a year\b"
    r"|\b(?:in|during|of|until|before|throughout) (?:the |his |her |its |their )?"
    r"first (?:year(?: of life)?|birthday)\b",
    re.IGNORECASE,
)
_FROM = Sieve(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:children|kids|teens|teenagers|adolescents|those|anyone) "
        rf"(?:from|over|above|older than) {_N}(?:[- ]{_UNIT})?\b{_NO_AGE}",
        rf"\b(?:from|over|above|older than)(?: the age of)? {_N}[- ]{_UNIT}\b"
        r"(?! (?:before|after|later|prior|on\b))",
    )
)
_OWN = re.compile(r"\b(?:i am|i'm|im|i’m) ([0-9]{2})\b(?! ?(?:kg|weeks|cm|%))", re.IGNORECASE)
_WELL_BELOW = 1.9
"""A lower bound this much below an age limit opens the drug to people under the limit."""

_A_YEAR = {"y": 1.0, "m": 12.0, "w": 52.0, "d": 365.0}
BANDS = (1, 2, 6, 8, 12, 16, 18)
"""Years; the table of contraindications rules out drugs below these, and below 2 and 3 months."""


class Age(NamedTuple):
    """`years` as said at `span`, which is an offset into the words that were read."""

    years: float
    span: Span


@lru_cache(maxsize=256)
def said_ages(words: str) -> tuple[Age, ...]:
    """Every age that `words` name, the bounds below which somebody is included; rules ask twice."""
    found = [Age(_years(m), Span(*m.span())) for m in _found(_AGES, words)]
    found += [Age(_years(m) - 0.01, Span(*m.span())) for m in _found(_BELOW, words)]
    found += [Age(0.5, Span(*m.span())) for m in _FIRST_YEAR.finditer(words)]
    if not found:
        found = [Age(_years(m) * _WELL_BELOW, Span(*m.span())) for m in _found(_FROM, words)]
    return tuple(sorted(found, key=lambda age: age.span))


def _found(patterns: Sieve, words: str) -> Iterator[re.Match[str]]:
    for at in patterns.possible(words.lower()):
        yield from patterns[at].finditer(words)


def own_ages(words: str) -> Iterator[float]:
    """The years that a writer says he is."""
    return (float(match.group(1)) for match in _OWN.finditer(words))


def age_bands(years: float) -> list[str]:
    """The populations of the table of contraindications that somebody of `years` is in."""
    bands = [f"under_{limit}" for limit in BANDS if years < limit]
    if years < 1:
        bands.append("infant")
    return bands + [f"under_{months}m" for months in (2, 3) if years * 12 < months]


def _years(match: re.Match[str]) -> float:
    number = match.group("n").lower().replace(",", ".").replace("½", ".5")
    value = _NUMBERS[number] if number in _NUMBERS else float(number)
    unit = match.groupdict().get("unit") or "year"
    return value / _A_YEAR[unit[0].lower()]
