"""What one phrase about frequency comes to: its doses a day, its interval, its rank.

Phrases are ranked, because one dose often has several: in "every 6 hours, at most 3 times a day"
the count says how many and the interval how far apart; in "daily in the morning and evening" the
parts of the day count and "daily" adds nothing. Each reader takes the match of one pattern of
`frequency` and answers None when the numbers are absurd.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import read_range
from pipeline.text.numbers import grouped_range

COUNT = 4
INTERVAL = 3
DAYPART = 2
PERIOD = 1
WEAK = 0
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


DAYS = {
    "hour": 1 / 24, "hours": 1 / 24, "hourly": 1 / 24, "hrly": 1 / 24, "hr": 1 / 24,
    "hrs": 1 / 24, "h": 1 / 24,
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
    "qod": 0.5, "eod": 0.5, "ad": 0.5, "xhs": 1, "tiw": 3 / 7, "biw": 2 / 7,
}  # fmt: skip
_MOST_CROSSED = 12
_MOST_BARE = 48
_CROSS = re.compile(r"[x*](?= ?[0-9.])")
PART = (
    r"(?:mornings?|noon|midday|lunch(?:time)?|afternoons?|evenings?|nights?|bed(?:time)?|breakfast"
    r"|dinner|supper|tea-?time|am|pm|sleep(?:ing)?|lights[- ]out|dream|waking(?: up)?)"
)


def read_count(match: re.Match[str]) -> Frequency | None:
    return read_times(match, match["n"], DAYS[match["p"]])


def read_few(match: re.Match[str]) -> Frequency | None:
    """ "Two a day"; 200 a day are milligrams."""
    found = read_count(match)
    return found if found and found.per_day[1] <= _MOST_BARE else None


def read_times(match: re.Match[str], words: str, days: float) -> Frequency | None:
    counted = read_range(words)
    if counted is None:
        return None
    low, high = counted
    period = {1.0: "a day", 7.0: "a week", 30.0: "a month", 1 / 24: "an hour"}.get(days, "")
    text = f"{grouped_range(low, high)} times {period}" if period else match.group().strip()
    text = "once " + period if low == high == 1 and period else text
    return frequency_of(match, low / days, high / days, COUNT, text)


def read_daily(match: re.Match[str]) -> Frequency | None:
    return read_times(match, match["n"], 1.0)


def read_crossed(match: re.Match[str]) -> Frequency | None:
    """ "2 tablets x 3"; but 12 x 7 x 14 is the size of a thing."""
    found = read_times(match, match["n"], 1.0)
    crowd = match.string[max(0, match.start() - 12) : match.end() + 4]
    if found is None or found.per_day[1] > _MOST_CROSSED or len(_CROSS.findall(crowd)) > 1:
        return None
    return found


def read_adverb(match: re.Match[str]) -> Frequency | None:
    values = {"once": "1", "twice": "2", "thrice": "3", "3 times": "3"}
    first, second = match["o"], match["o2"]
    return read_times(
        match, values[first] + (f"-{values[second]}" if second else ""), DAYS[match["p"]]
    )


def read_every(match: re.Match[str]) -> Frequency | None:
    counted = read_range(match["n"] or "1")
    if counted is None:
        return None
    days = DAYS[match["p"]]
    shortest, longest = counted[0] * days, counted[1] * days
    name = {1 / 24: "h", 1 / 1440: "min", 1.0: "days", 7.0: "weeks", 30.0: "months"}[days]
    words = f"every {grouped_range(*counted)} {name}"
    if counted == (1.0, 1.0):
        words = {1 / 24: "every hour", 1.0: "once a day", 7.0: "once a week"}.get(days, words)
    rank = INTERVAL if days != 1.0 or counted != (1.0, 1.0) else PERIOD
    return frequency_of(match, 1 / longest, 1 / shortest, rank, words, hours=shortest * 24)


def read_ratio(match: re.Match[str]) -> Frequency | None:
    """ "Twice every 3 days", "1 time every 8 hours"."""
    words = {"twice": "2", "thrice": "3"}.get(match["o"]) or match["n"]
    counted, every = read_range(words), read_range(match["m"])
    if counted is None or every is None:
        return None
    days = DAYS[match["p"]]
    hours = every[0] * days * 24 if counted == (1.0, 1.0) else None
    low, high = counted[0] / (every[1] * days), counted[1] / (every[0] * days)
    return frequency_of(match, low, high, INTERVAL, match.group().strip(), hours=hours)


def read_other(match: re.Match[str]) -> Frequency | None:
    days = DAYS[match["p"]] * (3 if match["o"] in ("third", "3rd") else 2)
    words = f"every {match['o']} {match['p']}"
    return frequency_of(match, 1 / days, 1 / days, INTERVAL, words, hours=days * 24)


def read_latin(match: re.Match[str]) -> Frequency | None:
    counted = float(_LATIN[match["o"].replace(".", "").replace(" ", "")])
    hours = 48.0 if counted == 0.5 else None
    words = f"{counted:g} times a day" if counted > 1 else "once a day"
    words = "every other day" if counted == 0.5 else words
    words = f"{7 * counted:g} times a week" if 0 < counted < 0.5 else words
    return frequency_of(match, counted, counted, COUNT, words, hours=hours)


def read_hours_a_day(match: re.Match[str]) -> Frequency | None:
    counted = read_range(match["n"])
    if counted is None or counted[1] > 24:
        return None
    words = f"every hour, {grouped_range(*counted)} hours a day"
    return frequency_of(match, *counted, COUNT, words, hours=1.0)


def read_parts(match: re.Match[str]) -> Frequency | None:
    found = [part.rstrip("s") for part in re.findall(rf"{PART}|\bq?hs\b|mane|nocte", match.group())]
    counted = float(len(dict.fromkeys(found)))
    words = "once a day" if counted == 1 else f"{counted:g} times a day"
    return frequency_of(match, counted, counted, DAYPART, words)


def read_bare_times(match: re.Match[str]) -> Frequency | None:
    """ "Two tablets three times", the day left unsaid."""
    return read_times(match, match["n"] or match["m"], 1.0)


def read_clock(match: re.Match[str]) -> Frequency | None:
    """ "At 8 a.m. and 8 p.m.": once for each time of the clock."""
    counted = float(len(re.findall(r"[0-9]{1,2}(?:[:.][0-9]{2})? ?[apo]", match.group())))
    words = "once a day" if counted == 1 else f"{counted:g} times a day"
    return frequency_of(match, counted, counted, DAYPART, words)


def read_meals(match: re.Match[str]) -> Frequency | None:
    return frequency_of(match, 3.0, 3.0, DAYPART, "3 times a day, with meals")


def read_period(match: re.Match[str]) -> Frequency | None:
    days = DAYS[match["p"]]
    words = {1.0: "a day", 7.0: "a week", 30.0: "a month"}.get(days, "an hour")
    return frequency_of(match, 1 / days, 1 / days, PERIOD, f"once {words}")


def read_whole_day(match: re.Match[str]) -> Frequency | None:
    return frequency_of(match, 1.0, 1.0, PERIOD, "in 24 hours")


def read_divided(match: re.Match[str]) -> Frequency | None:
    counted = read_range(match["n"]) if match["n"] else (1.0, 1.0)
    if counted is None or counted[1] > 24:
        return None
    words = "over the day" if counted[1] == 1 else f"in {grouped_range(*counted)} doses"
    found = frequency_of(match, *counted, WEAK if counted[1] == 1 else COUNT, words)
    return found and Frequency(found.span, found.per_day, found.rank, words, total=True)


def read_weak(match: re.Match[str]) -> Frequency | None:
    return frequency_of(match, 1.0, 1.0, WEAK, "once a day")


def read_repeat(match: re.Match[str]) -> Frequency | None:
    """ "Repeat after 4 hours": a second dose, at that distance."""
    counted = read_range(match["n"])
    if counted is None or counted[1] > 24:
        return None
    words = f"once, and again after {grouped_range(*counted)} h"
    return frequency_of(match, 1.0, 2.0, INTERVAL, words, hours=counted[0])


def read_meals_and_bed(match: re.Match[str]) -> Frequency | None:
    return frequency_of(match, 4.0, 4.0, DAYPART, "4 times a day, with meals and at bedtime")


def read_unclear(match: re.Match[str]) -> None:
    """ "Several times a day" says nothing to reckon with, and its "a day" must not say "once"."""


def read_once(match: re.Match[str]) -> Frequency | None:
    return Frequency(Span(*match.span()), (1.0, 1.0), WEAK, "once", once=True)


def frequency_of(
    match: re.Match[str],
    low: float,
    high: float,
    rank: int,
    words: str,
    *,
    hours: float | None = None,
) -> Frequency | None:
    """What `match` says: so many doses a day, of rank `rank`; None when that is absurd."""
    if not 0 < low <= high <= MOST_A_DAY:
        return None
    return Frequency(Span(*match.span()), (low, high), rank, words, interval_hours=hours)
