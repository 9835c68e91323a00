"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.home_care import poisons

RULE = FlagRule(
    id=RuleId("DOSE017"),
    name="poison_as_remedy",
    category="toxic_remedy",
    severity=Severity.CRITICAL,
    summary="x",
    advice="",
    citations=(),
    check=Check(poisons),
    flags=(),
    passes=(),
)
