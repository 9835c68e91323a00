import pytest

from pipeline.model.span import Span
from pipeline.stages.entities.answers import answered
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.scene import Scene

LABELS = {"aspirin": "DRUG", "cancer": "CONDITION", "toddler": "POPULATION"}


def said(text: str) -> dict[str, str]:
    folded = [fold(word) for word in text.split(" ")]
    end = folded.index("?") + 1
    hits = [
        Hit(at, at + 1, Span(at, at + 1), LABELS[word], None)
        for at, word in enumerate(folded[:end])
        if word in LABELS
    ]
    here = Scene(folded, hits, 0, end, 0, len(hits))
    return {folded[hits[i].first]: str(q) for i, q in answered(here)}


@pytest.mark.parametrize("answer", ["no .", "\n no , it is", "not yet .", "with that , no ."])
def test_leave_that_is_refused_forbids(answer: str) -> None:
    found = said(f"can toddler take aspirin ? {answer}")
    assert found == {"toddler": "contraindicated", "aspirin": "advised_against"}


@pytest.mark.parametrize("answer", ["yes .", "yes , no doubt .", "in most cases , yes .", ""])
def test_leave_that_is_given_forbids_nothing(answer: str) -> None:
    assert said(f"can toddler take aspirin ? {answer}".strip()) == {}


def test_a_question_may_have_no_verb() -> None:
    assert said("aspirin with cancer ? bad idea .") == {
        "aspirin": "advised_against",
        "cancer": "contraindicated",
    }
    assert said("q : is aspirin safe in toddler ? a : better not .") == {
        "aspirin": "advised_against",
        "toddler": "contraindicated",
    }


def test_what_not_everybody_should_use_is_not_forbidden() -> None:
    assert said("should everyone take aspirin ? no .") == {}


def test_whether_it_causes_something_is_open() -> None:
    assert said("does aspirin cause cancer ? perhaps .") == {"cancer": "possible"}
    assert said("does aspirin cause cancer ? no .") == {"cancer": "negated"}
    assert said("what does cause cancer ? no .") == {}
