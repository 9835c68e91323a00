"""Sentence against sentence: what is a harmful difference, and what is only another wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.dedup.facts import Concept, find_facts
from pipeline.stages.dedup.guard import compare
from pipeline.text.shingles import words_of

LEXICON = {"prednisone": "p1", "prednisolone": "p2", "ibuprofen": "i", "brufen": "i",
           "asthma": "a", "gout": "g", "diabetes": "d"}  # fmt: skip


def differences(ours: str, theirs: str) -> list[str]:
    sides = []
    for text in (ours, theirs):
        words = words_of(text).texts
        known = [
            Concept(i, i + 1, "condition" if w in ("asthma", "gout", "diabetes") else "drug",
                    LEXICON[w])
            for i, w in enumerate(words) if w in LEXICON
        ]  # fmt: skip
        sides.append((words, find_facts(words, known)))
    (a, b) = sides
    return [clash.what for clash in compare(a[0], b[0], a[1], b[1])]


@pytest.mark.parametrize(
    ("ours", "theirs", "what"),
    [
        ("take 10 mg", "take 100 mg", "dose"),
        ("take 10 mg", "take 10 mcg", "unit"),
        ("take 10 mg", "take it", "dose"),
        ("every 4 hours", "every 6 hours", "frequency"),
        ("for 3 days", "for 30 days", "duration"),
        ("read by 40 people", "read by 50 people", "number"),
        ("take it twice a day", "take it a day", "frequency"),
        ("do take it", "do not take it", "negation"),
        ("it is safe for adults", "it is safe for children", "population"),
        ("safe for adults", "safe", "population"),
        ("your pressure is high", "your pressure is low", "opposite"),
        ("called hypotension here", "called hypertension here", "opposite"),
        ("this is safe to try", "this is unsafe to try", "opposite"),
        ("eat before and after", "eat after and after", "opposite"),
        ("levels < 5", "levels > 5", "comparison"),
        ("take prednisone", "take prednisolone", "drug"),
        ("asthma is common", "gout is common", "condition"),
        ("5 mg of rumbatol", "5 mg of limbatol", "drug"),
        ("the dose of rumba is 5 mg", "the dose of limba is 5 mg", "drug"),
        ("adults 10 mg children 5 mg", "adults 5 mg children 10 mg", "order"),
    ],
)
def test_differences(ours: str, theirs: str, what: str) -> None:
    assert what in differences(ours, theirs)
    assert what in differences(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("take ten milligrams", "take 10 mg"),
        ("it is not harmful", "it isn't harmful"),
        ("give it to kids", "give it to children"),
        ("take ibuprofen", "take brufen"),
        ("take ibuprofen", "take ibuprofne"),
        ("small and large ones", "big and little ones"),
        ("it may help some", "it might help some"),
        ("some have both kinds", "some have both kids"),
    ],
)
def test_other_wordings(ours: str, theirs: str) -> None:
    assert differences(ours, theirs) == []


WORDS = st.lists(
    st.sampled_from(
        ["take", "10", "mg", "of", "the", "not", "adults", "high", "low", "daily", "asthma"]
    )
)


@given(WORDS, WORDS)
def test_it_is_fair(ours: list[str], theirs: list[str]) -> None:
    """Nothing differs from itself, and a difference seen from one side is seen from the other."""
    one, other = " ".join(ours), " ".join(theirs)
    assert differences(one, one) == []
    assert bool(differences(one, other)) == bool(differences(other, one))
