import pytest

from pipeline.stages.entities.compounds import GENERAL
from pipeline.stages.entities.lexicon import Concept
from pipeline.stages.entities.stage import find_mentions
from pipeline.stages.entities.tagger import Tagger


@pytest.mark.parametrize(
    ("text", "written", "concept"),
    [
        ("Cancer of the thymus, or thymus cancer, is rare.", "thymus cancer", "cond:cancer"),
        ("He has a gland infection.", "gland infection", "cond:infection"),
        ("She suffers from Sheldon-Hall syndrome.", "Sheldon-Hall syndrome", None),
        ("It is called Erdheim-Chester disease.", "Erdheim-Chester disease", None),
        ("A tongue disorder was found.", "tongue disorder", None),
    ],
)
def test_a_place_and_a_trouble_make_one_condition(
    tagger: Tagger, text: str, written: str, concept: str | None
) -> None:
    found = {m.span.of(text): m for m in find_mentions(text, tagger)}
    assert (found[written].label, found[written].concept) == ("CONDITION", concept)


@pytest.mark.parametrize(
    "text",
    [
        "The syndrome is rare.",
        "What disease is it?",
        "This Disease",
        "Tongue. Disorder.",
        "Many diseases spread.",
    ],
)
def test_a_general_word_alone_is_no_condition(tagger: Tagger, text: str) -> None:
    assert [m for m in find_mentions(text, tagger) if m.label == "CONDITION"] == []


def test_general_troubles_are_concepts_of_the_lexicon(concepts: tuple[Concept, ...]) -> None:
    assert GENERAL - {c.id for c in concepts} == set()
