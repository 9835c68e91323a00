"""A sieve may let through what does not match; it may never hold back what does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.boilerplate import words
from pipeline.stages.dosing.reading import (
    ages,
    counts,
    duration,
    frequency,
    lengths,
    moments,
    people,
    ways,
)
from pipeline.stages.dosing.scope import advice
from pipeline.text.sieve import Sieve, needs_of, words_of

SIEVES = {
    "advice": advice._ORDERS,
    "ages": ages._AGES,
    "ages below": ages._BELOW,
    "ages from": ages._FROM,
    "counts": counts._PATTERNS,
    "duration": duration._COMPILED,
    "frequency": frequency._COMPILED,
    "lengths": lengths._COMPILED,
    "moments": moments._COMPILED,
    "people": people._PATTERNS,
    "residue": words._MATCHERS,
    "ways": ways._FORMS,
}
_SAID = (
    "take", "one", "2", "500", "mg", "500mg", "tablets", "every", "6", "hours", "q6h", "b.i.d.", "a",
    "day", "for", "days", "until", "with", "food", "before", "bed", "in", "the", "morning", "at",
    "night", "3", "times", "x", "x3", "once", "weekly", "on", "mondays", "po", "i.v.", "under",
    "tongue", "when", "it", "hurts", "whole", "course", "a.m.", "through", "winter", "or", "and",
    "of", "them", "24", "half", "an", "hour", "later", "as", "needed", "\x01\x01\x01", "per", "5/7",
    "aged", "children", "under", "five", "years", "old", "boy", "12", "adults", "over", "my", "son",
    "share", "this", "posted", "newsletter", "comments", "&", "terms", "conditions", "read", "more",
    "pain", "drink", "tea", "rub",
)  # fmt: skip
sentences = st.lists(
    st.tuples(st.sampled_from(_SAID), st.sampled_from([" ", " ", ", ", "-", "/", ". ", "", ": "])),
    min_size=1,
    max_size=12,
).map(lambda parts: "".join(word + mark for word, mark in parts))


@pytest.mark.parametrize("name", sorted(SIEVES))
@given(text=sentences)
def test_no_match_is_ever_held_back(name: str, text: str) -> None:
    sieve = SIEVES[name]
    possible = set(sieve.possible(text))
    matching = {index for index in range(len(sieve)) if sieve[index].search(text)}
    assert matching <= possible


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\btake\b", [{" take "}]),
        (r"tablets?", [{"tablet", "tablets"}]),
        (r"\bfor (?:days|weeks)\b", [{" days ", " weeks "}]),
        (r"[0-9]{1,3} ?mg", [{" mg", "0mg"}]),
        (r"(?<!\w)po(?!\w)", [{" po "}]),
        (r"day|[a-z]", []),
        (r"(?:never)?", []),
        (r".{0,20}night", [{"night"}]),
        (r"(?=often)", [{"often"}]),
        (r"(?!often)x", []),
    ],
)
def test_what_a_match_must_hold(pattern: str, needs: list[set[str]]) -> None:
    found = [set(pieces) for pieces in needs_of(re.compile(pattern))]
    assert found == needs


def test_most_patterns_are_ruled_out() -> None:
    plain = "the heart pumps blood through the body and the lungs"
    assert not Sieve([re.compile(r"\b[0-9]{1,3} ?mg\b"), re.compile(r"\bdaily\b")]).may_match(plain)
    assert len(moments._COMPILED.possible(plain)) < len(moments._COMPILED) / 4


def test_numbers_of_any_length_are_one() -> None:
    sieve = Sieve([re.compile(r"[0-9]{2,8}h\b")])
    assert sieve.possible("every 24h") == [0]
    assert sieve.possible("every day") == []


def test_the_words_of_a_text() -> None:
    assert words_of("take 2, take (two)") == ("take", "2", "two")
