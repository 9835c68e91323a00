"""Amounts beside drugs that nobody is told to take."""

from __future__ import annotations

import pytest

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.assembly import drafts
from pipeline.stages.dosing.reading.grammar import Drug, read
from pipeline.stages.dosing.reading.screen import NO_MEDICINE, is_dose


def doses(text: str, name: str) -> int:
    at = text.index(name)
    reading = read(text, [Drug(Span(at, at + len(name)), name, name.lower())])
    return sum(is_dose(reading, draft) for draft in drafts(reading))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Take two Aspirins", "Aspirin"),
        ("Inject 8 of Insulin, then measure again in the evening", "Insulin"),
        ("Buy Aspirin 500 mg and drink 2 tablets a day", "Aspirin"),
        ("Boil it, then drink 2 spoons of Nettle", "Nettle"),
        ("Aspirin 500 mg helps", "Aspirin"),
        ("Aspirin 500 mg twice a day should not be missed", "Aspirin"),
        ("Put 4 drops of Valerian on your tongue", "Valerian"),
    ],
)
def test_doses(text: str, name: str) -> None:
    assert doses(text, name) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aspirin 500 mg, 20 tablets, price 3 dollars", "Aspirin"),
        ("With your heart there is no Viagra 50 mg on Saturday", "Viagra"),
        ("Oxynorm 20 mg must not be crushed", "Oxynorm"),
        ("Shake 4 drops of Lavender into the diffuser", "Lavender"),
        ("Aspirin 500 mg No. 20 is sold everywhere", "Aspirin"),
        ("Can I buy Aspirin 500 mg here?", "Aspirin"),
        ("A glass of Wine contains little of it", "Wine"),
        ("Pour 2 tablespoons of Nettle with water and boil for 5 minutes", "Nettle"),
        ("It holds 6 Phosphate groups", "Phosphate"),
        ("Aspirin is sold as a pill", "Aspirin"),
        ("A drop in Testosterone level is common", "Testosterone"),
        ("Heparin may cause a drop in platelets", "Heparin"),
        ("A drop in weight is a sign that Metformin works", "Metformin"),
        ("Instead of the usual 50 mcg Eutirox", "Eutirox"),
    ],
)
def test_near_misses(text: str, name: str) -> None:
    assert doses(text, name) == 0


def test_vaccines_are_no_doses() -> None:
    assert NO_MEDICINE.search("rotavirus vaccine")
    assert not NO_MEDICINE.search("aspirin")
