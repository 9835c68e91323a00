import pytest
import spacy

from pipeline.stages.entities.clues import CLUES, add_clues
from pipeline.stages.entities.tagger import Tagger
from pipeline.stages.entities.words import split_words
from pipeline.text.sentences import split_sentences


def clues(text: str, tagger: Tagger, start: int = 0) -> dict[str, str]:
    doc = spacy.blank("en").make_doc(text[start:])
    add_clues(doc, tagger.tag(text, split_words(text), split_sentences(text)), start)
    return {token.text: token.tag_ for token in doc if token.tag_}


def test_a_known_name_begins_and_goes_on(tagger: Tagger) -> None:
    said = clues("They found high blood pressure, and gave aspirin.", tagger)
    assert said == {
        "high": "B-CONDITION",
        "blood": "I-CONDITION",
        "pressure": "I-CONDITION",
        "aspirin": "B-DRUG",
    }


def test_a_name_known_by_its_shape_is_marked_so(tagger: Tagger) -> None:
    assert clues("It was zorbalutinib.", tagger) == {"zorbalutinib": "B~DRUG"}


def test_a_sentence_takes_only_its_own_hits(tagger: Tagger) -> None:
    text = "Aspirin helps. Ibuprofen helps, too."
    assert clues(text, tagger, text.index("Ibu")) == {"Ibuprofen": "B-DRUG"}


def test_a_hit_inside_a_longer_token_marks_the_whole_token() -> None:
    from pipeline.model.span import Span
    from pipeline.stages.entities.hits import Hit

    doc = spacy.blank("en").make_doc("an xaspirin")
    add_clues(doc, [Hit(1, 2, Span(4, 11), "DRUG", None)])
    assert [token.tag_ for token in doc] == ["", "B~DRUG"]


def test_the_attribute_is_one_that_spacy_embeds() -> None:
    assert CLUES in spacy.attrs.IDS


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_to_say(text: str, tagger: Tagger) -> None:
    assert clues(text, tagger) == {}
