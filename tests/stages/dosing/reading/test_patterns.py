"""Ranges and masks, the ground of the grammar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import mask, read_range


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("4", (4.0, 4.0)),
        ("4-6", (4.0, 6.0)),
        ("1 or 2", (1.0, 2.0)),
        ("between 2 and 4", (2.0, 4.0)),
        ("0", None),
        ("6-4", None),
        ("", None),
    ],
)
def test_ranges(words: str, expected: tuple[float, float] | None) -> None:
    assert read_range(words) == expected


def test_a_mask_keeps_every_offset() -> None:
    assert mask("take 5 mg now", [Span(5, 9)], "#") == "take #### now"


@given(st.text(max_size=60), st.integers(0, 30), st.integers(0, 30))
def test_a_mask_keeps_the_length(text: str, start: int, size: int) -> None:
    span = Span(min(start, len(text)), min(start + size, len(text)))
    assert len(mask(text, [span], "#")) == len(text)
