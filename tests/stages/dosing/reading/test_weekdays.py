"""Days of the week as doses a day."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.frequency import find_frequencies


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on mondays and fridays", 2),
        ("every sunday", 1),
        ("monday to friday", 5),
        ("friday to monday", 4),
        ("m/w/f", 3),
        ("6 days a week", 6),
    ],
)
def test_days_a_week(text: str, days: int) -> None:
    (found,) = find_frequencies(text)
    assert found.per_day == pytest.approx((days / 7, days / 7))


@pytest.mark.parametrize("text", ["8 days a week", "the monday club", "m/s"])
def test_near_misses(text: str) -> None:
    assert not [found for found in find_frequencies(text) if found.per_day[1] < 1]
