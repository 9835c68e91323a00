"""Doses of one day that only together are too much."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Ibuprofen 400 mg at breakfast, 200 mg at lunch, 400 mg at bedtime.", False),
        ("Cetirizine 10 mg in the morning and 5 mg at bedtime.", True),
        ("Cetirizine 10 mg in the morning or 5 mg at bedtime.", False),
        ("Loratadine 10 mg on waking and another 10 mg before bed.", True),
    ],
)
def test_parts_of_a_day_add_up(
    categories: Callable[[str], set[str]], text: str, flagged: bool
) -> None:
    assert ("max_daily_dose" in categories(text)) is flagged
