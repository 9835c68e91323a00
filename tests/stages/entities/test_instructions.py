from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.instructions import addressed, is_anyone
from pipeline.stages.entities.scene import Scene


def scene(text: str, word: str, label: str = "CONDITION") -> Scene:
    folded = text.split(" ")
    at = folded.index(word)
    hits = [Hit(at, at + 1, Span(at, at + 1), label, None)]
    return Scene(folded, hits, 0, len(folded), 0, 1)


def test_people_with_something_are_addressed() -> None:
    here = scene("people with asthma should ask", "asthma")
    assert [(i, str(q)) for i, q in addressed(here, 3).said] == [(0, "conditional")]


def test_a_trouble_that_should_do_something_is_not() -> None:
    assert addressed(scene("asthma should be treated", "asthma"), 1).said == []


def test_people_by_a_bare_noun_are_everybody() -> None:
    here = scene("women should ask", "women", "POPULATION")
    assert addressed(here, 1).said == []
    assert is_anyone(here.hits[0], here.folded)
    assert not is_anyone(scene("if pregnant", "pregnant").hits[0], ["if", "pregnant"])


def test_what_nobody_should_use_is_forbidden() -> None:
    here = scene("nobody with asthma should take it", "asthma")
    assert [str(q) for _, q in addressed(here, 3).said] == ["contraindicated"]


def test_who_should_ask_is_answered_behind_the_question() -> None:
    here = scene("who should ask ? asthma", "asthma")
    assert here.folded[addressed(here, 1).edge] == "?"
