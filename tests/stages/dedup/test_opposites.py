"""Opposites are mutual, and a prefix alone makes none."""

import pytest

from pipeline.stages.dedup.cues import OPPOSITES
from pipeline.stages.dedup.opposites import opposites_of


@pytest.mark.parametrize("word", sorted(OPPOSITES))
def test_listed_opposites_are_mutual(word: str) -> None:
    assert all(word in OPPOSITES[other] for other in OPPOSITES[word])


@pytest.mark.parametrize(
    ("one", "other"),
    [("hypoglycemia", "hyperglycemia"), ("safe", "unsafe"), ("regular", "irregular"),
     ("bradycardia", "tachycardia"), ("prenatal", "postnatal")],
)  # fmt: skip
def test_prefixes(one: str, other: str) -> None:
    assert other in opposites_of(one)
    assert one in opposites_of(other)


def test_short_words_are_left_alone() -> None:
    assert "in" not in opposites_of("exin")
    assert opposites_of("it") == ()
