"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.wording import missing_strengths

RULE = FlagRule(
    id=RuleId("DOSE006"),
    name="strength_left_out",
    category="missing_strength",
    severity=Severity.MINOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(missing_strengths),
    flags=(),
    passes=(),
)
