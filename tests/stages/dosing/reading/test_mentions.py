"""Whole regimens, over sentences, lists and tables; and texts that state none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.dose import DoseMention, Population
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.mentions import Drug, read_doses
from pipeline.stages.dosing.reading.segments import segment

INGREDIENTS = {
    "nurofen": "ibuprofen",
    "ibuprofen": "ibuprofen",
    "paracetamol": "paracetamol",
    "panadol": "paracetamol",
    "aspirin": "aspirin",
    "vikasol": "menadione",
    "dicynone": "etamsylate",
    "otrivin": "xylometazoline",
    "vitamin d": "vitamin d",
    "vitamin b12": "vitamin b12",
    "amoxicillin": "amoxicillin",
    "valerian": "valerian",
    "nettle": "nettle",
    "lantus": "insulin glargine",
    "latanoprost": "latanoprost",
    "methotrexate": "methotrexate",
    "loperamide": "loperamide",
    "5-htp": "5-hydroxytryptophan",
    "omega-3": "fish oil",
}
NAMES = re.compile("|".join(map(re.escape, INGREDIENTS)), re.IGNORECASE)


def doses(text: str) -> tuple[DoseMention, ...]:
    drugs = [
        Drug(Span(*m.span()), m.group(), INGREDIENTS[m.group().lower()])
        for m in NAMES.finditer(text)
    ]
    return read_doses(text, segment(text, read_blocks(text)), drugs).doses


def one(text: str) -> DoseMention:
    (found,) = doses(text)
    return found


@pytest.mark.parametrize(
    ("text", "ingredient", "daily"),
    [
        ("Nurofen 400 mg three times a day after food.", "ibuprofen", 1200),
        ("Swallow 1,5 g of aspirin 4 r/day.", "aspirin", 6000),
        ("Take two 500 mg Panadol tablets every four hours.", "paracetamol", 6000),
        ("Vikasol 15 mg tablets: drink 3 tablets 2 times a day.", "menadione", 90),
        ("Panadol is what I use. Three 500 mg caplets every 6 hours do it.", "paracetamol", 6000),
        ("Panadol: 2 caplets 4 times a day. Each caplet contains 500 mg.", "paracetamol", 4000),
        (
            "Every 5 ml of syrup contains 100 mg of ibuprofen. Give 5 ml thrice daily.",
            "ibuprofen",
            300,
        ),
        (
            "Amoxicillin capsules (0.25 g/capsule): each time 2 capsules, 3 times a day",
            "amoxicillin",
            1500,
        ),
        ("Vitamin D 50,000 IU a day.", "vitamin d", 1.25),
        ("Vitamin B12 1000 mcg daily.", "vitamin b12", 1),
        ("5-HTP 100 mg at night.", "5-hydroxytryptophan", 100),
        ("Aspirin 0.5 g four times a day. Do not exceed 3 tablets in 24 hours.", "aspirin", 1500),
        ("Methotrexate 15 mg once a week.", "methotrexate", None),
        ("Paracetamol 15 mg/kg every 6 hours.", "paracetamol", None),
        ("Ibuprofen 3 x 400mg daily", "ibuprofen", 1200),
    ],
)
def test_daily_amounts(text: str, ingredient: str, daily: float | None) -> None:
    found = doses(text)[-1]
    assert found.ingredient == ingredient
    assert found.daily_mg == (None if daily is None else pytest.approx(daily))


def test_a_dose_carries_its_working_and_its_place() -> None:
    text = "For pain take Panadol, two tablets of 500 mg every 4 hours for 3 days."
    found = one(text)
    assert found.computation == "2 tablets × 500 mg × every 4 h = 6,000 mg a day"
    assert found.span.of(text) == "Panadol, two tablets of 500 mg every 4 hours for 3 days"
    assert found.drug_span is not None
    assert found.drug_span.of(text) == found.drug == "Panadol"
    assert found.duration_days == (3, 3)
    assert found.interval_hours == 4


def test_a_list_under_a_lead_in() -> None:
    text = "For fever give the child Panadol:\n- 250 mg\n- every 6 hours\n- for 3 days\n"
    found = one(text)
    assert found.per_day == (4, 4)
    assert found.duration_days == (3, 3)
    assert found.population is Population.CHILD


def test_a_numbered_list_keeps_its_drugs_apart() -> None:
    text = "1. Ibuprofen: 400 mg every 8 hours. 2. Paracetamol: 1 g every 6 hours."
    assert [(d.ingredient, d.daily_mg) for d in doses(text)] == [
        ("ibuprofen", 1200),
        ("paracetamol", 4000),
    ]


def test_a_table_is_read_by_its_columns() -> None:
    text = (
        "Medicine | Dose, mg | Times a day | Days\nIbuprofen | 400 | 3 | 5\nAspirin | 500 | 2 | 3\n"
    )
    assert [(d.ingredient, d.daily_mg, d.duration_days) for d in doses(text)] == [
        ("ibuprofen", 1200, (5, 5)),
        ("aspirin", 1000, (3, 3)),
    ]


def test_a_drug_in_the_head_of_a_column() -> None:
    text = "Age | Nurofen syrup\n3–6 months | 2.5 ml 3 times a day\nadults | 20 ml 3 times a day\n"
    found = doses(text)
    assert [d.ingredient for d in found] == ["ibuprofen", "ibuprofen"]
    assert [d.population for d in found] == [Population.INFANT, Population.ADULT]


def test_a_drug_in_the_head_of_the_table() -> None:
    text = "Paracetamol | Dose\nAdults | 1 g every 6 hours\nInfants | 60 mg every 6 hours\n"
    assert [(d.ingredient, d.daily_mg) for d in doses(text)] == [
        ("paracetamol", 4000),
        ("paracetamol", 240),
    ]


def test_a_sentence_in_a_narrow_column() -> None:
    found = one("Take two tablets\nof aspirin every\nfour hours.")
    assert (found.ingredient, found.per_day) == ("aspirin", (6, 6))


def test_populations_keep_to_their_doses() -> None:
    text = "Amoxicillin: adults 500 mg three times a day; children 250 mg three times a day."
    assert [(d.population, d.daily_mg) for d in doses(text)] == [
        (Population.ADULT, 1500),
        (Population.CHILD, 750),
    ]


def test_another_tablet_may_follow() -> None:
    text = (
        "A single dose of Dicynone is 1-2 tablets. If it bleeds on, take another tablet for 5 days."
    )
    found = one(text)
    assert found.per_day == (1, 2)
    assert found.duration_days == (5, 5)


def test_a_decoction_is_drunk_not_its_recipe() -> None:
    text = (
        "For a decoction pour 2 tablespoons of nettle with boiling water. "
        "Drink half a glass 4 times a day until it heals."
    )
    found = one(text)
    assert found.amount is not None
    assert (found.amount.high, found.amount.unit) == (0.5, "glass")
    assert found.open_ended


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("Spray Otrivin every hour.", "nasal"),
        ("Lantus 10U at bedtime.", "subcutaneous"),
        ("1 drop of latanoprost in both eyes every night.", "ophthalmic"),
        ("Dissolve 30 drops of valerian in 80 ml of water twice a day.", "oral"),
    ],
)
def test_routes(text: str, route: str) -> None:
    assert one(text).route == route


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Never take more than 8 tablets of paracetamol a day.",
        "The maximum dose of ibuprofen is 1200 mg a day.",
        "Paracetamol is sold as 500 mg tablets in packs of 16.",
        "Price: aspirin 500 mg No. 20, 35 roubles.",
        "Aspirin cut the risk by 20% in 500 people over 10 years.",
        "Call 555-1234, open 24/7, about COVID-19, H1N1 and aspirin.",
        "Aspirin was first made in 1897.",
        "Keep paracetamol under 70 mg/dL in the blood.",
        "Take paracetamol 1e308 mg or 0 tablets or 9-3 mg.",
        "Omega-3 and vitamin B12 are healthy.",
        "Drink 2 litres of water a day, and no aspirin.",
        "At 12 weeks the fetus weighs 14 g, says the aspirin leaflet.",
        "Take 2 spoons of borage a day.",
    ],
)
def test_near_misses(text: str) -> None:
    assert doses(text) == ()


def test_a_clear_order_needs_no_drug() -> None:
    found = one("Drink 20 drops three times a day. Do so for 5 days.")
    assert (found.drug, found.ingredient, found.drug_span) == (None, None, None)
    assert (found.per_day, found.duration_days) == ((3, 3), (5, 5))


def test_doses_of_a_drug_come_first() -> None:
    found = doses("Chew 1 tablet at night.\n\nWhat then? Aspirin 300 mg twice a day.")
    assert [dose.drug for dose in found] == ["Aspirin", None]


def test_repeats_are_left_out() -> None:
    assert len(doses("Ibuprofen 400 mg did nothing? Take 400 mg more of ibuprofen.")) == 1


WORDS = st.sampled_from(
    ["aspirin", "Nurofen", "take", "2", "1,5", "½", "500", "mg", "g", "tablets", "of", "x", "every",
     "4", "–", "hours", "times", "a day", "for", "days", "no more than", "until", "children", "|",
     "\n", "- ", ".", ",", "(", ")", "/", "kg", "%", "and", "then", "\u200b", "0", "1e308"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=200)
def test_any_jumble_is_read_within_its_bounds(text: str) -> None:
    for dose in doses(text):
        assert 0 <= dose.span.start <= dose.span.end <= len(text)
        assert dose.daily_mg is None or 0 < dose.daily_mg < 1e15
        assert dose.per_day is None or 0 < dose.per_day[0] <= dose.per_day[1]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert doses("aspirin " + text) == doses("aspirin " + text)
