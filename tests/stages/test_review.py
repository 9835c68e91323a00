import pytest

from pipeline.model.changes import (
    Changes,
    Confidence,
    Fate,
    Finding,
    Provenance,
    RuleId,
    Severity,
    Verdict,
)
from pipeline.model.document import DocId, Document, Format, Source
from pipeline.model.ledger import Ledger
from pipeline.model.outcome import Action, Decision
from pipeline.model.span import Span
from pipeline.stages.review import ReviewSettings, conclude, text_fingerprint

TEXT = "Take 6 g a day. Drink water."
BY = Provenance("dosing", 1)


def ledger(*severities: Severity) -> Ledger:
    source = Source("p.txt", "0" * 64, len(TEXT), Format.TEXT)
    findings = tuple(
        Finding(RuleId(f"DOSE{n}"), "max_daily_dose", s, Confidence.HIGH, (Span(0, 15),), "x")
        for n, s in enumerate(severities)
    )
    page = Document(DocId("p"), source, TEXT, ())
    return Ledger(page).apply(Changes(findings=findings), BY)


def decision(action: Action, fingerprint: str = "", at: str = "1") -> Decision:
    return Decision(f"{action}-{at}", at, "Ed", action, DocId("p"), fingerprint, reason="because")


@pytest.mark.parametrize(
    ("severity", "hold_at", "fate"),
    [
        (Severity.MAJOR, "major", Fate.HELD),
        (Severity.CRITICAL, "major", Fate.HELD),
        (Severity.MINOR, "major", Fate.EMITTED),
        (Severity.MAJOR, "critical", Fate.EMITTED),
        (Severity.INFO, "info", Fate.HELD),
    ],
)
def test_an_open_finding_holds_from_the_set_severity(
    severity: Severity, hold_at: str, fate: Fate
) -> None:
    outcome, _ = conclude(ledger(severity), (), ReviewSettings(hold_at=hold_at))
    assert outcome.fate is fate


def test_a_dismissed_finding_no_longer_holds_and_is_settled() -> None:
    page = ledger(Severity.CRITICAL)
    dismissal = decision(Action.DISMISS, page.findings[0].fingerprint)
    outcome, used = conclude(page, [dismissal], ReviewSettings())
    assert outcome.fate is Fate.EMITTED
    assert outcome.open == ()
    assert outcome.settled == ((page.findings[0], dismissal),)
    assert used == {dismissal.id}


def test_the_last_word_on_a_finding_counts() -> None:
    page = ledger(Severity.CRITICAL)
    mark = page.findings[0].fingerprint
    words = [decision(Action.DISMISS, mark, "1"), decision(Action.ACCEPT, mark, "2")]
    assert conclude(page, words, ReviewSettings())[0].fate is Fate.HELD


def test_approval_does_not_silence_an_open_finding() -> None:
    page = ledger(Severity.MAJOR)
    approval = decision(Action.APPROVE, text_fingerprint(page))
    outcome, _ = conclude(page, [approval], ReviewSettings())
    assert outcome.fate is Fate.HELD


def test_approval_and_rejection_are_of_the_words_they_were_given_to() -> None:
    page = ledger()
    outcome, used = conclude(
        page, [decision(Action.APPROVE, text_fingerprint(page))], ReviewSettings()
    )
    assert outcome.approval is not None
    assert used
    rejected, _ = conclude(
        page, [decision(Action.REJECT, text_fingerprint(page))], ReviewSettings()
    )
    assert (rejected.fate, rejected.reason) == (Fate.HELD, "rejected by Ed: because")
    stale, used = conclude(page, [decision(Action.APPROVE, "0" * 16)], ReviewSettings())
    assert stale.approval is None
    assert not used


def test_findings_come_worst_first_and_a_verdict_stands() -> None:
    page = ledger(Severity.MINOR, Severity.CRITICAL, Severity.MAJOR)
    outcome, _ = conclude(page, (), ReviewSettings())
    assert [f.severity.label for f in outcome.open] == ["critical", "major", "minor"]
    gone = page.apply(
        Changes(verdict=Verdict(Fate.SET_ASIDE, "Spanish")), Provenance("language", 1)
    )
    ended, _ = conclude(gone, (), ReviewSettings())
    assert (ended.fate, ended.reason, ended.stage) == (Fate.SET_ASIDE, "Spanish", "language")
