"""How often: phrases and what they come to; near misses that say nothing about frequency."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.frequency import AS_NEEDED, find_frequencies
from pipeline.stages.dosing.reading.normal import normalise

CASES = [
    ("three times in the day with food", 3, 3),
    ("four times in days", 4, 4),
    ("two tablets three times, until better", 3, 3),
    ("at 6 p.m.", 1, 1),
    ("at 8 am and 8 pm", 2, 2),
    ("with each of three meals", 3, 3),
    ("half an hour before lights-out", 1, 1),
    ("repeat not earlier than in 6 hours", 4, 4),
    ("not oftener than every 8 hours", 3, 3),
    ("every four hours of a long day", 6, 6),
    ("half a cup morning + night", 2, 2),
    ("three times for the day", 3, 3),
    ("three times a day", 3, 3),
    ("twice daily", 2, 2),
    ("once or twice a day", 1, 2),
    ("2-3 times per day", 2, 3),
    ("4 times/day", 4, 4),
    ("3 r/day", 3, 3),
    ("up to four times daily", 4, 4),
    ("every 4–6 hours", 4, 6),
    ("every 8 to 12 hours", 2, 3),
    ("q6h", 4, 4),
    ("q 6-8 h", 3, 4),
    ("8-hourly", 3, 3),
    ("at 6-hour intervals", 4, 4),
    ("with an interval of 12 hours", 2, 2),
    ("every half hour", 48, 48),
    ("every hour", 24, 24),
    ("bid", 2, 2),
    ("t.i.d.", 3, 3),
    ("q.d.s.", 4, 4),
    ("qhs", 1, 1),
    ("qod", 0.5, 0.5),
    ("tiw", 3 / 7, 3 / 7),
    ("ac & hs", 4, 4),
    ("qac", 3, 3),
    ("mane et nocte", 2, 2),
    ("2 tabs po ad", 0.5, 0.5),
    ("twice every 5 days", 0.4, 0.4),
    ("1 time every 6 hours", 4, 4),
    ("on mondays and fridays", 2 / 7, 2 / 7),
    ("M/W/F", 3 / 7, 3 / 7),
    ("monday to friday", 5 / 7, 5 / 7),
    ("a day three times", 3, 3),
    ("5 ml po am pm hs", 3, 3),
    ("Lunch: 4 units", 1, 1),
    ("every other day", 0.5, 0.5),
    ("on alternate days", 0.5, 0.5),
    ("once a week", 1 / 7, 1 / 7),
    ("twice a week", 2 / 7, 2 / 7),
    ("every 72 hours", 1 / 3, 1 / 3),
    ("5 days a week", 5 / 7, 5 / 7),
    ("morning and evening", 2, 2),
    ("morning, noon and night", 3, 3),
    ("after breakfast and dinner", 2, 2),
    ("at bedtime", 1, 1),
    ("before sleep", 1, 1),
    ("each morning", 1, 1),
    ("with each meal", 3, 3),
    ("after meals and at bedtime", 4, 4),
    ("one drop per hour, 8 hours a day", 8, 8),
    ("2 tablets x 3", 3, 3),
    ("1x3", 3, 3),
    ("daily", 1, 1),
    ("40 mg/day", 1, 1),
    ("5 mg a day", 1, 1),
    ("in 3 divided doses", 3, 3),
    ("times per day: 3", 3, 3),
    ("as a single dose", 1, 1),
    ("repeat after 4 hours", 1, 2),
]


@pytest.mark.parametrize(("text", "low", "high"), CASES)
def test_doses_a_day(text: str, low: float, high: float) -> None:
    found = find_frequencies(normalise(text).text.lower())
    best = max(found, key=lambda frequency: frequency.rank)
    assert best.per_day == pytest.approx((low, high))


@pytest.mark.parametrize(
    "text",
    [
        "after meals",
        "for a day",
        "one day later",
        "a day or two",
        "the next day",
        "10 mg x 3 days",
        "2 x 500 mg",
        "open 24/7",
        "half an hour later",
        "several times a day",
        "she smokes ten a day",
        "a bench of 20 x 12 x 40",
        "a poster, 60 x 90",
        "0 times a day",
        "6-4 times a day",
        "1000000 times a day",
        "every 0 hours",
        "on day 21 of the cycle",
        "for a week",
        "a single dose of 2 tablets",
        "eat not earlier than in 2 hours",
        "every 4 hours of sleep",
    ],
)
def test_near_misses_say_nothing(text: str) -> None:
    assert find_frequencies(normalise(text).text.lower()) == ()


def test_the_shortest_interval_is_kept() -> None:
    (found,) = find_frequencies("every 4-6 hours")
    assert found.interval_hours == 4
    assert found.words == "every 4–6 h"


def test_a_whole_days_amount_is_marked() -> None:
    (found,) = find_frequencies("spread over the day")
    assert found.total


@pytest.mark.parametrize("text", ["prn", "as needed", "if necessary", "when you need"])
def test_as_needed(text: str) -> None:
    assert AS_NEEDED.search(text)


def test_not_as_needed() -> None:
    assert not AS_NEEDED.search("needed by the body")
