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
        ("They live with a Kniest dysplasia.", "Kniest dysplasia", "cond:dysplasia"),
        ("Signs of Whipple Disease vary.", "Whipple Disease", None),
        ("It was mucolipidosis type IVA.", "mucolipidosis type IVA", None),
        ("It was mucolipidosis III at last.", "mucolipidosis III", None),
        ("Signs of copper deficiency are few.", "copper deficiency", None),
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


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Verapamil hydrochloride was given.", "Verapamil hydrochloride"),
        ("Take diclofenac sodium daily.", "diclofenac sodium"),
        ("It holds verapamil, sodium and water.", "verapamil"),
    ],
)
def test_the_salt_belongs_to_the_drug(tagger: Tagger, text: str, written: str) -> None:
    assert find_mentions(text, tagger)[0].span.of(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("There were Swedish breast cancers among them.", "breast cancers"),
        ("The MTX toxicity was mild.", "toxicity"),
        ("What Is Pneumonia Type?", "Pneumonia"),
    ],
)
def test_a_nation_or_an_abbreviation_is_no_discoverer(
    tagger: Tagger, text: str, written: str
) -> None:
    found = [m.span.of(text) for m in find_mentions(text, tagger) if m.label == "CONDITION"]
    assert found == [written]


def test_general_troubles_are_concepts_of_the_lexicon(concepts: tuple[Concept, ...]) -> None:
    assert GENERAL - {c.id for c in concepts} == set()
