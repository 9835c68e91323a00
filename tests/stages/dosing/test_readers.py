from collections.abc import Callable

import pytest

from pipeline.stages.dosing.passage import Passage
from pipeline.stages.dosing.readers import people


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
        ("with an eGFR of 75", set(), {"renal"}),
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
