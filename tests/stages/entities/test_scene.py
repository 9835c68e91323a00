from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.scene import Scene, word_set


def test_words_are_folded() -> None:
    assert word_set("Women haemorrhages") == {"women", "hemorrhage"}


def test_mentions_that_begin_between_two_words_and_in_the_sentence() -> None:
    hits = [Hit(at, at + 1, Span(at, at + 1), "DRUG", None) for at in (1, 3, 5)]
    here = Scene(["a"] * 6, hits, 0, 5, 0, 2)
    assert here.between(1, 3) == [0]
    assert here.between(0, 6) == [0, 1]
