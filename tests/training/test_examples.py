import pytest

from pipeline.io.resources import lines
from pipeline.model.span import Span
from pipeline.stages.entities.stage import load_tagger
from pipeline.training.annotated import Annotated
from pipeline.training.examples import batches, clued, make_examples
from pipeline.training.network import blank_pipeline


def test_examples_hold_tokens_clues_and_marks() -> None:
    marked = Annotated("Take aspirin.", ((Span(5, 12), "Chemical"),))
    (example,), intake = make_examples(blank_pipeline(), load_tagger(lines), [marked])
    assert [t.tag_ for t in example.predicted] == ["", "B-DRUG", ""]
    assert not example.predicted.ents
    assert [(e.text, e.label_) for e in example.reference.ents] == [("aspirin", "Chemical")]
    assert intake.told().startswith("1 sentences, 1 spans; 0 widened")


@pytest.mark.parametrize(
    ("spans", "kept", "widened", "overlapping"),
    [
        (((2, 5),), ["Fever"], 1, 0),
        (((0, 5), (0, 14)), ["Fever and rash"], 0, 1),
        (((0, 3), (3, 5)), ["Fever"], 2, 1),
    ],
)
def test_what_has_to_be_bent_is_counted(
    spans: tuple[tuple[int, int], ...], kept: list[str], widened: int, overlapping: int
) -> None:
    marked = Annotated("Fever and rash.", tuple((Span(a, b), "A") for a, b in spans))
    (example,), intake = make_examples(blank_pipeline(), load_tagger(lines), [marked])
    assert [e.text for e in example.reference.ents] == kept
    assert (intake.widened, intake.overlapping) == (widened, overlapping)


def test_batches_hold_every_example_once_in_order(sentences: tuple[Annotated, ...]) -> None:
    examples, _ = make_examples(blank_pipeline(), load_tagger(lines), sentences)
    order = list(reversed(range(len(examples))))
    made = batches(examples, order, words=50)
    assert [e for batch in made for e in batch] == [examples[i] for i in order]
    assert len(made) > 3
    assert all(50 <= sum(len(e.predicted) for e in b) < 80 for b in made[:-1])


def test_a_text_of_one_space_has_no_clues() -> None:
    assert [t.tag_ for t in clued(blank_pipeline(), load_tagger(lines), " ")] == [""]
