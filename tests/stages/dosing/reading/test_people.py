"""Whom a dose is for, and people who only stand in the sentence."""

from __future__ import annotations

import pytest

from pipeline.model.dose import Population
from pipeline.stages.dosing.reading.patterns import DRUG
from pipeline.stages.dosing.reading.people import find_people


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("adults may take it", Population.ADULT),
        ("adults and children over 12", Population.ADULT),
        ("women aged 18 to 60", Population.ADULT),
        ("for a child of 3", Population.CHILD),
        ("give kids half of it", Population.CHILD),
        ("a 5-year-old", Population.CHILD),
        ("give the newborn", Population.INFANT),
        ("a 5-month-old", Population.INFANT),
        ("your baby's nose", Population.INFANT),
        ("children over 12", Population.ADOLESCENT),
        ("teenagers", Population.ADOLESCENT),
        ("the elderly", Population.ELDERLY),
        ("people over 65", Population.ELDERLY),
        ("grandpa takes", Population.ELDERLY),
        ("at 30 weeks", Population.PREGNANCY),
        ("expectant mothers", Population.PREGNANCY),
        ("in the third trimester", Population.PREGNANCY),
        ("while breastfeeding", Population.LACTATION),
        ("with kidney disease", Population.RENAL),
        ("the kid of 7 months", Population.INFANT),
        ("children over 1 year", Population.CHILD),
        ("a toddler of 15 months", Population.INFANT),
        ("a toddler of 3 years", Population.CHILD),
        ("my son is 13", Population.ADOLESCENT),
        ("the kiddo coughs", Population.CHILD),
        ("my little 1 was 8 months", Population.INFANT),
        (f"to adults {DRUG * 4} at night", Population.ADULT),
        ("our granddaughter coughs", Population.CHILD),
        ("women from 18 to 50", Population.ADULT),
        ("postmenopausal women", Population.ADULT),
        ("a future mum", Population.PREGNANCY),
    ],
)
def test_people(text: str, population: Population) -> None:
    (found,) = find_people(text)
    assert found.population is population


@pytest.mark.parametrize(
    "text",
    [
        f"adult {DRUG * 4}",
        "out of the reach of children",
        "not recommended for children",
        "except pregnant women",
        "a pregnancy test",
        "after six weeks",
        "after 12 weeks of treatment",
        "childhood memories",
        "",
    ],
)
def test_near_misses(text: str) -> None:
    assert find_people(text) == ()
