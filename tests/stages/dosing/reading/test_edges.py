"""Parts of a dose without the marks and words around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.edges import trimmed


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (" twice a day,", "twice a day"),
        ("between 5 and 10 ml", "5 and 10 ml"),
        ("course of 10 days", "10 days"),
        ("repeat after 4 hours", "after 4 hours"),
        ("if needed.", "if needed"),
        # near misses
        ("p.r.n.", "p.r.n."),
        ("in the eye(s)", "in the eye(s)"),
        ("between meals", "between meals"),
    ],
)
def test_trimmed(words: str, left: str) -> None:
    assert trimmed(words, Span(0, len(words))).of(words) == left


@given(st.text(alphabet="ab 1.,()-", max_size=20))
def test_what_is_left_lies_within(words: str) -> None:
    assert Span(0, len(words)).contains(trimmed(words, Span(0, len(words))))
