"""Where sentences end, and that nothing is lost or grows without bound."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.sentences import LIMIT, split_sentences

CASES = [
    ("Rest. Drink water.", ["Rest.", "Drink water."]),
    ("Is it safe? no. Ask first.", ["Is it safe?", "no.", "Ask first."]),
    ("Take 0.5 mg. of it at night.", ["Take 0.5 mg. of it at night."]),
    ("Take 5 mg. Then rest.", ["Take 5 mg.", "Then rest."]),
    ("Dr. Hill found H. pylori in it.", ["Dr. Hill found H. pylori in it."]),
    ("Drink it 2 r. a day. It helps.", ["Drink it 2 r. a day.", "It helps."]),
    ("Sold in packs No. 20 here.", ["Sold in packs No. 20 here."]),
    ("At 5 p.m. take one. At 9 p.m. Rest.", ["At 5 p.m. take one.", "At 9 p.m.", "Rest."]),
    ("Some drugs, e.g. Aspirin, thin blood.", ["Some drugs, e.g. Aspirin, thin blood."]),
    ("1. Rest well. 2. Drink tea.", ["1. Rest well.", "2. Drink tea."]),
    ("First line\n2. second line", ["First line", "2. second line"]),
    ("One part\n\nanother part", ["One part", "another part"]),
    ("wrapped\nline goes on", ["wrapped\nline goes on"]),
    ('He said "no." Then left.', ['He said "no."', "Then left."]),
    ("It stopped... Later it came back", ["It stopped...", "Later it came back"]),
    ("", []),
    ("   \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in split_sentences(text)] == expected


def test_a_part_of_the_text_is_split_in_the_offsets_of_the_whole() -> None:
    text = "Skip this. Read this. And this. Not this."
    spans = split_sentences(text, 11, 31)
    assert [span.of(text) for span in spans] == ["Read this.", "And this."]


def test_an_endless_sentence_is_cut_at_white_space() -> None:
    spans = split_sentences("word " * 1_000)
    assert all(len(span) <= LIMIT for span in spans)
    assert all(span.of("word " * 1_000).split() for span in spans)
    assert {w for s in spans for w in s.of("word " * 1_000).split()} == {"word"}


@given(st.text(alphabet="aB1 .!?\n-,)\"'…", max_size=300))
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    inside = "".join(span.of(text) for span in spans)
    assert "".join(inside.split()) == "".join(text.split())
