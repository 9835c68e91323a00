"""Sentences about medicine that is taken, and others with the same numbers."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.about import about_doses, lists_nutrients
from pipeline.stages.dosing.reading.assembly import drafts
from pipeline.stages.dosing.reading.forms import find_forms
from pipeline.stages.dosing.reading.glance import Glance
from pipeline.stages.dosing.reading.grammar import read


def about(text: str) -> bool:
    reading = read(text)
    return about_doses(reading, drafts(reading), find_forms(reading.text))


@pytest.mark.parametrize(
    "text",
    [
        "Chew two tablets before the journey.",
        "One capsule every evening was enough.",
        "Dab the ointment on the sore twice a day.",
    ],
)
def test_about_doses(text: str) -> None:
    assert Glance.at(text).may_dose()
    assert about(text)


@pytest.mark.parametrize(
    "text",
    [
        "Babies feed 8 times a day for the first weeks.",
        "A serving contains 20 g of sugar, 2 tablets of it.",
        "The kernel got one patch after another patch.",
        "A tablet with a bright screen costs 300 dollars.",
    ],
)
def test_not_about_doses(text: str) -> None:
    assert not about(text)


def test_nutrition_facts() -> None:
    assert lists_nutrients(read("Protein: 5 g | Sodium: 20 mg"))
    assert not lists_nutrients(read("sodium 20 mg twice a day"))
