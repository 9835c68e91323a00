"""The many ways to write a number become one, and every offset finds its way home."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.normal import normalise

CASES = [
    ("(500 mg to 1,000 mg)", "(500 to 1000 mg)"),
    ("200mg or 400mg", "200 or 400mg"),
    ("5 ml to 10 mg", "5 ml to 10 mg"),
    ("0,5 g of it", "0.5 g of it"),
    ("1 500 mg", "1500 mg"),
    ("10,000 IU", "10000 IU"),
    ("3'500 mg", "3500 mg"),
    ("4~8 drops", "4-8 drops"),
    ("half of tablet", "0.5 tablet"),
    ("half to one tablet", "0.5 to 1 tablet"),
    ("a single 20 mg tablet", "1 single 20 mg tablet"),
    ("ii tabs", "2 tabs"),
    ("1 t po for 5/7", "1 tablet po for 5 days"),
    ("a 5/7 chance", "a 0.714286 chance"),
    ("1-0-1", "1 in the morning and in the evening"),
    ("2-0-3", "2 in the morning, 3 in the evening"),
    ("1-2-3 go", "1-2-3 go"),
    ("2xhs", "2 hs"),
    ("a tabelt", "a tablet"),
    ("take 2 500 mg tablets", "take 2 500 mg tablets"),
    ("two 250 mg film-coated tablets", "2 250 mg film-coated tablets"),
    ("½ tablet", "0.5 tablet"),
    ("1½ or 2 ½ pills", "1.5 or 2.5 pills"),
    ("2 1/2 tablets", "2.5 tablets"),
    ("1 and 1/2 tablets", "1.5 tablets"),
    ("one and a half spoons", "1.5 spoons"),
    ("half a teaspoon", "0.5 teaspoon"),
    ("a quarter of a tablet", "0.25 tablet"),
    ("an eighth of a teaspoon", "0.125 teaspoon"),
    ("three half-teaspoons", "1.5 teaspoons"),
    ("twenty-five drops", "25 drops"),
    ("two hundred and fifty mg", "250 mg"),
    ("a teaspoon a day", "1 teaspoon a day"),
    ("a heaped teaspoon", "1 heaped teaspoon"),
    ("another tablet", "another 1 tablet"),
    ("a few drops", "a few drops"),
    ("a couple of drops", "a couple of drops"),
    ("a dose of it", "a dose of it"),
    ("3 r/day", "3 times a day"),
    ("2 r. a day", "2 times a day"),
    ("2 r/d", "2 times a day"),
    ("500mg4 times", "500mg 4 times"),
    ("Brand40 mg", "Brand 40 mg"),
    ("4x500 mg", "4 x 500 mg"),
    ("5\u00a0\u2009mg  now", "5 mg now"),
    ("50\u200b0 mg", "500 mg"),
    ("4–6 hours", "4-6 hours"),
    ("5 μg", "5 µg"),
    ("１０ｍｇ", "10mg"),
    # near misses: nothing here is a dose's number
    ("24/7", "24/7"),
    ("COVID-19 and B12", "COVID-19 and B12"),
    ("days 1,2,3", "days 1,2,3"),
    ("1.000.000", "1.000.000"),
    ("someone often", "someone often"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numbers_are_written_one_way(text: str, expected: str) -> None:
    assert normalise(text).text == expected


def test_what_was_rewritten_leads_home_to_what_stood_there() -> None:
    text = "Drink one and a half\u200b tea spoons, 1 500 mg"
    view = normalise(text)
    at = view.text.index("1.5")
    home = view.home(Span(at, at + 3))
    assert home is not None
    assert home.of(text) == "one and a half"
    at = view.text.index("1500 mg")
    home = view.home(Span(at, at + 7))
    assert home is not None
    assert home.of(text) == "1 500 mg"


@given(st.text(alphabet="0123456789 ,./½xab\u200b\u00a0-–mg one two half a tablet", max_size=120))
def test_the_map_covers_every_text(text: str) -> None:
    view = normalise(text)
    assert view.home(Span(0, len(view.text))) is not None or not view.text
    for piece in view.pieces:
        assert 0 <= piece.source.start <= piece.source.end <= len(text)
    assert "".join(p.source.of(text) for p in view.pieces) == text


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    view = normalise(text)
    assert "".join(p.source.of(text) for p in view.pieces) == text
