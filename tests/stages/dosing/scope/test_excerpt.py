from collections.abc import Callable

from pipeline.stages.dosing import Judgement
from pipeline.stages.dosing.scope.excerpt import daily_part, days_part, often_part, single_part
from pipeline.stages.dosing.scope.passage import Passage


def test_the_parts_of_a_dose(
    judged: Callable[[str], Judgement], passage_of: Callable[[str], Passage]
) -> None:
    text = "Take ibuprofen 400 mg three times a day for four weeks."
    dose, passage = judged(text).doses[0], passage_of(text)
    assert single_part(passage, dose).of(text) == "ibuprofen 400 mg"
    assert often_part(passage, dose).of(text) == "three times a day"
    assert daily_part(passage, dose).of(text) == "ibuprofen 400 mg three times a day"
    assert days_part(passage, dose).of(text) == "for four weeks"
