"""A child's weight, said or reckoned from its age."""

from collections.abc import Callable

import pytest

from pipeline.stages.dosing.checks.growing import weight_of
from pipeline.stages.dosing.scope.passage import Passage


@pytest.mark.parametrize(
    ("text", "kilos"),
    [
        ("A two-year-old who weighs 11 kg may have 150 mg of paracetamol.", 11.0),
        ("Give the child 150 mg of paracetamol; she is 2.", 12.5),
        ("For a 2-year-old: 150 mg of paracetamol.", 12.5),
        ("For a child of 4: ibuprofen 10 mg per kg of body weight.", 16.5),
        ("An adult of 70 kg takes 1 g of paracetamol.", None),
    ],
)
def test_weight(passage_of: Callable[[str], Passage], text: str, kilos: float | None) -> None:
    passage = passage_of(text)
    sentence = next(s for s in passage.sentences if s.doses)
    assert weight_of(passage, sentence, sentence.doses[0]) == kilos


def test_weight_bounds_the_dose(categories: Callable[[str], set[str]]) -> None:
    assert "max_single_dose" in categories("A toddler of 10 kg can have 300 mg of paracetamol.")
    assert categories("A 6-year-old of 20 kg can have 250 mg of paracetamol.") == set()
