"""Typing errors in dose words are mended; words of their own are left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.spelling import find_slips


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Tkae it", ["take"]),
        ("one tabelt 3 tiems a day", ["tablet", "times"]),
        ("a capsle for 2 wekes", ["capsule", "weeks"]),
        # near misses
        ("The tables turn a few times; moths eat, stable prices.", []),
        ("tiems2 xtkae", []),
    ],
)
def test_slips(text: str, meant: list[str]) -> None:
    assert [word for _, word in find_slips(text)] == meant


@given(st.lists(st.sampled_from(["tabelt", "Wekes", "table", "take", "tiems", ",", "2", "é"])))
def test_slips_are_found_in_order_and_once(words: list[str]) -> None:
    text = " ".join(words)
    found = list(find_slips(text))
    assert [span.of(text) for span, _ in found] == [
        word for word in words if word in ("tabelt", "Wekes", "tiems")
    ]
    assert all(word in ("tablet", "weeks", "times") for _, word in found)
