"""Digits, number words, and numbers written for people."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.numbers import grouped, grouped_range, plain, read_digits, read_words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("500", 500.0),
        ("0.5", 0.5),
        (".5", 0.5),
        ("1,500", None),
        ("5mg", None),
        ("1e308", None),
        ("", None),
        ("9" * 40, None),
    ],
)
def test_only_plain_digits_are_read(words: str, value: float | None) -> None:
    assert read_digits(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two", 2.0),
        ("twenty-five", 25.0),
        ("Two hundred and fifty", 250.0),
        ("hundred", 100.0),
        ("dozen", None),
        ("and", None),
        ("two cats", None),
    ],
)
def test_number_words(words: str, value: float | None) -> None:
    assert read_words(words) == value


def test_numbers_for_people() -> None:
    assert grouped(6000) == "6,000"
    assert grouped(0.125) == "0.125"
    assert grouped(2.0) == "2"
    assert grouped(math.inf) == "?"
    assert grouped_range(1, 2) == "1–2"
    assert grouped_range(500, 500) == "500"


@given(st.floats(min_value=0, max_value=1e9, allow_nan=False))
def test_plain_digits_are_read_back(value: float) -> None:
    again = read_digits(plain(value))
    assert again is not None
    assert again == pytest.approx(value, abs=1e-6)
