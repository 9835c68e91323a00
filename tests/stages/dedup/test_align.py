"""Sentences find their counterpart wherever it stands, and each is held against the right one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model.ledger import Ledger
from pipeline.stages.dedup.align import align
from pipeline.stages.dedup.survey import take_survey
from pipeline.stages.dedup.text import Text

MakeLedger = Callable[..., Ledger]
ReadText = Callable[[str], Text]


@pytest.fixture
def read(make_ledger: MakeLedger) -> ReadText:
    return lambda text: Text(take_survey(make_ledger("p", text)), {})


def test_order_does_not_matter(article: str, read: ReadText) -> None:
    found = align(read(article), read("\n".join(reversed(article.splitlines()))))
    assert (found.covered_a, found.covered_b, found.closeness) == (1.0, 1.0, 1.0)
    assert [m.b for m in found.matches] == list(range(len(found.matches)))[::-1]


def test_nothing_in_common(article: str, other_article: str, read: ReadText) -> None:
    found = align(read(article), read(other_article))
    assert found.covered_a == found.covered_b == 0.0


def test_a_list_and_running_text(read: ReadText) -> None:
    """Cut differently, said alike."""
    text = "It starts with fever and chills all over\nThen a rash follows on both arms"
    found = align(read(text), read(text.replace("\n", " ")))
    assert (found.covered_a, found.covered_b) == (1.0, 1.0)


def test_a_repeated_sentence_is_held_against_its_change(read: ReadText) -> None:
    twice = "You may drink wine with it. Ask first. You may drink wine with it."
    changed = "You may drink wine with it. Ask first. You may not drink wine with it."
    found = align(read(twice), read(changed))
    assert [(m.a, m.b) for m in found.matches if m.overlap < 1.0] == [(2, 2)]


def test_a_second_not_is_not_verbatim(read: ReadText) -> None:
    here = read("They do not know which of these is the cause of it.")
    there = read("They do not know which of these is not the cause of it.")
    (match,) = align(here, there).matches
    assert match.overlap < 1.0


def test_a_common_sentence_covers_little(article: str, read: ReadText, make_ledger: MakeLedger
                                         ) -> None:  # fmt: skip
    survey = take_survey(make_ledger("p", article))
    common = {survey.hashes[0]: 0.0}
    here, there = Text(survey, common), read(article.splitlines()[0])
    assert align(here, there).covered_a == 0.0


def test_a_cut_off_end_counts_as_far_as_it_goes(article: str, read: ReadText) -> None:
    found = align(read(article), read(article[:-40]))
    assert (found.covered_b, found.cut_a, found.cut_b) == (1.0, False, True)
