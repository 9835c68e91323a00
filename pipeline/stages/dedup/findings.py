"""What an editor is told about a page that has siblings.

A near copy that differs in a number is a question, not a verdict: one of the two pages may be
wrong, and neither says which. It is asked in each of them, with both phrases quoted. Most such
differences do not hold an article (minor). One does: two otherwise identical articles that give
different doses of the same drug, or the same dose of different drugs, cannot both be right, and a
reader who follows the wrong one is harmed (major). Where one of the two has a grave finding of its
own, the rules have said which is wrong: that one is held anyhow, and its sibling need not be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model.changes import Confidence, Finding, RuleId, Severity
from pipeline.model.document import DocId
from pipeline.model.span import Span
from pipeline.rulebook.rule import Does, StatedRule
from pipeline.stages.dedup.cues import words

DIFFERS_RULE = StatedRule(
    id=RuleId("COPY001"),
    name="near_copy_differs",
    does=Does.FLAGS,
    severity=Severity.MINOR,
    summary="a near copy says something else at one place",
    argument=(
        "Two pages are the same article but for a number, a unit, a drug, a negation or a group "
        "of people. One of them may be wrong, and neither says which; they are never merged."
    ),
    advice="compare the two phrases with a source and correct or reject the wrong page",
)
DOSE_RULE = StatedRule(
    id=RuleId("COPY002"),
    name="near_copy_gives_another_dose",
    does=Does.FLAGS,
    severity=Severity.MAJOR,
    summary="a near copy gives another dose of the same drug, or the dose of another drug",
    argument=(
        "Both pages carry a dose claim and the claims disagree, so one of them can hurt a reader. "
        "Where another rule has already found one of the two unsafe, that page is held by it and "
        "this finding is minor."
    ),
    advice="find out which dose is right before either page goes out",
)
REPEATED_RULE = StatedRule(
    id=RuleId("COPY003"),
    name="repeated_passage",
    does=Does.FLAGS,
    severity=Severity.INFO,
    summary="a passage stands twice on the page",
    argument="Stitched articles say the same thing again further down. Nothing is removed for it.",
    advice="remove one of the two if the article is to be edited",
)
SIBLING_RULES = (DIFFERS_RULE, DOSE_RULE, REPEATED_RULE)

DANGEROUS = words(
    "dose number unit frequency duration drug negation population opposite comparison order"
)
"""Differences that are told in each page; another condition or subject is another article."""
DOSE_MATTERS = words("dose number unit frequency duration drug order")
MAX_FINDINGS = 8
"""Findings about siblings on one page; the report lists the rest."""

_NAMES = {
    "dose": "a dose", "number": "a number", "unit": "a unit", "frequency": "how often",
    "duration": "how long",
    "drug": "a drug", "negation": "a negation", "population": "whom it is for",
    "opposite": "an opposite", "comparison": "a comparison",
    "order": "which number goes with which",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alert:
    """A harmful difference as seen from one page. `span` is ours, on our page; `dose` is a
    sentence on the two dose claims where both pages make one and they disagree; `known` says that
    one of the pages has a grave finding of its own."""

    what: str
    span: Span
    ours: str
    theirs: str
    sibling: DocId
    sibling_title: str
    dose: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage at `span` that stood at `first` before."""

    span: Span
    first: Span


def sibling_findings(alerts: Iterable[Alert]) -> tuple[Finding, ...]:
    """One finding for each place and kind of difference, the gravest first, then in page order.

    Several siblings that differ at one place are one question to the editor.
    """
    places: dict[tuple[Span, str], list[Alert]] = {}
    for alert in alerts:
        places.setdefault((alert.span, alert.what), []).append(alert)
    found = [_finding(group) for group in places.values()]
    found.sort(key=lambda f: (-f.severity, f.span, f.explanation))
    return tuple(found[:MAX_FINDINGS])


def _finding(group: list[Alert]) -> Finding:
    group = sorted(group, key=lambda w: (not w.dose, w.sibling, w.theirs))
    first = group[0]
    others = {w.sibling for w in group} - {first.sibling}
    grave = any(w.dose and not w.known for w in group)
    title = f"“{first.sibling_title}” " if first.sibling_title else ""
    more = f" {len(others)} more near copies differ here." if others else ""
    explanation = (
        f"A near copy of this article, {title}(page {first.sibling}), differs in "
        f"{_NAMES[first.what]}: here “{first.ours}”, there “{first.theirs}”.{more} "
        "One of them may be wrong; they were not merged."
    )
    return Finding(
        rule=(DOSE_RULE if first.dose else DIFFERS_RULE).id,
        category="near_copy_differs",
        severity=Severity.MAJOR if grave else Severity.MINOR,
        confidence=Confidence.HIGH,
        evidence=(first.span,),
        explanation=explanation,
        computation=first.dose,
    )


def repeat_findings(repeats: Iterable[Repeat], text: str) -> tuple[Finding, ...]:
    """One finding for each passage that is said twice; `text` is the page's."""
    return tuple(
        Finding(
            rule=REPEATED_RULE.id,
            category="repeated_passage",
            severity=Severity.INFO,
            confidence=Confidence.HIGH,
            evidence=(repeat.span,),
            explanation=(
                f"This passage stood on the page before: “{_head(repeat.first.of(text))}”. "
                "It was left in place."
            ),
        )
        for repeat in repeats
    )


def _head(passage: str, limit: int = 80) -> str:
    line = " ".join(passage.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + " …"
