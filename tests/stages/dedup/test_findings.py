"""Several siblings that differ at one place are one question; the gravest comes first."""

from dataclasses import replace

from pipeline.model.changes import Severity
from pipeline.model.document import DocId
from pipeline.model.span import Span
from pipeline.stages.dedup.findings import MAX_FINDINGS, Alert, Repeat, repeat_findings
from pipeline.stages.dedup.findings import sibling_findings as tell


def alert(sibling: str, at: int = 10, dose: str = "", what: str = "dose") -> Alert:
    return Alert(what, Span(at, at + 5), "10 mg", "100 mg", DocId(sibling), "Gout", dose)


def test_one_place_is_one_question() -> None:
    (finding,) = tell([alert("b"), alert("c"), alert("d")])
    assert finding.severity is Severity.MINOR
    assert "page b" in finding.explanation
    assert "2 more near copies" in finding.explanation


def test_the_gravest_comes_first() -> None:
    first, second = tell([alert("b", at=1), alert("c", at=30, dose="here 10; there 100")])
    assert (first.severity, first.rule) == (Severity.MAJOR, "COPY002")
    assert (second.severity, second.rule) == (Severity.MINOR, "COPY001")
    assert first.computation == "here 10; there 100"


def test_a_difference_that_a_rule_has_settled_does_not_hold_the_sibling() -> None:
    known = replace(alert("b", dose="here 10; there 100"), known=True)
    (finding,) = tell([known])
    assert finding.severity is Severity.MINOR
    assert finding.computation == "here 10; there 100"


def test_a_page_is_not_drowned() -> None:
    assert len(tell([alert("b", at=10 * n) for n in range(50)])) == MAX_FINDINGS


def test_a_repeat_quotes_what_it_repeats() -> None:
    text = "First things first. " * 20
    (finding,) = repeat_findings([Repeat(Span(200, 220), Span(0, 200))], text)
    assert "“First things first. " in finding.explanation
    assert len(finding.explanation) < 200
