"""The adjective inside the name, and the general ones of English outside."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.entities.adjectives import is_adjective, stretch_over_adjectives
from pipeline.stages.entities.stage import find_mentions
from pipeline.stages.entities.tagger import Tagger
from pipeline.stages.entities.words import split_words


def conditions(tagger: Tagger, text: str) -> list[str]:
    return [m.span.of(text) for m in find_mentions(text, tagger) if m.label == "CONDITION"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a hereditary prostate cancer", "hereditary prostate cancer"),
        ("an X-linked adrenoleukodystrophy", "X-linked adrenoleukodystrophy"),
        ("an autosomal recessive disorder", "autosomal recessive disorder"),
        ("some peroxisomal disorders run in families", "peroxisomal disorders"),
        ("he had acute compartment syndrome", "compartment syndrome"),
        ("she has primary carnitine deficiency", "primary carnitine deficiency"),
    ],
)
def test_the_adjective_of_the_name_is_inside(tagger: Tagger, text: str, name: str) -> None:
    assert name in conditions(tagger, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a severe pneumonia", "pneumonia"),
        ("several infections", "infections"),
        ("medical problems such as asthma", "asthma"),
        ("clinical, asthma", "asthma"),
    ],
)
def test_other_adjectives_are_outside(tagger: Tagger, text: str, name: str) -> None:
    assert conditions(tagger, text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "What causes the syndrome?",
        "this disorder is rare",
        "a common abnormality",
        "a possible defect",
        "no deficiency was found",
    ],
)
def test_a_head_alone_is_no_condition(tagger: Tagger, text: str) -> None:
    assert conditions(tagger, text) == []


def test_endings_make_adjectives_unless_english_uses_them_for_all_things() -> None:
    assert is_adjective("mitochondrial")
    assert is_adjective("inherited")
    assert not is_adjective("several")
    assert not is_adjective("oral")


@given(st.text(alphabet="al disorder syndrome cardiac\n-.", max_size=60))
def test_mentions_stay_in_order_and_apart(text: str) -> None:
    words = split_words(text)
    found = stretch_over_adjectives(text, words, [])
    assert all(a.last <= b.first for a, b in pairwise(found))
    assert all(h.span.of(text).strip() == h.span.of(text) for h in found)
