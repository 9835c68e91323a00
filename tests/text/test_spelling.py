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


@given(st.text(max_size=60))
def test_spans_are_words_of_the_text(text: str) -> None:
    for span, word in find_slips(text):
        assert sorted(span.of(text).lower()) != [] and span.of(text).lower() != word
