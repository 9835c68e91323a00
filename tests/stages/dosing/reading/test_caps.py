"""Maxima, daily and single; "up to" is the soft one."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.caps import Cap
from pipeline.stages.dosing.reading.grammar import read


def caps(text: str) -> tuple[Cap, ...]:
    return read(text).caps


@pytest.mark.parametrize(
    "text",
    [
        "no more than 6 tablets in 24 hours",
        "not more than 240 mg per day",
        "max 4 g/day",
        "max. 3 tablets / 24 h",
        "maximum 4 g daily",
        "the maximum daily dose is 150 mg",
        "the daily dose does not exceed 4 g",
        "do not exceed 3 caplets in a 24-hour period",
        "not to exceed 8 caplets daily",
        "at most 8 tablets in 24 hours",
        "less than a teaspoon a day",
        "never go over six caplets in a day",
        "in total not above 1200 mg for 24 hours",
        "at most 4 lozenges within a day",
        "but in a day not over 8 tablets",
        "4 capsules in 24 hours at the outside",
    ],
)
def test_daily_maxima(text: str) -> None:
    (cap,) = caps(text)
    assert cap.daily
    assert not cap.soft


def test_up_to_is_soft() -> None:
    (cap,) = caps("up to 8 tablets a day")
    assert cap.daily
    assert cap.soft


def test_a_single_maximum_is_not_daily() -> None:
    (cap,) = caps("no more than 2 tablets at a time")
    assert not cap.daily


def test_the_mass_in_brackets_is_read_along() -> None:
    (cap,) = caps("no more than 6 caplets (3,000 mg) in a day")
    assert cap.amount.mass is not None
    assert cap.amount.mass.high == 3000


@pytest.mark.parametrize(
    "text",
    [
        "take 2 tablets a day",
        "2 tablets up to 3 times a day",
        "400 mg for no more than 3 days",
        "do not take 2 tablets",
        "at least 8 tablets a day",
    ],
)
def test_near_misses(text: str) -> None:
    assert caps(text) == ()


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("2 tablets every 4 hours, no more than 8 a day", 8),
        ("2 tablets every 4 hours, up to 8 a day", 8),
        ("2 tablets, at most 6 per day", 6),
        ("1 lozenge as needed, maximum of 8 a day", 8),
    ],
)
def test_a_bare_number_a_day_is_the_most_pieces(text: str, most: float) -> None:
    (cap,) = caps(text)
    assert cap.daily
    assert cap.amount.count is not None
    assert cap.amount.count.high == most


def test_times_a_day_are_no_pieces() -> None:
    assert caps("1 tablet up to 3 times a day") == ()


@pytest.mark.parametrize(
    ("text", "daily"),
    [
        ("500 mg every 4 hours, up to 4 g", True),
        ("500 mg twice a day, no more than 1 g", True),
        ("25 mg once a day, up to 100 mg", True),
        ("500 mg every 4 hours, up to 1 g at once", False),
        ("200 mg three times a day, up to 400 mg with bad pain", False),
        ("200 mg, up to 800 mg", False),
    ],
)
def test_a_mass_behind_a_regimen_is_the_days(text: str, daily: bool) -> None:
    assert any(cap.daily for cap in caps(text)) is daily
