"""Words for when and how long that nothing can be reckoned with."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.moments import find_lengths, find_moments


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on days 3-6", ["on days 3-6"]),
        ("i have used it for years", ["for years"]),
        ("daily since april", ["since april"]),
        ("run over 2 hours", ["over 2 hours"]),
        ("stop after 4 days", ["4 days"]),
        # near misses
        ("4 days ago", []),
        ("it came after years", []),
    ],
)
def test_lengths(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_lengths(text)] == found
