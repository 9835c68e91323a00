"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.checks import durations

RULE = FlagRule(
    id=RuleId("DOSE004"),
    name="self_care_too_long",
    category="excess_duration",
    severity=Severity.MINOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(durations),
    flags=(),
    passes=(),
)
