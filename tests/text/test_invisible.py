"""What ingest reports as hidden is what the rules read past."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.ingest.controls import find_controls
from pipeline.text.invisible import INVISIBLE, without_invisible


@pytest.mark.parametrize("hidden", ["\u00ad", "\u061c", "\u200b", "\u202e", "\ufeff", "\U000e0041"])
def test_a_hidden_character_parts_no_word(hidden: str) -> None:
    assert without_invisible(f"para{hidden}cetamol") == "paracetamol"


@given(st.text())
def test_nothing_that_is_seen_is_lost(text: str) -> None:
    left = without_invisible(text)
    assert find_controls(left) == ()
    gone = [c for c in text if INVISIBLE.fullmatch(c)]
    assert len(left) + len(gone) == len(text)
    assert all(unicodedata.category(c) in ("Cf", "Cn") for c in gone)
