"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.checks import intervals

RULE = FlagRule(
    id=RuleId("DOSE003"),
    name="doses_too_close",
    category="frequency_error",
    severity=Severity.MINOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(intervals),
    flags=(),
    passes=(),
)
