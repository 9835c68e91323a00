"""How long; and the points in time that are no durations."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.duration import find_durations, find_trailing
from pipeline.stages.dosing.reading.normal import normalise
from pipeline.stages.dosing.reading.patterns import FREQUENCY


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("for 5 days", 5, 5),
        ("stop after 3 days", 3, 3),
        ("4 days max then rest", 4, 4),
        ("reception of 5 days", 5, 5),
        ("for a couple of days", 2, 2),
        ("all 10 days", 10, 10),
        ("on cycle days 5 to 9", 5, 5),
        ("6 months now", 180, 180),
        ("length of use: up to 7 days", 7, 7),
        ("for 7–10 days", 7, 10),
        ("for a month", 30, 30),
        ("for two weeks", 14, 14),
        ("for three or four weeks", 21, 28),
        ("not more than 3 days", 3, 3),
        ("for no longer than 10 days", 10, 10),
        ("for up to 5 days", 5, 5),
        ("x7 days", 7, 7),
        ("x 2 wks", 14, 14),
        ("x10d", 10, 10),
        ("for three consecutive nights", 3, 3),
        ("at least two months", 60, 60),
        ("a course of 10 days", 10, 10),
        ("the course of treatment is 2-3 weeks", 14, 21),
        ("a 7-day course", 7, 7),
        ("6 nights in a row", 6, 6),
        ("during the flu week", 7, 7),
        ("from day 5 to day 9", 5, 5),
        ("days: 7", 7, 7),
        ("from the 16th to the 25th day", 10, 10),
    ],
)
def test_days(text: str, low: float, high: float) -> None:
    (found,) = find_durations(normalise(text).text.lower())
    assert found.days == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "3 days ago",
        "at 30 weeks",
        "after six weeks",
        "in two weeks",
        "for 8 hours",
        "on day 21",
        "children over 1 year",
        "for children aged 3 years",
        "until finished",
        "until the 12th week",
        "until you see a doctor",
        "during the day",
        "for 0 days",
        "for 9-3 days",
    ],
)
def test_near_misses(text: str) -> None:
    assert find_durations(normalise(text).text.lower()) == ()


@pytest.mark.parametrize(
    "text", ["until the pain stops", "for life", "for as long as it hurts", "all year round"]
)
def test_open_ends(text: str) -> None:
    (found,) = find_durations(text)
    assert found.days is None


def test_a_limit_for_seeing_a_doctor_is_only_advice() -> None:
    (found,) = find_durations("if the cough lasts over 7 days, see a doctor")
    assert found.advice
    assert find_durations("the cough lasts over 7 days") == ()


def test_a_bare_number_of_days_behind_a_frequency() -> None:
    (found,) = find_trailing(f"5 mg {FREQUENCY * 9}, 10 days.")
    assert found.days == (10, 10)
    assert find_trailing("10 days.") == ()
