from __future__ import annotations

import pytest

from pipeline.model.changes import (
    Confidence,
    Cut,
    Fate,
    Finding,
    Language,
    Repair,
    RuleId,
    Severity,
)
from pipeline.model.document import Document, Format, Source, page_id
from pipeline.model.ledger import Ledger
from pipeline.model.outcome import Action, Corpus, Decision, Outcome
from pipeline.model.span import Span
from pipeline.model.summary import Summary


def finding(rule: str, severity: Severity, at: int = 0) -> Finding:
    evidence = (Span(at, at + 1),)
    return Finding(RuleId(rule), "c", severity, Confidence.HIGH, evidence, "", fingerprint=f"{at}")


def outcome(path: str, fate: Fate, reason: str = "", **said) -> Outcome:
    document = Document(page_id(path), Source(path, "", 0, Format.TEXT), "0123456789", ())
    found = said.pop("open", ())
    settled = said.pop("settled", ())
    findings = (*found, *(f for f, _ in settled))
    ledger = Ledger(document, findings=findings, **said)
    return Outcome(ledger, fate, reason, open=found, settled=settled)


@pytest.fixture
def summary() -> Summary:
    minor, major = finding("B", Severity.MINOR), finding("A", Severity.MAJOR)
    noted = Decision("1", "", "x", Action.DISMISS, page_id("b/1"))
    cut = Cut(Span(0, 4), RuleId("menu"), "")
    return Summary.of(
        Corpus(
            (
                outcome("a/1", Fate.EMITTED, cuts=(cut,), language=Language("en", 1)),
                outcome("a/2", Fate.HELD, open=(minor, major, finding("B", Severity.MINOR, 2))),
                outcome("b/1", Fate.EMITTED, settled=((minor, noted),)),
                outcome("b/2", Fate.SET_ASIDE, "empty"),
                outcome("b/3", Fate.SET_ASIDE, "empty"),
                outcome("b/4", Fate.FAILED, "broke", repairs=(Repair(Span(1, 2), "x", "r", ""),)),
                outcome("b/5", Fate.DUPLICATE, "the same words as a/1"),
            )
        )
    )


def test_every_page_is_counted_once(summary: Summary) -> None:
    assert summary.pages == 7 == sum(count for _, count in summary.fates)
    assert [summary.fate(fate) for fate in Fate] == [2, 1, 1, 2, 1]
    assert [(s.site, s.pages, s.of(Fate.SET_ASIDE)) for s in summary.sites] == [
        ("b", 5, 2),
        ("a", 2, 0),
    ]
    assert (summary.characters, summary.cut) == (70, 4)
    assert summary.languages == (("en", 1),)


def test_reasons_are_of_pages_that_left(summary: Summary) -> None:
    assert summary.reasons == ((Fate.SET_ASIDE, "empty", 2), (Fate.FAILED, "broke", 1))


def test_flags_are_counted_by_rule_worst_first(summary: Summary) -> None:
    assert [(c.rule, c.count, c.pages, c.open, c.settled) for c in summary.findings] == [
        ("A", 1, 1, 1, 0),
        ("B", 3, 2, 2, 1),
    ]


def test_cuts_and_repairs_are_counted_with_their_characters(summary: Summary) -> None:
    assert [(c.rule, c.count, c.characters) for c in summary.cuts] == [("menu", 1, 4)]
    assert [(c.rule, c.count, c.characters) for c in summary.repairs] == [("r", 1, 1)]


def test_nothing_is_nothing() -> None:
    empty = Summary.of(Corpus(()))
    assert (empty.pages, empty.sites, empty.findings) == (0, (), ())
    assert empty.fate(Fate.EMITTED) == 0
