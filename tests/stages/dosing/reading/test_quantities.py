"""Single quantities, and the numbers beside units that are no doses."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.normal import normalise
from pipeline.stages.dosing.reading.patterns import DRUG
from pipeline.stages.dosing.reading.quantities import Amount, find_quantities


def quantities(text: str) -> tuple[Amount, ...]:
    """Quantities of `text`, in which @ stands for a drug's name."""
    return find_quantities(normalise(text).text.lower().replace("@", DRUG * 3))


@pytest.mark.parametrize(
    ("text", "mass", "unit"),
    [
        ("500 mg", 500, "mg"),
        ("0,5 g", 0.5, "g"),
        ("100 µg", 100, "mcg"),
        ("10,000 IU", 10_000, "IU"),
        ("2.4M IU", 2_400_000, "IU"),
        ("10U", 10, "unit"),
        ("ten milligrams", 10, "mg"),
        ("half a gram", 0.5, "g"),
    ],
)
def test_masses(text: str, mass: float, unit: str) -> None:
    (found,) = quantities(text)
    assert found.mass is not None
    assert (found.mass.low, found.mass.unit) == (mass, unit)


@pytest.mark.parametrize(
    ("text", "count", "strength"),
    [
        ("two 500 mg tablets", 2, 500),
        ("3 x 400 mg", 3, 400),
        ("500 mg tablets: 2", 2, 500),
        ("one 75 mg @", 1, 75),
        ("2 500 mg film-coated tablets", 2, 500),
    ],
)
def test_counts_of_a_mass(text: str, count: float, strength: float) -> None:
    found = quantities(text)[-1]
    assert found.strength is not None
    assert found.mass is not None
    if found.count is not None:
        assert (found.count.high, found.strength.high) == (count, strength)
        assert found.mass.high == count * strength


def test_a_dose_by_weight() -> None:
    (found,) = quantities("10–15 mg/kg of body weight")
    assert found.per_kg
    assert found.mass is not None
    assert (found.mass.low, found.mass.high) == (10, 15)


@pytest.mark.parametrize(
    ("text", "one", "form"),
    [
        ("120 mg/5 ml", 24, "ml"),
        ("0.3 g/capsule", 0.3, "capsule"),
        ("250 mg per tablet", 250, "tablet"),
    ],
)
def test_concentrations_are_no_doses(text: str, one: float, form: str) -> None:
    (found,) = quantities(text)
    assert found.strength_only
    assert found.strength is not None
    assert found.strength.high == pytest.approx(one)
    assert found.form == form


def test_what_a_product_contains_is_a_strength() -> None:
    (found,) = quantities("each tablet contains 500 mg")
    assert found.strength_only


@pytest.mark.parametrize(
    "text",
    [
        "under 70 mg/dL",
        "180 mcg per cubic meter",
        "in a glass of water",
        "dissolved in 80 ml of liquid",
        "with a full glass of water",
        "60 ml of blood",
        "14 grams of pure alcohol",
        "weighs about 14 g",
        "a loss of 500 ml",
        "20 g of sugar",
        "increase the dose by 200 mg",
        "1 tablet per 10 kg of weight",
        "0 tablets",
        "0 mg",
        "1e308 mg",
        "50-10 mg",
        "B12 mg",
        "COVID-19 mg",
        "1/2024 g",
        "3.5% g",
        "15 kg",
        "24/7",
        "a few drops",
    ],
)
def test_near_misses(text: str) -> None:
    assert quantities(text) == ()
