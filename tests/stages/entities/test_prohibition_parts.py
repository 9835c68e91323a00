import pytest

from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.prohibition_parts import PEOPLE, Part, object_end, read_parts
from pipeline.stages.entities.scene import Scene

LABELS = {"aspirin": "DRUG", "asthma": "CONDITION", "infant": PEOPLE, "comfrey": "UNKNOWN"}


def parts(text: str, part: Part = Part.THING) -> tuple[dict[str, str], Part]:
    folded = text.split(" ")
    hits = [
        Hit(at, at + 1, Span(at, at + 1), LABELS[word], None)
        for at, word in enumerate(folded)
        if word in LABELS
    ]
    here = Scene(folded, hits, 0, len(folded), 0, len(hits))
    said, last = read_parts(here, 0, len(folded), part)
    return {folded[hits[i].first]: str(q) for i, q in said}, last


AGAINST, RULES_OUT = "advised_against", "contraindicated"


@pytest.mark.parametrize(
    ("text", "said", "last"),
    [
        ("aspirin", {"aspirin": AGAINST}, Part.THING),
        ("comfrey", {"comfrey": AGAINST}, Part.THING),
        ("asthma drug", {}, Part.THING),
        ("aspirin with asthma", {"aspirin": AGAINST, "asthma": RULES_OUT}, Part.PRESENCE),
        ("aspirin for asthma", {"aspirin": AGAINST}, Part.FOR_WHOM),
        ("aspirin for infant", {"aspirin": AGAINST, "infant": RULES_OUT}, Part.FOR_WHOM),
        ("aspirin after asthma", {"aspirin": AGAINST}, Part.NEITHER),
        ("it in the treatment of asthma", {}, Part.NEITHER),
        ("it in the last stage of asthma", {"asthma": RULES_OUT}, Part.PRESENCE),
        ("food with aspirin", {"aspirin": AGAINST}, Part.THING),
        ("it for infant with asthma", {"infant": RULES_OUT, "asthma": RULES_OUT}, Part.PRESENCE),
    ],
)
def test_small_words_part_a_prohibition(text: str, said: dict[str, str], last: Part) -> None:
    assert parts(text) == (said, last)


def test_who_receives_a_thing_is_ruled_out() -> None:
    assert parts("infant aspirin", Part.RECEIVER)[0] == {"infant": RULES_OUT, "aspirin": AGAINST}
    assert parts("infant", Part.THING)[0] == {}


def test_an_object_ends_at_a_small_word() -> None:
    assert object_end(["fever", "from", "it", "if"], 0, 4) == 3
    assert object_end(["fever"], 0, 1) == 1
