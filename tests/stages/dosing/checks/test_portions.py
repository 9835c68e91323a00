"""A dose of a product of several drugs as the doses of its parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model.dose import DoseMention
from pipeline.stages.dosing.checks.over_limit import doses
from pipeline.stages.dosing.checks.portions import portions
from pipeline.stages.dosing.scope.passage import Passage

PassageOf = Callable[[str], Passage]


def of(passage: Passage) -> list[DoseMention]:
    return [p for sentence, dose in doses(passage) for p in portions(passage, sentence, dose)]


@pytest.mark.parametrize(
    ("text", "masses"),
    [
        # the strength as written, in either order
        ("Take 2 Vicodin 5/500 tablets.", {"hydrocodone": 10, "paracetamol": 1000}),
        ("Vicodin 7.5/750, 2 tablets a day", {"hydrocodone": 15, "paracetamol": 1500}),
        ("Take two co-codamol 30/500 tablets.", {"codeine": 60, "paracetamol": 1000}),
        ("Co-codamol 500 mg/30 mg: 2 tablets", {"codeine": 60, "paracetamol": 1000}),
        ("Zaldiar 37.5 mg/325 mg, 2 tablets", {"tramadol": 75, "paracetamol": 650}),
        ("Take 2 tablets of Percocet (10 mg/325 mg).", {"oxycodone": 20, "paracetamol": 650}),
        # the one that is sold, or the weakest
        ("Swallow 3 Excedrin tablets.", {"aspirin": 750, "paracetamol": 750}),
        ("Take two tablets of co-codamol.", {"codeine": 16, "paracetamol": 1000}),
        # a mass that only one part can have
        ("Percocet 10 mg: 2 tablets", {"oxycodone": 20, "paracetamol": 650}),
        # sachets and spoons
        ("Drink a sachet of Lemsip.", {"paracetamol": 650, "phenylephrine": 10}),
        ("Take 60 ml of NyQuil.", {"paracetamol": 1300, "doxylamine": 25}),
        # a product with limits of its own is one drug
        ("Augmentin 875/125, 2 tablets a day", {"amoxicillin/clavulanic acid": 2000}),
        # one drug, sold in one strength; or the weakest, where that is far too much already
        ("Take three tablets of Analgin.", {"metamizole": 1500}),
        ("Take eight tablets of paracetamol.", {"paracetamol": 2600}),
        ("Take two Imodium capsules, no more than 6 a day.", {"loperamide": 4}),
        ("Take two tablets of paracetamol.", {}),
        ("Keep 200 tablets of paracetamol.", {}),
        ("Take 20 drops of Analgin.", {}),
        # strength said, and nothing that could be weighed
        ("Take 2 ibuprofen 400 mg tablets.", {}),
        ("Take a glass of Theraflu.", {}),
        ("Take a tablet of Gripex.", {}),
        ("Percocet 60 mg: 2 tablets", {}),
    ],
)
def test_portions(passage_of: PassageOf, text: str, masses: dict[str, float]) -> None:
    found = {p.ingredient: p.amount.high for p in of(passage_of(text)) if p.amount}
    assert {name: found.get(str(name)) for name in masses} == masses
    assert bool(found) == bool(masses)


def test_the_working_is_laid_open(passage_of: PassageOf) -> None:
    *_, part = of(passage_of("Take 2 Vicodin 5/500 tablets every 3 hours."))
    assert part.computation == "2 tablets × 500 mg paracetamol × every 3 h = 8,000 mg a day"
    assert part.daily_mg == 8000


def test_the_least_is_called_so(passage_of: PassageOf) -> None:
    codeine, _ = of(passage_of("Take two tablets of co-codamol twice a day."))
    assert codeine.computation == "2 tablets × at least 8 mg codeine × 2 times a day = 32 mg a day"


@pytest.mark.parametrize(
    ("cap", "daily"),
    [
        ("no more than 6 tablets in 24 hours", 3000),
        ("no more than 12 tablets in 24 hours", 6000),
        ("no more than 80 tablets in 24 hours", 8000),
    ],
)
def test_a_cap_of_tablets_caps_each_part(passage_of: PassageOf, cap: str, daily: float) -> None:
    *_, part = of(passage_of(f"Take 2 Vicodin 5/500 tablets every 3 hours, {cap}."))
    assert part.daily_mg == daily


def test_a_date_is_no_strength(passage_of: PassageOf) -> None:
    codeine, _ = of(passage_of("Two tablets of co-codamol (from 24/7 care) on 5/12/2024."))
    assert codeine.amount is not None
    assert codeine.amount.high == 16
