"""A single dose above what the label allows at once"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.checks import single_doses

RULE = FlagRule(
    id=RuleId("DOSE001"),
    name="single_dose_above_limit",
    category="max_single_dose",
    severity=Severity.MAJOR,
    summary="A single dose above what the label allows at once",
    advice="",
    citations=(),
    check=Check(single_doses),
    flags=(),
    passes=(),
)
