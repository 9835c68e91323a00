from __future__ import annotations

from dataclasses import replace

from pipeline.model.changes import Cut, Fate, RuleId
from pipeline.model.span import Span
from pipeline.render import page
from pipeline.render.copies import near_copies


def test_cuts_are_folded_with_reason_and_rule(held, rules) -> None:
    html = page.article(held, rules)
    assert "<b>Cut:</b> a menu of the site, not the article" in html
    assert "2 blocks" in html
    assert "Home › Health" in html


def test_flag_cards_say_all_that_an_editor_needs(held, rules) -> None:
    html = page.article(held, rules)
    for words in (
        "two tablets of 1000 mg every four hours until the pain is gone",
        "limit 4,000 mg; ratio 3.0",
        "Medicines agency",
        'href="https://agency.example/leaflets/paracetamol"',
        "confidence high",
        "Dismissed by <b>M. Ortega</b> on 2024-05-02",
        "Ask the author for the source",
    ):
        assert words in html, words


def test_flagged_cut_is_open(held, rules) -> None:
    block = next(
        b
        for b in held.ledger.document.blocks
        if "ketorolac" in b.span.of(held.ledger.document.text)
    )
    cut = Cut(block.span, RuleId("wide"), "cut by mistake")
    ledger = replace(held.ledger, cuts=(*held.ledger.cuts[:2], cut))
    html = page.article(replace(held, ledger=ledger), rules)
    assert '<details class="cut" open><summary><b>Cut:</b> cut by mistake' in html
    assert html.count('<details class="cut" open>') == 1


def test_differences_are_told_from_this_page(corpus, rules) -> None:
    copies = near_copies(corpus)
    wrong = next(o for o in corpus.by_fate(Fate.HELD) if "fever" in o.ledger.document.source.path)
    html = page.article(wrong, rules, copies[wrong.id])
    assert (
        '<th scope="row">number</th><td><mark>20</mark> ml </td><td><mark>10</mark> ml </td>'
        in html
    )


def test_long_pages_are_capped_and_say_so(held, rules, monkeypatch) -> None:
    monkeypatch.setattr(page, "MAX_CHARACTERS", 300)
    html = page.article(held, rules)
    assert "its first 300 of 1,2" in html
    assert "more part" in html
    assert "recommend-list" not in html


def test_empty_page_says_what_to_do(corpus, rules) -> None:
    empty = next(o for o in corpus.outcomes if o.reason == "the file is empty")
    html = page.article(empty, rules)
    assert "There is no text on this page" in html
    assert "the next run reads it again" in html


def test_every_page_of_a_run_renders_the_same_twice(corpus, rules) -> None:
    copies = near_copies(corpus)
    for outcome in corpus.outcomes:
        here = copies.get(outcome.id, ())
        assert page.article(outcome, rules, here) == page.article(outcome, rules, here)


def test_a_whole_page_in_one_cut_renders(held, rules) -> None:
    size = len(held.ledger.document.text)
    ledger = replace(held.ledger, cuts=(Cut(Span(0, size), RuleId("all"), "a form"),), repairs=())
    html = page.article(replace(held, ledger=ledger), rules)
    assert "Nothing of this page was kept" in html
