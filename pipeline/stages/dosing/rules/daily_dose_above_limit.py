"""A day's total above the label limit"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.checks import daily_doses

RULE = FlagRule(
    id=RuleId("DOSE002"),
    name="daily_dose_above_limit",
    category="max_daily_dose",
    severity=Severity.MAJOR,
    summary="A day's total above the label limit",
    advice="",
    citations=(),
    check=Check(daily_doses),
    flags=(),
    passes=(),
)
