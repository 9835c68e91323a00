"""Loci and enzymes make diseases; ordinary numbers and words do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.entities.chromosomes import add_genetic
from pipeline.stages.entities.stage import find_mentions
from pipeline.stages.entities.tagger import Tagger
from pipeline.stages.entities.words import split_words


def found(text: str) -> list[str]:
    return [hit.span.of(text) for hit in add_genetic(text, split_words(text), [])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("What is 16p13.3 deletion syndrome?", "16p13.3 deletion syndrome"),
        ("a chromosome 8 deletion", "chromosome 8 deletion"),
        ("chromosome 1q41-q42 deletion syndrome", "chromosome 1q41-q42 deletion syndrome"),
        ("She has trisomy 14.", "trisomy 14"),
        ("Ring chromosome 20 is rare.", "Ring chromosome 20"),
        ("prolidase deficiency", "prolidase deficiency"),
        ("beta-ketothiolase deficiency", "beta-ketothiolase deficiency"),
        ("pyruvate carboxylase deficiency", "pyruvate carboxylase deficiency"),
    ],
)
def test_a_locus_or_an_enzyme_names_a_disease(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "a deletion of the file",
        "after 12 deletions",
        "disease deficiency",
        "an increase deficiency",
        "chromosome 8 is long",
        "the deficiency",
    ],
)
def test_ordinary_words_do_not(text: str) -> None:
    assert found(text) == []


def test_what_the_lexicon_knows_keeps_its_concept(tagger: Tagger) -> None:
    (mention,) = find_mentions("What is trisomy 21?", tagger)
    assert mention.concept == "cond:down-syndrome"


@given(st.text(alphabet="chromosome 12pq.- deletion trisomy\nase deficiency", max_size=80))
def test_mentions_stay_in_order(text: str) -> None:
    hits = add_genetic(text, split_words(text), [])
    assert [h.first for h in hits] == sorted(h.first for h in hits)
    assert all(h.span.start < h.span.end <= len(text) for h in hits)
