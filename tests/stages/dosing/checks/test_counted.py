"""Products of several drugs against the count on their label."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.stages.dosing.checks.counted import many_a_day, many_at_once
from pipeline.stages.dosing.scope.passage import Passage

PassageOf = Callable[[str], Passage]


@pytest.mark.parametrize(
    ("text", "computation"),
    [
        ("For a migraine take 4 Excedrin at once.", "4 tablets = 4 at once; 4 ÷ 2 = 2"),
        ("Drink two sachets of Fervex for a cold.", "2 sachets = 2 at once; 2 ÷ 1 = 2"),
        ("Take 60 ml of NyQuil.", "60 ml = 2 at once; 2 ÷ 1 = 2"),
    ],
)
def test_too_many_at_once(passage_of: PassageOf, text: str, computation: str) -> None:
    assert [found.computation for found in many_at_once(passage_of(text))] == [computation]


@pytest.mark.parametrize(
    ("text", "computation"),
    [
        ("Pentalgin: 2 tablets every 3 hours.", "2 tablets × every 3 h = 16 a day; 16 ÷ 4 = 4"),
        (
            "Take 2 Panadol Extra every 2 hours, no more than 10 tablets in 24 hours.",
            "2 tablets × every 2 h = 10 a day; 10 ÷ 8 = 1.2",
        ),
    ],
)
def test_too_many_a_day(passage_of: PassageOf, text: str, computation: str) -> None:
    assert [found.computation for found in many_a_day(passage_of(text))] == [computation]


@pytest.mark.parametrize(
    "text",
    [
        "Take 2 Excedrin tablets every six hours.",
        "Take 2 Panadol Extra every 4 hours, no more than 8 tablets in 24 hours.",
        "The doctor prescribed 3 tablets of Solpadeine at night.",
        "Take 3 Vicodin tablets.",
        "Take three ibuprofen tablets.",
        "Take a box of Excedrin with you.",
    ],
)
def test_within_the_label(passage_of: PassageOf, text: str) -> None:
    passage = passage_of(text)
    assert [*many_at_once(passage), *many_a_day(passage)] == []


def test_a_warning_is_let_go(passage_of: PassageOf) -> None:
    (found,) = many_at_once(passage_of("Never take 4 Excedrin at once."))
    assert found.let_go is not None
