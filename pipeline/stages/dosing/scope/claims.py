"""What a check proposes, and how a proposal becomes a finding or is let go with a reason.

A rule that stays silent should be able to say why. So a check yields every candidate it considered,
each with the reason it was let go, if it was; the rulebook sees the ones that stand, and `check`
on the command line shows the others. There is one path, so the two can never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.model.changes import Citation, Confidence, Severity
from pipeline.model.span import Span
from pipeline.rulebook.rule import Hit
from pipeline.stages.dosing.scope.needs import Need
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.reasons import why_not


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be unsafe. `let_go` is the reason they are not flagged, None if they are.

    `reference` is the key of the row of the reference tables they were held against, if any.
    """

    evidence: Span
    severity: Severity
    explanation: str
    computation: str = ""
    citations: tuple[Citation, ...] = ()
    confidence: Confidence = Confidence.HIGH
    let_go: str | None = None
    reference: str = ""

    def but(self, reason: str | None) -> Candidate:
        """The same, let go for `reason` (unless there is none, or one stands already)."""
        return self if reason is None or self.let_go else replace(self, let_go=reason)


@dataclass(frozen=True)
class Check:
    """Turns a proposing function into what a rule wants: hits for what stands.

    `needs` are the pieces without which it proposes nothing; none where any word may do.
    """

    propose: Callable[[Passage], Iterable[Candidate]]
    needs: tuple[Need, ...] = ()

    def __call__(self, passage: Passage) -> Iterator[Hit]:
        for candidate in self.candidates(passage):
            if candidate.let_go is None:
                yield Hit(
                    evidence=(candidate.evidence,),
                    severity=candidate.severity,
                    explanation=candidate.explanation,
                    confidence=candidate.confidence,
                    computation=candidate.computation,
                    citations=candidate.citations,
                )

    def candidates(self, passage: Passage) -> tuple[Candidate, ...]:
        """Everything considered, in page order; of equal evidence only the gravest stands."""
        best: dict[tuple[Span, bool], Candidate] = {}
        for candidate in self.propose(passage):
            key = (candidate.evidence, candidate.let_go is None)
            if key not in best or best[key].severity < candidate.severity:
                best[key] = candidate
        return tuple(sorted(best.values(), key=lambda c: (c.evidence, c.let_go or "")))


def scoped(passage: Passage, sentence: Sentence, candidate: Candidate) -> Candidate:
    """`candidate`, let go when its sentence is no advice."""
    candidate = candidate.but(why_not(passage, sentence, candidate.evidence))
    other = passage.sentence_at(candidate.evidence.start)
    if other is not None and other.index != sentence.index:
        candidate = candidate.but(why_not(passage, other, candidate.evidence))
    return candidate


def shifted(severity: Severity, by: int) -> Severity:
    """`severity` some levels up or down, within the scale."""
    return Severity(min(max(severity + by, Severity.INFO), Severity.CRITICAL))


def trimmed(passage: Passage, span: Span) -> Span:
    """`span` without white space and closing punctuation at its ends."""
    start, end = span.start, span.end
    text = passage.text
    while start < end and (text[start].isspace() or text[start] in ",;:.–—-•"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.!?–—-"):
        end -= 1
    return Span(start, max(start, end))
