from pipeline.model.mention import Qualifier
from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.reach import back_edge, carried, forward_edge, turned_edge
from pipeline.stages.entities.scene import Scene


def scene(text: str, *mentions: str, label: str = "SYMPTOM") -> Scene:
    """The words of `text`, folded already, with mentions of one word each."""
    folded = text.split(" ")
    hits = [Hit(i, i + 1, Span(i, i + 1), label, None) for m in mentions for i in [folded.index(m)]]
    return Scene(folded, hits, 0, len(folded), 0, len(hits))


def word_at(here: Scene, edge: int) -> str:
    return here.folded[edge] if edge < here.last else ""


def test_a_stop_ends_the_reach() -> None:
    here = scene("no fever but a cough")
    assert word_at(here, forward_edge(here, 1, Qualifier.NEGATED)) == "but"


def test_a_comma_ends_the_reach_unless_a_list_goes_on() -> None:
    clause = scene("if fever occurs , rest is best")
    assert word_at(clause, forward_edge(clause, 1, Qualifier.CONDITIONAL)) == ","
    listed = scene("if fever , chills or a rash occur , rest")
    assert forward_edge(listed, 1, Qualifier.CONDITIONAL) == len(
        ["if", "fever", ",", "chills", "or", "a", "rash", "occur"]
    )


def test_a_condition_behind_its_main_clause_reaches_to_the_end() -> None:
    here = scene("please do come back if you see redness , any pus that smells , or feel hot")
    assert forward_edge(here, 5, Qualifier.CONDITIONAL) == here.last


def test_what_is_said_of_somebody_goes_on_behind_a_comma() -> None:
    here = scene("my aunt had gout , and she had fever , so i ask")
    assert word_at(here, forward_edge(here, 2, Qualifier.OTHER_PERSON)) == ","
    assert forward_edge(here, 2, Qualifier.OTHER_PERSON) == here.folded.index("fever") + 1


def test_a_condition_goes_on_over_its_clauses() -> None:
    here = scene("please do come back if fever lasts , the rash spreads , we will help")
    assert word_at(here, forward_edge(here, 5, Qualifier.CONDITIONAL) + 1) == "we"


def test_a_cue_in_front_reaches_over_its_clause() -> None:
    assert turned_edge(scene("years ago she was ill with mumps . now"), 2) == 7


def test_what_is_treated_is_there() -> None:
    here = scene("it may relieve pain")
    assert word_at(here, forward_edge(here, 2, Qualifier.POSSIBLE)) == "relieve"


def test_no_cue_reaches_without_bound() -> None:
    here = scene("no " + "very " * 50 + "fever")
    assert forward_edge(here, 1, Qualifier.NEGATED) < 20
    assert back_edge(here, here.last - 1, Qualifier.NEGATED) > 30


def test_a_list_carries_a_cue_on() -> None:
    here = scene("no fever , severe chills or a rash", "fever", "chills", "rash")
    assert list(carried(here, [0], 1)) == [0, 1, 2]
    assert list(carried(here, [2], -1)) == [2, 1, 0]


def test_a_gloss_in_brackets_goes_with_its_word() -> None:
    here = scene("no hypertension ( pressure ) here", "hypertension", "pressure")
    assert list(carried(here, [0], 1)) == [0, 1]


def test_a_comma_alone_makes_no_list() -> None:
    here = scene("unlike fever , chills are harmless", "fever", "chills")
    assert list(carried(here, [0], 1)) == [0]


def test_things_and_troubles_are_no_list() -> None:
    folded = ["if", "fever", "or", "aspirin", "."]
    hits = [Hit(1, 2, Span(1, 2), "SYMPTOM", None), Hit(3, 4, Span(3, 4), "DRUG", None)]
    assert list(carried(Scene(folded, hits, 0, 5, 0, 2), [0], 1)) == [0]


def test_nothing_is_carried_from_nothing() -> None:
    assert list(carried(scene("no fever", "fever"), [], 1)) == []
