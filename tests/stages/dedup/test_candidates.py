"""Pairs are found by likeness and by quotes, and a template does not square the work."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.model.ledger import Ledger
from pipeline.stages.dedup.candidates import PARTNERS, find_candidates
from pipeline.stages.dedup.survey import take_survey

MakeLedger = Callable[..., Ledger]


def pairs(make_ledger: MakeLedger, *texts: str) -> set[tuple[int, int]]:
    surveys = [take_survey(make_ledger(f"p{i}", text)) for i, text in enumerate(texts)]
    return {(c.a, c.b) for c in find_candidates(surveys)}


def test_alike_and_quoting(article: str, other_article: str, make_ledger: MakeLedger) -> None:
    spun = " ".join(w if i % 5 else "word" for i, w in enumerate(article.split()))
    quote = other_article * 3 + "\n".join(article.splitlines()[2:5])
    assert pairs(make_ledger, article, spun, other_article) == {(0, 1)}
    assert (0, 1) in pairs(make_ledger, article, quote)


def test_nothing_to_compare(article: str, make_ledger: MakeLedger) -> None:
    assert pairs(make_ledger) == pairs(make_ledger, article) == set()
    assert pairs(make_ledger, "", " ", article) == set()


def test_a_template_is_bounded(article: str, make_ledger: MakeLedger) -> None:
    pages = [article + f"Case number {i} was seen in spring {i + 7}." for i in range(400)]
    found = pairs(make_ledger, *pages)
    assert 0 < len(found) <= PARTNERS * len(pages)
