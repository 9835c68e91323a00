"""Phrases of frequency carry a rank and words for the computation."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.frequency import find_frequencies
from pipeline.stages.dosing.reading.rhythm import COUNT, DAYPART, INTERVAL, PERIOD, WEAK


@pytest.mark.parametrize(
    ("text", "rank", "words"),
    [
        ("3 times a day", COUNT, "3 times a day"),
        ("once a week", COUNT, "once a week"),
        ("every 6 hours", INTERVAL, "every 6 h"),
        ("in the evening", DAYPART, "once a day"),
        ("daily", PERIOD, "once a day"),
        ("within 24 hours", PERIOD, "in 24 hours"),
        ("on an empty stomach", WEAK, "once a day"),
    ],
)
def test_rank_and_words(text: str, rank: int, words: str) -> None:
    (found,) = find_frequencies(text)
    assert (found.rank, found.words) == (rank, words)


def test_ranks_are_ordered() -> None:
    assert COUNT > INTERVAL > DAYPART > PERIOD > WEAK
