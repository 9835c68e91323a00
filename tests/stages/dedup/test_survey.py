"""A survey is small, travels, and knows where on the page every word stands."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.model.changes import Changes, Cut, Provenance, Repair, RuleId
from pipeline.model.document import BlockKind
from pipeline.model.dose import Quantity
from pipeline.model.ledger import Ledger
from pipeline.model.span import Span
from pipeline.stages.dedup.survey import take_survey
from pipeline.text.shingles import normal

MakeLedger = Callable[..., Ledger]


def test_it_travels(article: str, make_ledger: MakeLedger) -> None:
    survey = take_survey(make_ledger("p", article, "Gout"))
    packed = pickle.dumps(survey)
    assert pickle.loads(packed) == survey
    assert len(packed) < 4 * len(article) + 2_000


def test_words_stand_on_the_page(article: str, make_ledger: MakeLedger) -> None:
    """Also behind a cut and a repair."""
    ledger = make_ledger("p", article)
    second = ledger.document.blocks[1].span
    at = article.index("shellfish")
    changes = Changes(
        cuts=(Cut(Span(second.start, second.end + 1), RuleId("T1"), "test"),),
        repairs=(Repair(Span(at, at + 5), "Shell", RuleId("T2"), "test"),),
    )
    survey = take_survey(ledger.apply(changes, Provenance("test", 1)))
    words = [word for sentence in survey.sentences for word in sentence]
    spans = survey.spans()
    assert len(words) == len(spans)
    for word, span in zip(words, spans, strict=True):
        assert not span.overlaps(second)
        assert normal(span.of(article)) == word or span.overlaps(Span(at, at + 9))


def test_lexicon_words_are_known_by_concept(article: str, make_ledger: MakeLedger) -> None:
    survey = take_survey(make_ledger("p", article))
    assert {c.id for c in survey.concepts} == {"test:prednisone", "test:gout"}
    (dose,) = survey.doses
    assert (dose.ingredient, dose.numbers) == ("prednisone", ("single dose 50 mg",))


@pytest.mark.parametrize(
    ("first", "title"),
    [("Gout at night", "Gout at night"), ("It begins at night.", ""), ("x" * 200, "")],
)
def test_a_first_line_can_be_the_title(
    first: str, title: str, article: str, make_ledger: MakeLedger
) -> None:
    assert take_survey(make_ledger("p", f"{first}\n{article}")).title == title


def test_cut_off_pages_are_known(article: str, make_ledger: MakeLedger) -> None:
    assert not take_survey(make_ledger("p", article)).cut_off
    assert take_survey(make_ledger("p", article[:300])).cut_off
    assert take_survey(make_ledger("p", "Read on …")).cut_off


def test_every_number_of_a_dose_is_told_under_its_name(make_ledger: MakeLedger) -> None:
    ledger = make_ledger("p", "Take 50 mg of prednisone.")
    (dose,) = ledger.doses
    told = replace(
        dose,
        count=Quantity(1.0, 2.0, "tablet"),
        strength=Quantity(25.0, 25.0, "mg"),
        cap=Quantity(4.0, 4.0, "tablet"),
        per_day=(2.0, 3.0),
        interval_hours=8.0,
        daily_mg=150.0,
        duration_days=(7.0, 7.0),
    )
    (claim,) = take_survey(replace(ledger, doses=(told,))).doses
    assert claim.numbers == (
        *("single dose 50 mg", "count 1 to 2 tablet", "strength 25 mg", "at most 4 tablet"),
        *("2 to 3 times a day", "every 8 h", "150 mg a day", "for 7 days"),
    )


def test_the_title_on_the_page_goes_before_the_stated_one(
    article: str, make_ledger: MakeLedger
) -> None:
    ledger = make_ledger("p", f"Gout at night\n{article}", "Something else")
    first = replace(ledger.document.blocks[0], kind=BlockKind.HEADING, level=1)
    shown = replace(ledger.document, blocks=(first, *ledger.document.blocks[1:]))
    assert take_survey(replace(ledger, document=shown)).title == "Gout at night"
    assert take_survey(ledger).title == "Something else"
