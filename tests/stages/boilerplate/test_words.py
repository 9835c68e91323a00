"""Cues of residue, as shares of a line."""

import pytest

from pipeline.stages.boilerplate.words import _CUES, cue_share

PHRASES = [
    (name, " ".join(phrase.split())) for name, said in _CUES.items() for phrase in said.split("|")
]


@pytest.mark.parametrize(("name", "phrase"), PHRASES)
def test_a_phrase_alone_is_all_of_its_line(name: str, phrase: str) -> None:
    assert cue_share(phrase)[name] == 1.0


@pytest.mark.parametrize("text", ["", "homes shared", "a heavy cartload", "sea salt"])
def test_parts_of_words_are_no_cues(text: str) -> None:
    assert cue_share(text) == {}


def test_classes_share_a_line() -> None:
    shares = cue_share("share | log in")
    assert shares == {"account": 6 / 14, "share": 5 / 14}


def test_only_the_head_of_a_long_line_is_read() -> None:
    assert cue_share("word " * 100 + "newsletter") == {}
    assert list(cue_share("newsletter " + "word " * 100)) == ["newsletter"]
