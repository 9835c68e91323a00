"""Lines that may not be the article: too much is against them for silence, too little to cut."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import TEXT_DEFECT, Confidence, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule, Hit
from pipeline.stages.boilerplate.extent import find_stretches
from pipeline.stages.boilerplate.leftover import Leftover

_FEWEST_LETTERS = 40


def check(leftover: Leftover) -> Iterable[Hit]:
    """Stretches in doubt of which lines stay; where all were kept, those meant to be cut too."""
    kept = {line.index for line in leftover.lines}
    for stretch in find_stretches(leftover.before):
        lines = [line for line in stretch.lines if line.index in kept]
        if leftover.page.letters(lines) < _FEWEST_LETTERS:
            continue
        yield Hit(
            tuple(line.span for line in lines),
            Severity.INFO,
            f"Perhaps not the article, judged by: {', '.join(stretch.why)}.",
            Confidence.LOW,
        )


RULE = FlagRule[Leftover](
    id=RuleId("TEXT005"),
    name="unresolved_residue",
    category=TEXT_DEFECT,
    severity=Severity.INFO,
    summary="Lines that may not be the article",
    advice="Look at them; if they are residue, add or widen a cut rule.",
    citations=(),
    check=check,
    flags=(),
    passes=(
        Example(
            "Knees that crack\nGas in the joint makes the noise, and it is harmless.",
            "nothing speaks against it",
        ),
    ),
)
