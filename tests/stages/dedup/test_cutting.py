"""The same words cut into other sentences, or cut off, are the same words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.ledger import Ledger
from pipeline.stages.dedup.cutting import Match, is_cut_from, match_cut_short, match_otherwise_cut
from pipeline.stages.dedup.survey import Survey, take_survey
from pipeline.stages.dedup.text import Text

MakeLedger = Callable[..., Ledger]
ReadText = Callable[[str], Text]


@pytest.fixture
def read(make_ledger: MakeLedger) -> ReadText:
    return lambda text: Text(take_survey(make_ledger("p", text)), {})


def lines(*sentences: str) -> Text:
    """A text of normalised sentences, as a survey holds them."""
    blank = (b"", (), b"", (), (), False, False, 0, "")
    places, _, *rest = blank
    survey = Survey("", "", (), "\n".join(sentences), places, tuple(range(len(sentences))), *rest)
    return Text(survey, {})


PARTS = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=3).map(" ".join),
                 min_size=2, max_size=5, unique=True)  # fmt: skip


@given(PARTS, st.booleans())
def test_a_sentence_is_matched_with_all_of_its_pieces_and_no_more(
    parts: list[str], turned: bool
) -> None:
    whole, pieces = lines(" ".join(parts)), lines("x y", *parts, "x z")
    pair = (pieces, whole) if turned else (whole, pieces)
    found = {(m.b, m.a) if turned else (m.a, m.b) for m in match_otherwise_cut(*pair, [])}
    assert found == {(0, at) for at in range(1, len(parts) + 1)}


def test_a_piece_that_is_matched_already_is_not_matched_again() -> None:
    taken = Match(7, 1, 1.0)
    assert match_otherwise_cut(lines("a b c d"), lines("a b", "c d"), [taken]) == []


def test_half_a_sentence_is_no_piece_of_another(read: ReadText) -> None:
    """ "Take 10 mg" within "never take 10 mg" says the opposite."""
    here = read("Never take 10 mg of it at night.")
    there = read("Take 10 mg of it at night.")
    assert match_otherwise_cut(here, there, []) == []


def test_a_page_that_breaks_off_is_matched_with_the_sentence_it_breaks_off_in(
    read: ReadText,
) -> None:
    whole = read("Rest the joint.\nPut a cold pack on it for twenty minutes.\nAsk for help.")
    part = read("Rest the joint.\nPut a cold pack on it for twen")
    (found,) = match_cut_short(part, whole, [])
    assert (found.a, found.b, found.overlap < 1.0) == (1, 1, True)
    (turned,) = match_cut_short(whole, part, [])
    assert (turned.a, turned.b) == (1, 1)
    assert match_cut_short(whole, whole, []) == []


def test_only_the_last_sentence_of_a_page_is_cut_off(read: ReadText) -> None:
    whole = read("Put a cold pack on it for twenty minutes.")
    part = read("Put a cold pack on it.\nThen rest.")
    assert not is_cut_from(part, 0, whole, 0)
    assert is_cut_from(read("Put a cold pack on it"), 0, whole, 0)
