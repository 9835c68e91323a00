from collections.abc import Callable

from pipeline.model.span import Span
from pipeline.stages.dosing.scope.passage import Passage

Reader = Callable[[str], Passage]


def test_drugs_are_filed_with_their_groups(passage_of: Reader) -> None:
    sentence = passage_of("Take Nurofen with food.").sentences[0]
    assert [c.name for c in sentence.of("drug")] == ["ibuprofen"]
    assert sentence.groups("nsaid")


def test_a_clause_ends_at_a_semicolon_a_dash_and_a_but(passage_of: Reader) -> None:
    text = "Take one in the morning; never two – they say, but one is fine."
    sentence = passage_of(text).sentences[0]
    at = text.index("never")
    assert sentence.clause_of(Span(at, at + 5)).of(text).strip() == "never two"


def test_neighbours_are_those_of_the_same_block(passage_of: Reader) -> None:
    passage = passage_of("One stands here. Two stands here.\n\nThree stands here.")
    first, second, third = passage.sentences
    assert passage.near(first) == (second,)
    assert passage.near(third) == ()
    assert passage.sentence_at(len(passage.text)) is third
