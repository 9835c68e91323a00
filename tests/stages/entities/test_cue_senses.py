"""Orders deny nothing, tales forbid nothing, and what began goes on."""

import pytest

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.cue_places import Place
from pipeline.stages.entities.cue_senses import is_told, says_nothing_here
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.qualifier_cues import Cue, Direction
from pipeline.stages.entities.scene import Scene


def scene(text: str) -> Scene:
    folded = [fold(word) for word in text.split(" ")]
    return Scene(folded, [], 0, len(folded), 0, 0)


@pytest.mark.parametrize(
    ("text", "cue", "nothing"),
    [
        ("i started metformin last month", "last", True),
        ("i stopped metformin last month", "last", False),
        ("i started and stopped it last month", "last", False),
        ("i had a stroke last month", "last", False),
        ("i was diagnosed with it last month", "last", True),
        ("rest until it was gone last month", "last", True),
    ],
)
def test_what_began_goes_on(text: str, cue: str, nothing: bool) -> None:
    here = scene(text)
    start = here.folded.index(cue)
    says = Qualifier.HISTORICAL
    place = Place(start, start + 2, Cue(says, Direction.BACK), says)
    assert says_nothing_here(here, place) is nothing


def test_an_order_denies_nothing() -> None:
    says = Qualifier.NEGATED
    place = Place(0, 1, Cue(says, Direction.FORWARD), says)
    assert says_nothing_here(scene("don't ignore it"), place)
    assert not says_nothing_here(scene("not in it"), place)


def test_who_tells_forbids_nothing() -> None:
    assert is_told(scene("i don't take it"), 1)
    assert not is_told(scene("don't take it"), 0)
