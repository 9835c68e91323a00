"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.home_care import delays

RULE = FlagRule(
    id=RuleId("DOSE016"),
    name="care_put_off",
    category="delays_care",
    severity=Severity.CRITICAL,
    summary="x",
    advice="",
    citations=(),
    check=Check(delays),
    flags=(),
    passes=(),
)
