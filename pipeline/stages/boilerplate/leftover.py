"""What is left of a page after cuts and repairs, and the defects found on it.

Defects are findings: the words stay, and an editor is told that they are damaged. None of them
holds an article by itself, except the one that says that we did not dare to clean the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from pipeline.model.changes import Finding, Repair
from pipeline.rulebook.discovery import find_rules
from pipeline.rulebook.rule import FlagRule
from pipeline.stages.boilerplate.page import Line, Page


@dataclass(frozen=True, eq=False)
class Leftover:
    """`page` with its cut lines marked as gone, its repairs, and `before`: the page as the scores
    saw it. `too_much` is the share of letters that scores would have cut, if that was refused."""

    page: Page
    repairs: tuple[Repair, ...]
    before: Page
    too_much: float = 0.0

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that stay."""
        return tuple(x for x in self.page.lines if x.index not in self.page.gone)

    def text(self, line: Line) -> str:
        """The line as it stands on the page."""
        return line.span.of(self.page.document.text)


@cache
def defect_rules() -> tuple[FlagRule[Leftover], ...]:
    """All rules about damaged text."""
    from pipeline.stages.boilerplate import defects

    return find_rules(defects, FlagRule)


def find_defects(leftover: Leftover) -> tuple[Finding, ...]:
    """Every defect as a finding, by rule and place."""
    if not leftover.page.lines:
        return ()
    return tuple(_findings(leftover))


def _findings(leftover: Leftover) -> Iterator[Finding]:
    for rule in defect_rules():
        for hit in rule.check(leftover):
            yield Finding(
                rule=rule.id,
                category=rule.category,
                severity=hit.severity,
                confidence=hit.confidence,
                evidence=hit.evidence,
                explanation=hit.explanation,
                computation=hit.computation,
                citations=hit.citations or rule.citations,
            )
