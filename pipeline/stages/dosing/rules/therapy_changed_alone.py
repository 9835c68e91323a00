"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.prescriptions import alterations

RULE = FlagRule(
    id=RuleId("DOSE013"),
    name="therapy_changed_alone",
    category="therapy_alteration",
    severity=Severity.MAJOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(alterations),
    flags=(),
    passes=(),
)
