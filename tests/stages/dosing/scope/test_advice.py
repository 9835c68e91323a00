from collections.abc import Callable

import pytest

from pipeline.stages.dosing.scope.advice import advises, orders
from pipeline.stages.dosing.scope.passage import Passage


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Drink half a glass of nettle tea.", True),
        ("You can take aspirin with milk.", True),
        ("The decoction is drunk in the morning.", True),
        ("For a cough brew thyme.", True),
        ("My wife takes aspirin every morning.", True),
        ("If you take warfarin, tell the dentist.", False),
        ("People who drink alcohol sleep badly.", False),
        ("Aspirin is a salicylate.", False),
    ],
)
def test_orders(passage_of: Callable[[str], Passage], text: str, told: bool) -> None:
    passage = passage_of(text)
    assert orders(passage, passage.sentences[0]) is told


def test_praise_counts_as_advice_only_where_it_is_asked_for(
    passage_of: Callable[[str], Passage],
) -> None:
    passage = passage_of("Turmeric cures arthritis.")
    assert advises(passage, passage.sentences[0])
    assert not orders(passage, passage.sentences[0])
