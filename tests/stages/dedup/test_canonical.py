"""Which copy stays, for which stated reason, and that stars never hold contradictions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.model.document import DocId
from pipeline.model.ledger import Ledger
from pipeline.stages.dedup.canonical import Match, build_stars
from pipeline.stages.dedup.survey import Survey, take_survey

MakeLedger = Callable[..., Ledger]
A, B, C = DocId("a"), DocId("b"), DocId("c")


@pytest.fixture
def survey(article: str, make_ledger: MakeLedger) -> Survey:
    return take_survey(make_ledger("p", article, modified="2020-01-01"))


def both_ways(one: DocId, other: DocId) -> list[Match]:
    return [Match(one, other, 1.0, 1.0), Match(other, one, 1.0, 1.0)]


@pytest.mark.parametrize(
    ("better", "why"),
    [
        ({"cut_off": False}, "whole"),
        ({"cut_off": True, "defects": 0}, "fewest damaged places (0 against 2)"),
        ({"cut_off": True, "date": "2024-05-05"}, "newest version"),
    ],
)
def test_the_better_copy_stays(survey: Survey, better: dict[str, object], why: str) -> None:
    poor = replace(survey, cut_off=True, defects=2)
    (star,) = build_stars({A: poor, B: replace(poor, **better)}, both_ways(A, B), [])  # type: ignore[arg-type]
    assert (star.kept, star.removed) == (B, (A,))
    assert star.why.startswith(why)


def test_equals_are_told_apart_by_id(survey: Survey) -> None:
    (star,) = build_stars({A: survey, B: survey}, both_ways(A, B), [])
    assert star.kept == A
    assert "stable id" in star.why


def test_no_chains(survey: Survey) -> None:
    """A like B and B like C: B keeps both, and A never goes for C."""
    matches = both_ways(A, B) + both_ways(B, C)
    (star,) = build_stars(dict.fromkeys((A, B, C), survey), matches, [])
    assert (star.kept, star.removed) == (B, (A, C))


def test_contradictions_do_not_share_a_star(survey: Survey) -> None:
    matches = both_ways(A, B) + both_ways(B, C)
    (star,) = build_stars(dict.fromkeys((A, B, C), survey), matches, [(A, C)])
    assert (star.kept, star.removed) == (B, (A,))
