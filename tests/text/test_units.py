"""Units: one name each, and what they weigh."""

from __future__ import annotations

import re

import pytest

from pipeline.text.units import (
    FORMS,
    MASS,
    UNIT_WORDS,
    VOLUME,
    canonical_unit,
    is_form,
    is_mass,
    to_mg,
    words_of,
)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("Milligrams", "mg"),
        ("µg", "mcg"),
        ("mcg", "mcg"),
        ("International  Units", "IU"),
        ("U", "unit"),
        ("caplets", "tablet"),
        ("gtt", "drop"),
        ("tea spoons", "teaspoon"),
        ("cc", "ml"),
        ("mmol", None),
        ("kg", None),
        ("dose", None),
    ],
)
def test_units_have_one_name(words: str, unit: str | None) -> None:
    assert canonical_unit(words) == unit


def test_mass_and_form_are_told_apart() -> None:
    assert is_mass("mg")
    assert is_mass("IU")
    assert not is_mass("tablet")
    assert not is_mass(None)
    assert is_form("drop")
    assert not is_form("ml")


@pytest.mark.parametrize(
    ("value", "unit", "ingredient", "mg"),
    [
        (1.5, "g", None, 1500.0),
        (250.0, "mcg", None, 0.25),
        (1000.0, "IU", "vitamin d", 0.025),
        (10000.0, "IU", "vitamin a", 3.0),
        (400.0, "IU", "vitamin e", None),
        (10.0, "unit", "insulin", None),
        (2.0, "tablet", None, None),
    ],
)
def test_milligrams(value: float, unit: str, ingredient: str | None, mg: float | None) -> None:
    assert to_mg(value, unit, ingredient) == (None if mg is None else pytest.approx(mg))


def test_longer_unit_words_are_tried_first() -> None:
    match = re.match(UNIT_WORDS, "tablespoons")
    assert match is not None
    assert match.group() == "tablespoons"


def test_no_word_means_two_units() -> None:
    words = [w for table in (MASS, VOLUME, FORMS) for ws in table.values() for w in ws.split("|")]
    assert len(words) == len(set(words))


def test_words_of_some_forms() -> None:
    words = words_of("tablet", "capsule").split("|")
    assert {"tablets", "softgel"} <= set(words)
    assert not {"t.", "patch"} & set(words)
