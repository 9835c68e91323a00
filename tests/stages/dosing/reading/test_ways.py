"""The words for a way, and the letters that mean two things."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.ways import find_ways


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("take one by mouth", [("by mouth", "oral")]),
        ("2 sprays in each nostril", [("in each nostril", "nasal")]),
        ("into the left eye", [("into the left eye", "ophthalmic")]),
        ("under your tongue", [("under your tongue", "sublingual")]),
        ("20 ml via peg tube", [("via peg tube", "gastrostomy")]),
        ("1 supp pr", [("pr", "rectal")]),
        ("0.1 ml ivt os", [("ivt os", "intravitreal")]),
        ("10 mg per os", [("per os", "oral")]),
        # OD is the right eye where something is dropped and nothing else says where
        ("1 drop od bid", [("od", "ophthalmic")]),
        ("1 drop od od", [("od", "ophthalmic")]),
        ("1 drop to os od", [("os", "ophthalmic")]),
        ("1 drop od to hair", []),
        ("1 tab od", []),
        ("1 tab po ad", [("po", "oral")]),
        ("3 drops ad", [("ad", "otic")]),
        # near misses
        ("keep an eye on it", []),
        ("at the top of the list", []),
    ],
)
def test_ways(text: str, found: list[tuple[str, str]]) -> None:
    assert [(way.span.of(text), way.route) for way in find_ways(text)] == found
