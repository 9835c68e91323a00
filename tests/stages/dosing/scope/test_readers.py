from collections.abc import Callable

import pytest

from pipeline.stages.dosing.scope.passage import Passage
from pipeline.stages.dosing.scope.readers import kidneys_work, people


@pytest.mark.parametrize(
    ("text", "who", "not_who"),
    [
        ("a 5-month-old boy", {"infant", "under_1", "under_16"}, {"pregnancy"}),
        ("My daughter is nine.", {"under_12", "under_16"}, {"under_8"}),
        ("children from two years", {"under_8", "under_12"}, {"under_2"}),
        ("adults and children over 12 years", set(), {"under_12", "under_16"}),
        ("at 30 weeks", {"pregnancy", "late_pregnancy"}, {"under_18"}),
        ("in the 12th week of pregnancy", {"pregnancy"}, {"late_pregnancy"}),
        ("with an eGFR of 22", {"renal"}, set()),
        ("a smoker of 40", {"smoker"}, {"under_18"}),
    ],
)
def test_people(
    passage_of: Callable[[str], Passage], text: str, who: set[str], not_who: set[str]
) -> None:
    passage = passage_of(text)
    found = {p.population for p in people(passage, passage.sentences[0])}
    assert who <= found
    assert not (not_who & found)


def test_kidneys_work_from_an_egfr_of_30() -> None:
    assert kidneys_work("with an eGFR of 75")
    assert not kidneys_work("with an eGFR of 22")
    assert not kidneys_work("with weak kidneys")


@pytest.mark.parametrize(
    "text",
    [
        "women who may become pregnant",
        "to prevent pregnancy",
        "a pregnancy test",
        "after 12 weeks of treatment",
        "mouth ulcers",
        "sleeps like a baby",
    ],
)
def test_nobody(passage_of: Callable[[str], Passage], text: str) -> None:
    passage = passage_of(text)
    states = {"pregnancy", "late_pregnancy", "ulcer", "infant"}
    assert not states & {p.population for p in people(passage, passage.sentences[0])}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("mums-to-be", "pregnancy"),
        ("with 34 weeks gone", "late_pregnancy"),
        ("if you become pregnant", "pregnancy"),
        ("anybody allergic to penicillin", "penicillin_allergy"),
        ("with an enlarged prostate", "prostate"),
        ("in G6PD deficiency", "g6pd"),
        ("blood in the stool", "dysentery"),
        ("a toddler", "under_2"),
    ],
)
def test_states(passage_of: Callable[[str], Passage], text: str, who: str) -> None:
    passage = passage_of(text)
    assert who in {p.population for p in people(passage, passage.sentences[0])}
