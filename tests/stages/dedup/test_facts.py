"""What counts as a claim in a sentence, and what it is called."""

from __future__ import annotations

import pytest

from pipeline.stages.dedup.facts import Concept, find_facts
from pipeline.text.shingles import words_of


def said(text: str) -> list[tuple[str, str, str]]:
    return [(f.kind, f.value, f.unit) for f in find_facts(words_of(text).texts)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("take 10mg", [("number", "10", "mg")]),
        ("take ten milligrams", [("number", "10", "mg")]),
        ("5 mg/kg/day", [("number", "5", "mg/kg/day")]),
        ("every 4 hours", [("number", "4", "every/hour")]),
        ("4 times a day", [("number", "4", "time"), ("frequency", "/day", "")]),
        ("once daily", [("frequency", "once", ""), ("frequency", "/day", "")]),
        ("once you know", []),
        ("one tablet", [("number", "1", "tablet")]),
        ("no one knows", [("negation", "not", "")]),
        ("it isn’t, it can't", [("negation", "not", ""), ("negation", "not", "")]),
        ("babies and newborns", [("population", "infant", ""), ("population", "infant", "")]),
        ("less than ½", [("number", "1⁄2", "")]),
        ("> 38", [("comparison", ">", ""), ("number", "38", "")]),
        ("the oxford zone", []),
        ("take cefroxamycin", [("drug", "cefroxamycin", "")]),
        ("chronic sinovitis", [("condition", "sinovitis", "")]),
    ],
)
def test_facts(text: str, facts: list[tuple[str, str, str]]) -> None:
    assert said(text) == facts


def test_the_lexicon_has_the_first_word() -> None:
    words = words_of("take cefroxamycin now").texts
    (fact,) = find_facts(words, [Concept(1, 2, "drug", "rx:1")])
    assert (fact.value, fact.known) == ("rx:1", True)
