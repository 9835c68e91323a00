import pytest

from pipeline.io.resources import lines
from pipeline.model.span import Span
from pipeline.stages.entities.cue_places import find_cues
from pipeline.stages.entities.cue_reading import read_cue
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.scene import Scene
from pipeline.stages.entities.stage import load_cues

LABELS = {"aspirin": "DRUG", "fever": "SYMPTOM", "may": "DRUG"}


def scene(text: str) -> Scene:
    folded = [fold(word) for word in text.split(" ")]
    hits = [
        Hit(at, at + 1, Span(at, at + 1), LABELS[word], None)
        for at, word in enumerate(folded)
        if word in LABELS
    ]
    return Scene(folded, hits, 0, len(folded), 0, len(hits))


def said(text: str) -> set[str]:
    here = scene(text)
    places = find_cues(here, load_cues(lines))
    return {str(q) for place in places for _, q in read_cue(here, place).said}


def test_a_cue_inside_a_mention_is_none() -> None:
    assert list(find_cues(scene("may fever"), load_cues(lines))) == []


def test_a_phrase_that_says_nothing_hides_the_shorter_cue() -> None:
    assert said("it not only cause fever") == set()


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("don't take aspirin", {"advised_against"}),
        ("i don't take aspirin", {"negated"}),
        ("it doesn't cause fever", {"negated"}),
        ("don't fight fever", set()),
        ("suspected fever", {"possible"}),
        ("she was admitted for suspected fever", set()),
        ("diagnosis : suspected fever", set()),
        ("she had a fever in 1998", {"historical"}),
        ("the fever spread in 1998", set()),
        ("no aspirin for fever", {"advised_against"}),
        ("no aspirin in it", {"negated"}),
        ("fever free", {"negated"}),
        ("skip aspirin", {"advised_against"}),
        ("if i skip aspirin", {"conditional"}),
        ("you need to stop aspirin", {"advised_against"}),
        ("he began to stop aspirin", set()),
        ("aspirin and fever don't mix", {"advised_against"}),
        ("if you don't take aspirin", {"conditional", "negated"}),
        ("two years ago she had fever", {"historical"}),
        ("the fever is gone", {"historical"}),
        ("rest until the fever is gone", set()),
        ("my sister has fever", {"other_person"}),
        ("my sister had aspirin", {"other_person", "historical"}),
        ("my sister has had fever", {"other_person", "historical"}),
        ("aspirin was once used for fever", {"historical"}),
    ],
)
def test_readings_that_look_alike(text: str, qualifiers: set[str]) -> None:
    assert said(text) == qualifiers
