"""Milligrams a day with the working laid open."""

from __future__ import annotations

import pytest

from pipeline.model.dose import Quantity
from pipeline.stages.dosing.reading.arithmetic import Reckoning, reckon, say
from pipeline.stages.dosing.reading.grammar import read


def sums(text: str, ingredient: str | None = None) -> Reckoning:
    """Reckon the first amount of `text` with all its frequencies and its first maximum."""
    reading = read(text)
    caps = [cap for cap in reading.caps if cap.daily]
    frequencies = tuple(
        f for f in reading.frequencies if not any(c.span.overlaps(f.span) for c in caps)
    )
    cap = caps[0].amount if caps else None
    return reckon(reading.amounts[0], frequencies, cap, ingredient=ingredient)


@pytest.mark.parametrize(
    ("text", "daily", "words"),
    [
        (
            "2 tablets of 500 mg every 4 hours",
            6000,
            "2 tablets × 500 mg × every 4 h = 6,000 mg a day",
        ),
        ("400 mg 2-3 times a day", 1200, "400 mg × 2–3 times a day = 1,200 mg a day"),
        ("1 g three times a day", 3000, "1 g × 3 times a day = 3 g a day (3,000 mg)"),
        ("100 mcg daily", 0.1, "100 mcg × once a day = 100 mcg a day (0.1 mg)"),
        (
            "1 g every 4 hours, no more than 4 g a day",
            4000,
            "1 g × every 4 h = 6 g a day, at most 4 g a day",
        ),
        ("3 g a day in 3 divided doses", 3000, "3 g in 3 doses a day"),
        ("2 tablets 3 times a day", None, "2 tablets × 3 times a day = 6 tablets a day"),
        ("500 mg once a week", None, "500 mg × once a week"),
        ("10 mg/kg 3 times a day", None, "10 mg/kg × 3 times a day"),
        ("500 mg", None, "500 mg"),
    ],
)
def test_daily_amounts(text: str, daily: float | None, words: str) -> None:
    result = sums(text)
    assert result.daily_mg == (None if daily is None else pytest.approx(daily))
    assert result.computation == words


def test_international_units_weigh_something_for_two_vitamins_only() -> None:
    assert sums("10,000 IU daily", "vitamin d").daily_mg == pytest.approx(0.25)
    assert sums("10,000 IU daily", "vitamin a").daily_mg == pytest.approx(3)
    assert sums("400 IU daily", "vitamin e").daily_mg is None


def test_a_maximum_of_tablets_is_weighed() -> None:
    result = sums("2 tablets of 220 mg every 8 hours, no more than 3 tablets in 24 hours")
    assert result.cap == Quantity(660, 660, "mg")
    assert result.daily_mg == 660
    assert result.per_day == (1.5, 1.5)


def test_a_maximum_without_frequency_says_how_often_at_most() -> None:
    assert sums("one 20 mg tablet, no more than 2 tablets in 24 hours").per_day == (1, 2)


def test_cups_and_pieces_are_taken_one_at_a_time() -> None:
    result = sums("three cups a day")
    assert result.amount == Quantity(1, 1, "cup")
    assert result.per_day == (3, 3)


def test_a_crossed_count_is_of_times() -> None:
    result = sums("4 x 500 mg a day")
    assert result.amount == Quantity(500, 500, "mg")
    assert result.per_day == (4, 4)
    assert result.daily_mg == 2000


def test_a_whole_days_amount_has_no_single_dose() -> None:
    result = sums("10 grams spread over the day")
    assert (result.amount, result.per_day, result.daily_mg) == (None, None, 10_000)


def test_an_interval_that_cannot_hold_so_many_doses_is_of_something_else() -> None:
    assert sums("500 mg twice a day, more every 3 days").interval_hours is None
    assert sums("500 mg twice a day every 12 hours").interval_hours == 12


def test_nothing_stated_nothing_reckoned() -> None:
    assert reckon(None, ()) == Reckoning()


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(1, 2, "tablet"), "1–2 tablets"),
        (Quantity(1, 1, "tablet"), "1 tablet"),
        (Quantity(2, 2, "patch"), "2 patches"),
        (Quantity(2, 2, "suppository"), "2 suppositories"),
        (Quantity(10000, 10000, "IU"), "10,000 IU"),
        (Quantity(8, 8, None), "8"),
        (None, ""),
    ],
)
def test_quantities_for_a_person(quantity: Quantity | None, words: str) -> None:
    assert say(quantity) == words
