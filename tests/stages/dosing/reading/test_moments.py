"""Words for when and how long that nothing can be reckoned with."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.moments import find_moments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("take it 30 minutes before breakfast", ["30 minutes before breakfast"]),
        ("1 tab ac", ["ac"]),
        ("2 caps with food at the same time each day", ["with food", "at the same time each day"]),
        ("on an empty stomach", ["on an empty stomach"]),
        ("first thing in the morning", ["first thing in the morning"]),
        ("8 units after each snack", ["after each snack"]),
        ("repeat the treatment after 3 days", ["after 3 days"]),
        # near misses
        ("a bath before guests arrive", []),
        ("open till late", []),
    ],
)
def test_moments(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_moments(text)] == found
