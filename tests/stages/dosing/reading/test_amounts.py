"""Quantities that belong together become one amount."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.amounts import find_amounts
from pipeline.stages.dosing.reading.normal import normalise
from pipeline.stages.dosing.reading.patterns import DRUG, FREQUENCY
from pipeline.stages.dosing.reading.quantities import Amount


def amounts(text: str) -> tuple[Amount, ...]:
    """Amounts of `text`; @ stands for a drug's name and ~ for a frequency."""
    words = normalise(text).text.lower()
    return find_amounts(words.replace("@", DRUG * 3).replace("~", FREQUENCY * 5))


@pytest.mark.parametrize(
    ("text", "count", "strength"),
    [
        ("2 tablets of 500 mg", 2, 500),
        ("2 tablets 500 mg", 2, 500),
        ("10 pieces of 4 mg @ gum", 10, 4),
        ("2 tablets (500 mg each)", 2, 500),
        ("three @ tablets of 500 mg", 3, 500),
        ("half an @ tablet of 500 mg", 0.5, 500),
        ("2 @ 40 mg", 2, 40),
        ("two 30/500 @ tablets of 500 mg", 2, 500),
        ("1 effervescent tablet (600 mg @)", 1, 600),
        ("2 tablets (1000 mg)", 2, 500),
        ("8 tablets (4 g)", 8, 0.5),
        ("half a tablet, i.e. 5 mg", 0.5, 10),
    ],
)
def test_counts_with_strength(text: str, count: float, strength: float) -> None:
    found = amounts(text)[0]
    assert found.count is not None
    assert found.strength is not None
    assert (found.count.high, found.strength.high) == (count, strength)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("500 mg to 1 g", 500, 1000, "mg"),
        ("200 mg-400 mg", 200, 400, "mg"),
        ("½ - 1 tablet", 0.5, 1, "tablet"),
        ("from 1 drop to 15 on waking", 1, 15, "drop"),
        ("1 drop ~ and go up to 3 drops", 1, 3, "drop"),
        ("begin with 2 drops and reach 10 drops", 2, 10, "drop"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    (found,) = amounts(text)
    single = found.mass or found.count
    assert single is not None
    assert (single.low, single.high, single.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("two @s", 2, "tablet"),
        ("8 of @", 8, None),
        ("take 1 or 2 ~", 2, None),
        ("@ 400, ~", 400, None),
        ("take an @ ~", 1, "tablet"),
    ],
)
def test_counts_without_a_unit(text: str, count: float, unit: str | None) -> None:
    (found,) = amounts(text)
    assert found.count is not None
    assert (found.count.high, found.count.unit) == (count, unit)


def test_a_stated_content_of_a_volume_is_a_concentration() -> None:
    (found,) = amounts("every 5 ml of the syrup contains 120 mg")
    assert found.strength_only
    assert found.strength is not None
    assert found.strength.high == 24


@pytest.mark.parametrize("text", ["10 mg of @ and 5 mg of @", "200 mg in the day, 2 tablets later"])
def test_two_amounts_stay_two(text: str) -> None:
    assert len(amounts(text)) == 2


@pytest.mark.parametrize("text", ["", "@", "an @", "the 2nd visit", "in 1998 @ came", "300 @s"])
def test_no_amounts(text: str) -> None:
    assert amounts(text) == ()


@pytest.mark.parametrize("text", ["a child of 7 @", "aged 7 @", "at age 7 @"])
def test_an_age_counts_no_tablets(text: str) -> None:
    assert amounts(text) == ()
