from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.lexicon import Concept, Match
from pipeline.stages.entities.merging import merge
from pipeline.stages.entities.models import Guess
from pipeline.stages.entities.words import split_words

TEXT = "severe lower back pain and stress after taking strong blue aspirin tablets at the clinic"


def concept(name: str, label: str) -> Concept:
    return Concept(f"x:{name}", label, name, (), (), (), Match.ANY, (), "test", "MIT")


def hit(written: str, label: str, *, known: bool = True, text: str = TEXT) -> Hit:
    words = split_words(text)
    start = text.index(written)
    span = Span(start, start + len(written))
    first, last = words.starts.index(span.start), words.ends.index(span.end) + 1
    return Hit(first, last, span, label, concept(written, label) if known else None)


def guess(written: str, label: str, text: str = TEXT) -> Guess:
    return Guess(Span(text.index(written), text.index(written) + len(written)), label)


def merged(hits: list[Hit], guesses: list[Guess], text: str = TEXT) -> list[tuple[str, str, str]]:
    found = merge(text, split_words(text), hits, guesses)
    return [(h.span.of(text), h.label, h.concept.id if h.concept else "") for h in found]


def test_where_both_agree_the_concept_stays() -> None:
    both = merged([hit("aspirin", "DRUG")], [guess("aspirin", "DRUG")])
    assert both == [("aspirin", "DRUG", "x:aspirin")]


def test_the_model_says_where_a_name_ends_and_the_lexicon_what_it_is() -> None:
    both = merged([hit("back pain", "SYMPTOM")], [guess("severe lower back pain", "CONDITION")])
    assert both == [("severe lower back pain", "SYMPTOM", "x:back pain")]


@pytest.mark.parametrize("known", [True, False])
def test_a_guess_inside_a_name_of_its_kind_is_dropped(*, known: bool) -> None:
    one = hit("blue aspirin tablets", "DRUG", known=known)
    (found,) = merged([one], [guess("aspirin", "DRUG")])
    assert found[0] == "blue aspirin tablets"


def test_a_guess_inside_a_name_of_another_kind_stands() -> None:
    both = merged([hit("blue aspirin tablets", "DEVICE")], [guess("aspirin", "DRUG")])
    assert both == [("aspirin", "DRUG", "")]


def test_of_two_names_in_one_guess_the_one_with_a_concept_is_linked() -> None:
    shapes = [hit("lower back", "CONDITION", known=False), hit("pain", "SYMPTOM")]
    both = merged(shapes, [guess("lower back pain", "CONDITION")])
    assert both == [("lower back pain", "SYMPTOM", "x:pain")]


def test_a_concept_of_another_kind_is_not_lent() -> None:
    both = merged([hit("back", "ANATOMY")], [guess("back pain", "CONDITION")])
    assert both == [("back pain", "CONDITION", "")]


def test_what_only_the_model_names_has_no_concept() -> None:
    assert merged([], [guess("stress", "CONDITION")]) == [("stress", "CONDITION", "")]


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("label", ["DRUG", "CONDITION", "SYMPTOM", "PROCEDURE"])
def test_what_only_the_lexicon_names_stays(label: str, *, known: bool) -> None:
    (found,) = merged([hit("stress", label, known=known)], [])
    assert found == ("stress", label, "x:stress" if known else "")


def test_a_group_of_drugs_stands_alone_unless_the_corpus_left_groups_out() -> None:
    group = replace(hit("aspirin", "DRUG"), concept=replace(concept("a", "DRUG"), id="class:a"))
    words = split_words(TEXT)
    assert merge(TEXT, words, [group], []) == [group]
    assert merge(TEXT, words, [group], [], groups=False) == []
    (both,) = merge(TEXT, words, [group], [guess("aspirin", "DRUG")], groups=False)
    assert both == group


@pytest.mark.parametrize("text", ["pain\nstress", "pain - stress", "pain  stress", "pain (stress"])
def test_a_guess_over_two_items_or_half_a_bracket_is_none(text: str) -> None:
    known = hit("pain", "CONDITION", text=text)
    assert merged([known], [guess(text, "CONDITION", text)], text) == [
        ("pain", "CONDITION", "x:pain")
    ]


def test_a_guess_without_a_word_of_its_own_is_none() -> None:
    text = "X's pain"
    assert merged([], [guess("'s", "DRUG", text)], text) == []
    halves = [guess("pa", "DRUG", text), guess("in", "DRUG", text)]
    assert merged([], halves, text) == [("pa", "DRUG", "")]


WORDS = [3 * letter for letter in "abcdefghijkl"]
LINE = " ".join(WORDS)


@st.composite
def disjoint(draw: st.DrawFn) -> list[tuple[int, int, str]]:
    """First and last word of places in order, none overlapping, each with a label."""
    cuts = sorted(draw(st.sets(st.integers(0, len(WORDS)), max_size=8)))
    places = zip(cuts[::2], cuts[1::2], strict=False)
    labels = st.sampled_from(["DRUG", "CONDITION", "SYMPTOM", "ANATOMY"])
    return [(first, last, draw(labels)) for first, last in places]


def place(first: int, last: int) -> Span:
    return Span(LINE.index(WORDS[first]), LINE.index(WORDS[last - 1]) + len(WORDS[last - 1]))


@given(disjoint(), disjoint())
def test_nothing_overlaps_and_nothing_the_lexicon_links_is_lost(
    lexicon: list[tuple[int, int, str]], model: list[tuple[int, int, str]]
) -> None:
    hits = [
        Hit(first, last, place(first, last), label, concept(f"{first}", label))
        for first, last, label in lexicon
    ]
    guesses = [Guess(place(first, last), label) for first, last, label in model]
    found = merge(LINE, split_words(LINE), hits, guesses)
    for left, right in pairwise(found):
        assert left.last <= right.first
        assert left.span.end <= right.span.start
    for one in hits:
        rivals = [g for g in guesses if g.span.overlaps(one.span)]
        (holder, *_) = [h for h in found if h.span.overlaps(one.span)]
        if not rivals:
            assert holder == one
        elif [h for h in hits if h.span.overlaps(holder.span)] == [one] and all(
            kind(g.label) == kind(one.label) for g in rivals
        ):
            assert (holder.label, holder.concept) == (one.label, one.concept)
            assert holder.span == one.span or not one.span.contains(holder.span)


def kind(label: str) -> str:
    return "CONDITION" if label == "SYMPTOM" else label
