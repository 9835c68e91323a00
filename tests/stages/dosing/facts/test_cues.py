from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.dosing.facts.cues import Phrasebook, tokenize

BOOK = Phrasebook.of(
    [
        ("stop", "stop", "stop taking"),
        ("stop", "stop", "stop ~2 tablets"),
        ("stop", "stop", "halve"),
        ("number", "hours", "every # hours"),
        ("either", "doctor", "doctor/gp says"),
        ("hyphen", "age", "month-old"),
        ("optional", "way", "go straight/back? to the/a? clinic"),
        ("edge", "opens", "^ this is wrong"),
        ("edge", "closes", "tea first $"),
        ("share", "share", "# percent"),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    tokens = tokenize(text)
    return [(cue.kind, cue.span.of(text)) for cue in BOOK.find(tokens, 0, len(tokens))]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Stop taking it", [("stop", "Stop taking")]),
        ("stop all your tablets", [("stop", "stop all your tablets")]),
        ("stop all of your tablets", []),
        ("stop, then the tablets", []),
        ("every 6 hours", [("number", "every 6 hours")]),
        ("the GP says no", [("either", "GP says")]),
        ("a 5-month-old boy", [("hyphen", "month-old")]),
        ("unstoppable", []),
        ("go to clinic", [("optional", "go to clinic")]),
        ("go straight to the clinic", [("optional", "go straight to the clinic")]),
        ("go on to the clinic", []),
        ("This is wrong!", [("edge", "This is wrong")]),
        ("if this is wrong", []),
        ("drink tea first.", [("edge", "tea first")]),
        ("drink tea first of all", []),
        ("some 20 percent", [("share", "20 percent")]),
    ],
)
def test_patterns(text: str, cues: list[tuple[str, str]]) -> None:
    assert found(text) == cues


@pytest.mark.parametrize("pattern", ["~2 tablets", "stop ~2"])
def test_a_gap_stands_between_words(pattern: str) -> None:
    with pytest.raises(ValueError, match="begins or ends with a gap"):
        Phrasebook.of([("x", "x", pattern)])


@given(st.text())
def test_tokens_lie_in_order_and_hold_their_words(text: str) -> None:
    tokens = tokenize(text)
    for one, other in pairwise(tokens):
        assert one.end <= other.start
    assert all(t.end - t.start == len(t.word) and t.end <= len(text) for t in tokens)


@given(st.lists(st.sampled_from(["stop", "taking", "tablets", "every", "6", "hours", ","])))
def test_cues_stay_within_the_tokens(words: list[str]) -> None:
    text = " ".join(words)
    tokens = tokenize(text)
    half = len(tokens) // 2
    for cue in BOOK.find(tokens, 0, half):
        assert 0 <= cue.first <= cue.last < half
