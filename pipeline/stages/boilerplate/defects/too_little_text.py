"""Hardly anything is left once the residue is gone.

A stub ("Content is loading") or the teaser of an article behind a wall. Short answers that came
alone are no stubs: something must have been cut around them.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import TEXT_DEFECT, Confidence, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule, Hit
from pipeline.stages.boilerplate.leftover import Leftover

_SCANT = 200  # letters


def check(leftover: Leftover) -> Iterable[Hit]:
    """One hit on what is left, when that is less than what was cut and under 200 letters."""
    left = leftover.page.letters(leftover.lines)
    if not leftover.lines or left >= _SCANT or leftover.page.letters() < 2 * left + 1:
        return
    yield Hit(
        (leftover.lines[0].span.cover(leftover.lines[-1].span),),
        Severity.MINOR,
        f"Only {left} letters are left after cutting.",
        Confidence.MEDIUM,
    )


RULE = FlagRule[Leftover](
    id=RuleId("TEXT007"),
    name="too_little_text",
    category=TEXT_DEFECT,
    severity=Severity.MINOR,
    summary="Hardly any text is left after cutting",
    advice="Look at the source page: the article may not have been scraped.",
    citations=(),
    check=check,
    flags=(),
    passes=(Example("The cause is not known.", "short, but nothing was cut"),),
)
