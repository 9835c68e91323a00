import pytest

from pipeline.io.resources import lines
from pipeline.model.span import Span
from pipeline.stages.entities.stage import load_tagger
from pipeline.training.annotated import Annotated
from pipeline.training.guideline import marks_groups

TEXT = "Antibiotics and aspirin."
GROUP, DRUG = (Span(0, 11), "Chemical"), (Span(16, 23), "Chemical")
LABELS = {"Chemical": "DRUG", "Disease": "CONDITION"}


@pytest.mark.parametrize(
    ("spans", "labels", "marks"),
    [
        ([(GROUP, DRUG)], LABELS, True),
        ([(DRUG,)], LABELS, False),
        ([(GROUP, DRUG), (DRUG,)], LABELS, True),
        ([(GROUP, DRUG), (DRUG,), (DRUG,)], LABELS, False),
        ([((Span(0, 11), "Disease"),)], LABELS, False),
        ([(DRUG,)], {"Disease": "CONDITION"}, True),  # no drug was to be marked
    ],
)
def test_half_of_the_groups_have_to_be_marked(
    spans: list[tuple[tuple[Span, str], ...]], labels: dict[str, str], *, marks: bool
) -> None:
    sentences = [Annotated(TEXT, marked) for marked in spans]
    assert marks_groups(sentences, load_tagger(lines), labels) is marks


def test_text_without_groups_says_nothing_against_them() -> None:
    assert marks_groups([Annotated("Aspirin.", ())], load_tagger(lines), LABELS)
