"""Instructions without a drug's name: what is clear counts, what articles also say does not."""

from __future__ import annotations

import pytest

from pipeline.model.dose import DoseMention
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.mentions import read_doses
from pipeline.stages.dosing.reading.segments import segment


def doses(text: str) -> tuple[DoseMention, ...]:
    return read_doses(text, segment(text, read_blocks(text)), []).doses


@pytest.mark.parametrize(
    ("text", "count", "per_day", "days", "needed", "route"),
    [
        ("Take 2 capsules twice a day for 5 days.", 2, 2, 5, False, "oral"),
        ("2 caps po bid x 5d", 2, 2, 5, False, "oral"),
        ("3 puffs q6h prn wheeze", 3, 4, None, True, "inhaled"),
        ("half a tablet every other day", 0.5, 0.5, None, False, "oral"),
        ("2 gtts AU tid", 2, 3, None, False, "otic"),
        ("1 drop OD qid", 1, 4, None, False, "ophthalmic"),
        ("2 tabs OD", 2, 1, None, False, "oral"),
        ("inject 2 ml SC on Mondays", 2, 1 / 7, None, False, "subcutaneous"),
        ("1-0-1 for 1 week", 1, 2, 7, False, "oral"),
        ("two 5 ml spoonfuls 3 times a day", 10, 3, None, False, "oral"),
        ("taek 2 talbets at night", 2, 1, None, False, "oral"),
        ("Adults: 2 tablets twice every 3 days", 2, 2 / 3, None, False, "oral"),
        ("4", 4, None, None, False, "oral"),
    ],
)
def test_orders(
    text: str, count: float, per_day: float, days: float, needed: bool, route: str
) -> None:
    (found,) = doses(text)
    assert found.drug is None
    assert found.count is not None
    assert found.count.low == found.count.high == count
    assert found.per_day == (pytest.approx((per_day, per_day)) if per_day else None)
    assert found.duration_days == ((days, days) if days else None)
    assert (found.as_needed, found.route) == (needed, route)


@pytest.mark.parametrize(
    ("text", "per_day", "route"),
    [
        ("apply to the scalp twice daily", 2, "topical"),
        ("Spray into each nostril once a day.", 1, "nasal"),
        ("Rub a thin layer of the cream into the skin every night.", 1, "topical"),
        ("q8h", 3, "oral"),
        ("once a week", 1 / 7, "oral"),
    ],
)
def test_orders_without_an_amount(text: str, per_day: float, route: str) -> None:
    (found,) = doses(text)
    assert (found.amount, found.count, found.route) == (None, None, route)
    assert found.per_day == pytest.approx((per_day, per_day))


def test_an_order_that_looks_like_a_heading() -> None:
    text = "It helps with pain and more.\n\nTake two tablets at night\n\nOnce a week\n\nIt helps."
    (found,) = doses(text)
    assert found.span.of(text) == "two tablets at night"


def test_need_is_said_of_its_own_dose() -> None:
    first, second = doses("take 2 tablets every day and then 1 tablet as needed")
    assert (first.as_needed, second.as_needed) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "Apply ice to the knee for 20 minutes three times a day.",
        "Take a walk every day and two breaks an hour.",
        "Add 2 tablespoons of oil and bake for an hour.",
        "Do not take 2 tablets at once.",
        "Eat 5 a day, and drink 8 glasses of water.",
        "Brush your teeth twice a day for two minutes.",
        "Wash your hands every 2 hours.",
        "Babies sleep 16 hours a day for the first weeks.",
        "## 2 weeks\nThe baby wakes every 3 hours.",
        "Take 30 g of fibre.",
        "Capacity: 10 cups",
        "Size: 12.5 x 7.3 x 14 inches",
        "Weight: 315 grams",
        "Take breaks: every 20 minutes, look at something far away.",
        "The bus runs every 10 minutes.",
        "Page\n2\nof 4",
    ],
)
def test_near_misses(text: str) -> None:
    assert doses(text) == ()
