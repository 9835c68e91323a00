"""Places that a medicine is laid on, and the same places where it is not."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.sites import find_sites


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("stick the patch behind the ear", ["behind the ear"]),
        ("apply to clean, dry skin of the upper arm", ["to clean, dry skin of the upper arm"]),
        ("rub it between your toes", ["between your toes"]),
        ("spray | inner thigh or upper arm | daily", ["inner thigh or upper arm"]),
        ("one squirt up each side", ["up each side"]),
        ("given intra-articularly", ["intra-articularly"]),
        ("through inhale way", ["through inhale way"]),
        # near misses
        ("lying on your left side", []),
        ("a pain in the chest", []),
    ],
)
def test_sites(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_sites(text)] == found
