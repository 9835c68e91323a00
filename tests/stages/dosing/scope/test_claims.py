from collections.abc import Callable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.scope.claims import Candidate, Check, shifted, trimmed
from pipeline.stages.dosing.scope.passage import Passage


def test_the_first_reason_stands() -> None:
    candidate = Candidate(Span(0, 1), Severity.MAJOR, "x").but(None).but("a study").but("history")
    assert candidate.let_go == "a study"


def test_of_equal_evidence_only_the_gravest_is_kept(passage_of: Callable[[str], Passage]) -> None:
    def propose(_: Passage) -> Iterator[Candidate]:
        yield Candidate(Span(0, 4), Severity.MINOR, "lesser")
        yield Candidate(Span(0, 4), Severity.MAJOR, "graver")
        yield Candidate(Span(0, 4), Severity.CRITICAL, "let go").but("a warning")

    hits = list(Check(propose)(passage_of("Take it.")))
    assert [hit.explanation for hit in hits] == ["graver"]


@given(st.sampled_from(Severity), st.integers(-5, 5))
def test_shifted_stays_within_the_scale(severity: Severity, by: int) -> None:
    assert Severity.INFO <= shifted(severity, by) <= Severity.CRITICAL


def test_trimmed_drops_spaces_and_stops(passage_of: Callable[[str], Passage]) -> None:
    text = " take it, now. "
    assert trimmed(passage_of(text), Span(0, len(text))).of(text) == "take it, now"
