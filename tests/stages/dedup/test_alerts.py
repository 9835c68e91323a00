"""Each of two pages that disagree is told so in its own words, at its own place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from pipeline.model.document import DocId
from pipeline.model.ledger import Ledger
from pipeline.stages.dedup.alerts import find_alerts, find_repeated
from pipeline.stages.dedup.candidates import Candidate
from pipeline.stages.dedup.findings import Alert
from pipeline.stages.dedup.judge import Verified, judge
from pipeline.stages.dedup.settings import DedupSettings
from pipeline.stages.dedup.survey import take_survey
from pipeline.stages.dedup.text import Text

MakeLedger = Callable[..., Ledger]
Tell = Callable[[str, str], Sequence[tuple[DocId, Alert]]]
A, B = DocId("a"), DocId("b")


@pytest.fixture
def tell(make_ledger: MakeLedger) -> Tell:
    def told(one: str, other: str) -> list[tuple[DocId, Alert]]:
        a = Text(take_survey(make_ledger("a", one, "Gout")), {})
        b = Text(take_survey(make_ledger("b", other, "Gout")), {})
        judgement = judge(a, b, Candidate(0, 1, 0.9, 99), DedupSettings())
        assert judgement is not None
        return list(find_alerts(Verified(A, B, judgement), a, b))

    return told


def test_both_are_told_the_same_from_two_sides(article: str, tell: Tell) -> None:
    other = "A line that stands here alone.\n" + article.replace("50 mg", "500 mg")
    (first, here), (second, there) = tell(article, other)
    assert (first, second) == (A, B)
    assert (here.sibling, there.sibling) == (B, A)
    assert (here.ours, here.theirs) == (there.theirs, there.ours)
    assert (here.span.of(article), there.span.of(other)) == ("50 mg", "500 mg")
    assert here.dose == "here prednisone single dose 50 mg; there prednisone single dose 500 mg"
    assert there.dose == "here prednisone single dose 500 mg; there prednisone single dose 50 mg"


def test_another_drug_at_the_same_dose_is_a_dose_at_odds(article: str, tell: Tell) -> None:
    (_, here), _ = tell(article, article.replace("prednisone", "naproxen"))
    assert here.what == "drug"
    assert here.dose == "here prednisone single dose 50 mg; there naproxen single dose 50 mg"


def test_a_number_that_is_no_dose_is_told_without_one(article: str, tell: Tell) -> None:
    (_, here), _ = tell(article, article.replace("twenty minutes", "two minutes"))
    assert (here.what, here.dose) == ("duration", "")


def test_many_differences_are_another_article(article: str, tell: Tell) -> None:
    """Four sentences changed out of nine: nobody is asked about each of them."""
    other = article
    for ours, theirs in (("50 mg", "5 mg"), ("Do not stop", "Do stop"), ("twenty", "two"),
                         ("less likely", "more likely"), ("raise the level", "lower the level")):  # fmt: skip
        assert ours in other
        other = other.replace(ours, theirs)
    assert tell(article, other) == []


def test_a_passage_said_twice_is_found_where_it_stands_again(
    article: str, other_article: str, make_ledger: MakeLedger
) -> None:
    text = article + other_article + article
    (repeat,) = find_repeated(take_survey(make_ledger("p", text)))
    assert repeat.first.of(text).split() == repeat.span.of(text).split()
    assert repeat.span.start == len(article) + len(other_article)
    assert find_repeated(take_survey(make_ledger("p", article + other_article))) == ()


def test_a_page_known_to_be_wrong_is_said_to_be(article: str, make_ledger: MakeLedger) -> None:
    a = Text(take_survey(make_ledger("a", article, "Gout")), {})
    wrong = take_survey(make_ledger("b", article.replace("50 mg", "500 mg"), "Gout"))
    b = Text(replace(wrong, alarmed=True), {})
    judgement = judge(a, b, Candidate(0, 1, 0.9, 99), DedupSettings())
    assert judgement is not None
    assert all(alert.known for _, alert in find_alerts(Verified(A, B, judgement), a, b))
