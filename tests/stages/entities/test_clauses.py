from pipeline.model.span import Span
from pipeline.stages.entities.clauses import (
    clause_start,
    is_supposed,
    opens_on_people,
    prohibition_edge,
)
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.scene import Scene

LABELS = {"aspirin": "DRUG", "fever": "SYMPTOM", "infant": "POPULATION"}


def scene(text: str) -> Scene:
    folded = text.split(" ")
    hits = [
        Hit(at, at + 1, Span(at, at + 1), LABELS[word], None)
        for at, word in enumerate(folded)
        if word in LABELS
    ]
    return Scene(folded, hits, 0, len(folded), 0, len(hits))


def test_a_clause_starts_behind_a_stop() -> None:
    here = scene("fever . so do not take aspirin")
    assert clause_start(here, 3) == 3
    assert clause_start(here, 2) == 2


def test_a_clause_in_brackets_is_one_of_its_own() -> None:
    here = scene("give it in fever ( aspirin is not safe )")
    assert clause_start(here, 6) == 5
    assert clause_start(scene("aspirin ( a drug ) is not safe"), 5) == 0


def test_a_prohibition_ends_where_something_else_is_said() -> None:
    for text, edge in (
        ("aspirin . rest", 1),
        ("aspirin , call us", 1),
        ("aspirin while choosing rest", 1),
        ("aspirin while taking iron", 4),
        ("aspirin because of fever", 4),
        ("aspirin because it harms", 1),
    ):
        assert prohibition_edge(scene(text), 0) == edge, text


def test_a_clause_opens_on_people_or_a_condition() -> None:
    assert opens_on_people(scene("people with fever avoid"), 0, 3)
    assert opens_on_people(scene("an infant avoid"), 0, 2)
    assert opens_on_people(scene("on aspirin avoid"), 0, 2)
    assert not opens_on_people(scene("aspirin on skin is bad"), 0, 3)


def test_a_prohibition_may_be_supposed() -> None:
    assert is_supposed(scene("if aspirin cannot be used"), 0, 2)
    assert not is_supposed(scene("if fever is there aspirin is bad"), 0, 5)
    assert not is_supposed(scene("if aspirin fails , it is bad"), 0, 4)
