from collections.abc import Callable

import pytest

from pipeline.stages.dosing import Judgement

HEAD = "Drink | For women, ml | For men, ml\n"


@pytest.mark.parametrize(
    ("row", "grams"),
    [
        ("Vodka | 60 | 80", ["19 g of alcohol a day for women"]),
        ("Beer | 300 | 900", ["36 g of alcohol a day for men"]),
        ("White wine | 150 | 250", []),
        ("Juice | 900 | 900", []),
    ],
)
def test_cells_are_compared_with_the_low_risk_limit(
    judged: Callable[[str], Judgement], row: str, grams: list[str]
) -> None:
    found = [j for j in judged(HEAD + row).flagged if j.rule.id == "DOSE019"]
    assert [j.candidate.explanation.split(";")[0] for j in found] == grams


def test_the_sum_is_shown(judged: Callable[[str], Judgement]) -> None:
    found = [j for j in judged(HEAD + "Vodka | 60 | 80").flagged if j.rule.id == "DOSE019"]
    assert found[0].candidate.computation.startswith("60 ml × 40 % × 0.789 g/ml = 19 g")
