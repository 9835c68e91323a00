"""Words for how long that nothing can be reckoned with."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.lengths import find_lengths


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
