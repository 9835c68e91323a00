"""How often in a week: "on Mondays and Fridays", "Monday to Friday", "M/W/F", "5 days a week".

The days are counted and shared out over seven, so that a computation has doses a day as for any
other rhythm. Each reader takes the match of one pattern of `frequency`.
"""

from __future__ import annotations

import re

from pipeline.stages.dosing.reading.patterns import read_range
from pipeline.stages.dosing.reading.rhythm import COUNT, INTERVAL, Frequency, frequency_of
from pipeline.text.numbers import grouped_range

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read_weekdays(match: re.Match[str]) -> Frequency | None:
    """ "On Mondays and Fridays": twice a week."""
    found = len(set(re.findall("|".join(_WEEK), match.group())))
    words = "once a week" if found == 1 else f"{found} times a week"
    return frequency_of(match, found / 7, found / 7, INTERVAL, words)


def read_week(match: re.Match[str]) -> Frequency | None:
    """ "Monday to Friday": five days a week, once on each."""
    first, last = (_WEEK.index(match[end][:3]) for end in "ab")
    found = (last - first) % 7 + 1
    return frequency_of(match, found / 7, found / 7, INTERVAL, f"{found} days a week")


def read_letters(match: re.Match[str]) -> Frequency | None:
    """ "M/W/F": three times a week."""
    found = len(match.group().split("/"))
    return frequency_of(match, found / 7, found / 7, INTERVAL, f"{found} times a week")


def read_days_a_week(match: re.Match[str]) -> Frequency | None:
    counted = read_range(match["n"])
    if counted is None or counted[1] > 7:
        return None
    words = f"{grouped_range(*counted)} days a week"
    return frequency_of(match, counted[0] / 7, counted[1] / 7, COUNT, words)
