"""How often: "three times a day", "every 4–6 hours", "q6h", "morning and evening", "3 r/day".

Every phrase becomes doses a day as (low, high), and where an interval is stated, its shortest.
Phrases are ranked, because one dose often has several: in "every 6 hours, at most 3 times a day"
the count says how many and the interval how far apart; in "daily in the morning and evening" the
parts of the day count and "daily" adds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.model.span import Span
from pipeline.stages.dosing.patterns import FREQUENCY, LEFT, RANGE, mask, read_range
from pipeline.text import units
from pipeline.text.numbers import grouped_range

COUNT, INTERVAL, DAYPART, PERIOD, WEAK = 4, 3, 2, 1, 0
MOST_A_DAY = 1_440.0
"""Once a minute; anything more often is no regimen."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """`per_day` doses (low, high); `interval_hours` where one is stated; `rank` of the phrase.

    `total` marks an amount that is the whole day's ("spread over the day"); `once` a single use;
    `words` is how a computation names it.
    """

    span: Span
    per_day: tuple[float, float]
    rank: int
    words: str
    interval_hours: float | None = None
    total: bool = False
    once: bool = False


_DAYS = {
    "hour": 1 / 24, "hours": 1 / 24, "hourly": 1 / 24, "hrly": 1 / 24, "hr": 1 / 24, "hrs": 1 / 24, "h": 1 / 24,
    "minute": 1 / 1440, "minutes": 1 / 1440, "min": 1 / 1440, "mins": 1 / 1440,
    "day": 1.0, "days": 1.0, "daily": 1.0, "d": 1.0, "24 hours": 1.0, "24h": 1.0, "24 h": 1.0,
    "night": 1.0, "nights": 1.0, "nightly": 1.0, "morning": 1.0, "mornings": 1.0,
    "evening": 1.0, "evenings": 1.0, "afternoon": 1.0, "bedtime": 1.0, "everyday": 1.0,
    "week": 7.0, "weeks": 7.0, "weekly": 7.0, "wk": 7.0, "w": 7.0,
    "month": 30.0, "months": 30.0, "monthly": 30.0, "mo": 30.0, "year": 365.0, "yearly": 365.0,
}  # fmt: skip

_LATIN = {
    "bid": 2, "bd": 2, "bds": 2, "tid": 3, "tds": 3, "td": 3, "qid": 4, "qds": 4, "qd": 1,
    "od": 1, "qhs": 1, "hs": 1, "qam": 1, "qpm": 1, "qn": 1, "nocte": 1, "mane": 1,
    "qod": 0.5, "eod": 0.5, "xhs": 1,
}  # fmt: skip

_TIMES = r"(?:times|time|x|doses|dose|intakes|applications|receptions)"
_PER = r"(?:a|an|per|each|every|/|in a|in 1|in|over|during the|by)"
_PART = (
    r"(?:mornings?|noon|midday|lunch(?:time)?|afternoons?|evenings?|nights?|bed(?:time)?|breakfast"
    r"|dinner|supper|am|pm|sleep(?:ing)?)"
)
_LINK = (
    r"(?:, and |,? and |,? & |, |/| - )(?:in the |at |before |with |after |once (?:in the |at )?)?"
)


def _count(match: re.Match[str]) -> Frequency | None:
    return _times(match, match["n"], _DAYS[match["p"]])


def _times(match: re.Match[str], words: str, days: float) -> Frequency | None:
    counted = read_range(words)
    if counted is None:
        return None
    low, high = counted
    period = {1.0: "a day", 7.0: "a week", 30.0: "a month", 1 / 24: "an hour"}.get(days, "")
    text = f"{grouped_range(low, high)} times {period}" if period else match.group().strip()
    text = "once " + period if low == high == 1 and period else text
    return _frequency(match, low / days, high / days, COUNT, text)


def _daily(match: re.Match[str]) -> Frequency | None:
    return _times(match, match["n"], 1.0)


def _adverb(match: re.Match[str]) -> Frequency | None:
    values = {"once": "1", "twice": "2", "thrice": "3", "3 times": "3"}
    first, second = match["o"], match["o2"]
    return _times(
        match, values[first] + (f"-{values[second]}" if second else ""), _DAYS[match["p"]]
    )


def _every(match: re.Match[str]) -> Frequency | None:
    counted = read_range(match["n"] or "1")
    if counted is None:
        return None
    days = _DAYS[match["p"]]
    shortest, longest = counted[0] * days, counted[1] * days
    name = {1 / 24: "h", 1 / 1440: "min", 1.0: "days", 7.0: "weeks", 30.0: "months"}[days]
    words = f"every {grouped_range(*counted)} {name}"
    if counted == (1.0, 1.0):
        words = {1 / 24: "every hour", 1.0: "once a day", 7.0: "once a week"}.get(days, words)
    rank = INTERVAL if days != 1.0 or counted != (1.0, 1.0) else PERIOD
    return _frequency(match, 1 / longest, 1 / shortest, rank, words, hours=shortest * 24)


def _other(match: re.Match[str]) -> Frequency | None:
    days = _DAYS[match["p"]] * (3 if match["o"] in ("third", "3rd") else 2)
    words = f"every {match['o']} {match['p']}"
    return _frequency(match, 1 / days, 1 / days, INTERVAL, words, hours=days * 24)


def _latin(match: re.Match[str]) -> Frequency | None:
    counted = float(_LATIN[match["o"].replace(".", "")])
    hours = 48.0 if counted < 1 else None
    words = f"{counted:g} times a day" if counted > 1 else "once a day"
    words = "every other day" if counted < 1 else words
    return _frequency(match, counted, counted, COUNT, words, hours=hours)


def _hours_a_day(match: re.Match[str]) -> Frequency | None:
    counted = read_range(match["n"])
    if counted is None or counted[1] > 24:
        return None
    words = f"every hour, {grouped_range(*counted)} hours a day"
    return _frequency(match, *counted, COUNT, words, hours=1.0)


def _days_a_week(match: re.Match[str]) -> Frequency | None:
    counted = read_range(match["n"])
    if counted is None or counted[1] > 7:
        return None
    words = f"{grouped_range(*counted)} days a week"
    return _frequency(match, counted[0] / 7, counted[1] / 7, COUNT, words)


def _parts(match: re.Match[str]) -> Frequency | None:
    found = [part.rstrip("s") for part in re.findall(_PART, match.group())]
    counted = float(len(dict.fromkeys(found)))
    words = "once a day" if counted == 1 else f"{counted:g} times a day"
    return _frequency(match, counted, counted, DAYPART, words)


def _meals(match: re.Match[str]) -> Frequency | None:
    return _frequency(match, 3.0, 3.0, DAYPART, "3 times a day, with meals")


def _period(match: re.Match[str]) -> Frequency | None:
    days = _DAYS[match["p"]]
    words = {1.0: "a day", 7.0: "a week", 30.0: "a month"}.get(days, "an hour")
    return _frequency(match, 1 / days, 1 / days, PERIOD, f"once {words}")


def _whole_day(match: re.Match[str]) -> Frequency | None:
    return _frequency(match, 1.0, 1.0, PERIOD, "in 24 hours")


def _divided(match: re.Match[str]) -> Frequency | None:
    counted = read_range(match["n"]) if match["n"] else (1.0, 1.0)
    if counted is None or counted[1] > 24:
        return None
    words = "over the day" if counted[1] == 1 else f"in {grouped_range(*counted)} doses"
    found = _frequency(match, *counted, WEAK if counted[1] == 1 else COUNT, words)
    return found and Frequency(found.span, found.per_day, found.rank, words, total=True)


def _weak(match: re.Match[str]) -> Frequency | None:
    return _frequency(match, 1.0, 1.0, WEAK, "once a day")


def _repeat(match: re.Match[str]) -> Frequency | None:
    """ "Repeat after 4 hours": a second dose, at that distance."""
    counted = read_range(match["n"])
    if counted is None or counted[1] > 24:
        return None
    words = f"once, and again after {grouped_range(*counted)} h"
    return _frequency(match, 1.0, 2.0, INTERVAL, words, hours=counted[0])


def _meals_and_bed(match: re.Match[str]) -> Frequency | None:
    return _frequency(match, 4.0, 4.0, DAYPART, "4 times a day, with meals and at bedtime")


def _unclear(match: re.Match[str]) -> None:
    """ "Several times a day" says nothing to reckon with, and its "a day" must not say "once"."""


def _once(match: re.Match[str]) -> Frequency | None:
    return Frequency(Span(*match.span()), (1.0, 1.0), WEAK, "once", once=True)


def _frequency(
    match: re.Match[str],
    low: float,
    high: float,
    rank: int,
    words: str,
    *,
    hours: float | None = None,
) -> Frequency | None:
    if not 0 < low <= high <= MOST_A_DAY:
        return None
    return Frequency(Span(*match.span()), (low, high), rank, words, interval_hours=hours)


_N = rf"{LEFT}(?P<n>{RANGE})"
_TIME = r"(?:hours?|hrs?|hrly|h|minutes?|mins?|days?|d|weeks?|wk|w|months?|mo)"
_LONE = r"(?:day|week|month|hour|night|year|24 hours)"
_AFTER = r"(?! (?:later|after|before|ago|off|or 2|or so|earlier|of|old|long|in advance))\b"
_PATTERNS: tuple[tuple[str, Callable[[re.Match[str]], Frequency | None]], ...] = (
    (rf"\b(?:per|an|every|each) hour,? (?:for )?{_N} hours (?:a|per|each) day\b", _hours_a_day),
    (rf"\brepeat(?:ed)?(?: (?:it|the dose|this))? (?:after|in) {_N} ?(?P<p>hours?|hrs?|h)\b", _repeat),
    (
        r"\b(?:with|after|before) (?:each |every |the )?(?:main )?meals? and (?:at |before )(?:bed(?:time)?|night"
        r"|sleep)\b",
        _meals_and_bed,
    ),
    (rf"{_N} days (?:a|per|each) week\b", _days_a_week),
    (rf"{_N} ?-?{_TIMES} ?-?(?:{_PER} ?(?:1 )?(?P<p>{_LONE}|d\b))\b", _count),
    (rf"{_N} ?-?{_TIMES} ?-?(?P<p>daily|weekly|monthly|nightly|yearly|everyday|day)\b", _count),
    (rf"{_N} ?/ ?(?P<p>day|d|week|24 hours)\b", _count),
    (
        r"\b(?P<o>once|twice|thrice)(?:(?: or |-| to |/)(?P<o2>twice|thrice|3 times))? ?-?"
        rf"(?:(?:{_PER}) ?(?:1 )?)?(?P<p>{_LONE}|daily|weekly|monthly|nightly|yearly|morning"
        r"|evening)\b",
        _adverb,
    ),
    (
        r"\b(?:once |1 time |1 )?(?:every|each|q\.?(?= ?[0-9]| ?(?:hour|day|week|month))|in every) ?(?:(?P<n>"
        rf"{RANGE})(?:st|nd|rd|th)?)? ?-?(?P<p>{_TIME})\b(?! of)",
        _every,
    ),
    (rf"\b(?:1 time|once) (?:in|per) (?P<n>{RANGE}) ?-?(?P<p>{_TIME})\b", _every),
    (
        rf"\b(?:at |with |in )?(?:an? |(?:minimum |)intervals? of (?:at least )?)?{_N} ?-? ?"
        rf"(?P<p>hourly|hrly|hours?)(?: intervals?| apart| between (?:doses|intakes))?"
        r"(?:(?<=hourly)|(?<=hrly)|(?<=intervals)|(?<=interval)|(?<=apart)|(?<=doses)|(?<=intakes))\b",
        _every,
    ),
    (rf"\bintervals? (?:of|is|-) ?{_N} ?-?(?P<p>hours?)\b", _every),
    (
        r"\b(?:once )?every (?P<o>other|second|2nd|third|3rd) (?P<p>day|week|night|morning|evening"
        r"|hour|month)\b",
        _other,
    ),
    (r"\b(?:on )?(?P<o>alternate) (?P<p>days)\b", _other),
    (
        r"(?<![\w.])(?P<o>b\.?i\.?d|b\.?d\.?s?|t\.?i\.?d|t\.?d\.?s|q\.?i\.?d|q\.?d\.?s|q\.?o\.?d"
        r"|eod|q\.?d|o\.?d|qhs|x?hs|qam|qpm|qn|nocte|mane)\b\.?",
        _latin,
    ),
    (
        rf"\b(?:in the |at (?:the )?|(?:with|after|before) (?:the )?|once (?:in the |at )?)?{_PART}"
        rf"(?:{_LINK}{_PART}){{1,4}}\b",
        _parts,
    ),
    (
        r"\b(?:in the |every |each |at (?:the )?)(?:morning|noon|midday|afternoon|evening|night"
        r"|bedtime)s?\b(?! (?:after|sugar))",
        _parts,
    ),
    (
        r"\b(?:before (?:going to )?(?:bed(?:time)?|sleep(?:ing)?)|(?:with|after|before|at) "
        r"(?:breakfast|lunch|dinner|supper)|for the night|overnight)\b",
        _parts,
    ),
    (r"(?:^|(?<=[.;:,] ))(?:morning|noon|evening|night|bedtime)(?=:)", _parts),
    (
        r"\b(?:with|at|after|before|during) (?:each|every|(?:the )?3)(?: main)? "
        r"(?:meals?|feeds?|feeding)\b",
        _meals,
    ),
    (rf"{_N} (?:a|per|each) (?P<p>day|week|month)\b", _count),
    (
        rf"(?<=[0-9]) ?[x*] ?(?P<n>{RANGE})(?! ?(?:{units.UNIT_WORDS})\b)"
        r"(?! ?-?(?:[0-9]|days?\b|weeks?\b|months?\b|times?\b))(?![a-z])",
        _daily,
    ),
    (rf"(?<![\w])x ?(?P<n>{RANGE})(?! ?(?:[a-z0-9-]))", _daily),
    (
        rf"\b(?:(?:divided |split )(?:into |over )|in )(?P<n>{RANGE}) (?:divided |equal |separate )?"
        r"(?:doses|portions|intakes|parts)\b",
        _divided,
    ),
    (
        r"\b(?:spread(?: out)? (?:over|through|across|throughout) (?:the|a) (?:whole )?day"
        r"|(?:over|throughout) the (?:whole )?day|in (?:equally )?divided (?P<n>)doses)\b",
        _divided,
    ),
    (
        r"\b(?:in|within|over|per|during)(?: any| each| a| 1)? (?:24[- ]?(?:hours?|hrs?|h)"
        r"(?: period)?|1 day)\b|\bin a day\b",
        _whole_day,
    ),
    (r"\btimes (?:a|an|per|in a) (?:day|hour|week|month|night)\b", _unclear),
    (r"/ ?(?P<p>day|week|24 hours|d|24 ?h)\b", _period),
    (
        r"(?<!\w)(?<!for )(?<!within )(?<!after )(?<!about )(?<![,;:] )(?:a|an|per|each|every) "
        rf"(?P<p>day|week|month|night|24 hours)\b{_AFTER}",
        _period,
    ),
    (rf"(?<!half )(?<!within )(?<!in )(?<!for )(?<!after )\b(?:an|per) (?P<p>hour){_AFTER}", _period),
    (r"\b(?P<p>daily|everyday|nightly|weekly|monthly|hourly)\b", _period),
    (
        r"\b(?:taken?|used?|given?|swallow(?:ed)?|drunk|drink|appl(?:y|ied)) (?:only )?once\b"
        r"(?! (?:you|the|your|it))|\b(?:as|in) a single dose\b|\b(?<!at )once(?= ?(?:[.,;)]|$))"
        r"|\bsingle[- ](?:dose|use)\b(?! (?:of|is|should|for))",
        _once,
    ),
    (r"\bon an empty stomach\b|\b(?:during|through) the day\b", _weak),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), read) for pattern, read in _PATTERNS)
_CUE = re.compile(
    r"da[yi]|hour|hrs|week|month|night|morning|evening|noon|bed|meal|feed|once|twice|[0-9] ?[x*]|x ?[0-9]"
    r"|\bq|\b[bt]\.?[idD]|\bod\b|\bo\.d|hs\b|mane|sleep|stomach|doses|breakfast|lunch|dinner|supper"
    r"|interval|dose|after [0-9]|[0-9] ?h\b|/d\b|alternate|year|min|eod|nocte"
)

EACH_DAY = Frequency(Span(0, 0), (1.0, 1.0), PERIOD, "once a day")
"""What a course counted in days of the cycle says about how often."""

AS_NEEDED = re.compile(
    r"\b(?:prn|p\.r\.n|(?:as|if|when(?:ever)?) (?:it is |you )?(?:needed|need|required|necessary)"
    r"|whenever|on demand)\b"
)


def find_frequencies(text: str) -> tuple[Frequency, ...]:
    """Frequencies in masked lower-case `text`, disjoint and in order; earlier patterns win."""
    if not _CUE.search(text):
        return ()
    found: list[Frequency] = []
    for pattern, read in _COMPILED:
        taken: list[Span] = []
        for match in pattern.finditer(text):
            frequency = read(match)
            taken.append(Span(*match.span()))  # also when absurd: no part of it says "a day"
            if frequency is not None:
                found.append(frequency)
        if taken:
            text = mask(text, taken, FREQUENCY)
    return tuple(sorted(found, key=lambda frequency: frequency.span))
