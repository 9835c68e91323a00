"""A denial holds for its noun, not for what the sentence goes on to say, and its opposites."""

import pytest

from pipeline.stages.entities.denials import denial_edge
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.scene import Scene


def reached(text: str) -> str:
    """The words up to the end of the denial whose cue ends at the bar."""
    words = text.split(" ")
    start = words.index("|")
    words.remove("|")
    folded = [fold(word) for word in words]
    scene = Scene(folded, [], 0, len(folded), 0, 0)
    return " ".join(words[start : denial_edge(scene, start, len(words))])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("people without | a fever can take aspirin", "a fever"),
        ("people without | a fever or a cough may", "a fever or a cough"),
        ("not | taking warfarin may lead to stroke", "taking warfarin"),
        ("there was no | infection and the doctor stopped", "infection"),
        ("there was no | infection and no cough", "infection and no cough"),
        ("she never | has had pain", "has had pain"),
        ("no | allergies and take aspirin", "allergies and"),
        ("with no | symptoms still need a scan", "symptoms still"),
        ("does not | have and has had pain", "have and has had pain"),
        ("not | sleeping causes pain", "sleeping"),
        ("no | pain that was new", "pain that was new"),
        ("no proof that | zinc can prevent colds", "zinc can prevent colds"),
        ("nor | was she in pain", "was she in pain"),
    ],
)
def test_where_a_denial_ends(text: str, words: str) -> None:
    assert reached(text) == words
