"""Which cues of a sentence say something."""

import pytest

from pipeline.io.resources import lines
from pipeline.model.mention import Qualifier
from pipeline.stages.entities.cue_places import find_cues
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.scene import Scene
from pipeline.stages.entities.stage import load_cues


def found(text: str) -> set[Qualifier]:
    folded = [fold(word) for word in text.split(" ")]
    return {p.says for p in find_cues(Scene(folded, [], 0, len(folded), 0, 0), load_cues(lines))}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("avoid it", "advised_against"),
        ("it is a myth that it is banned", ""),
        ("it is a myth that it heals , so avoid it", "advised_against negated"),
        ("no proof that it is contraindicated", ""),
        ("the idea that it is banned is a myth", ""),
        ("avoid it , something is wrong", "advised_against"),
        ("no reason for people with it to worry", ""),
        ("no need for surgery to go on", "negated"),
        ("no need for women to worry", ""),
        ("skip the tea", "advised_against"),
        ("they often skip the tea", ""),
        ("i had it in 1998", "historical"),
        ("it was sold in 1998", ""),
    ],
)
def test_cues_that_say_something(text: str, says: str) -> None:
    assert " ".join(sorted(found(text))) == says
