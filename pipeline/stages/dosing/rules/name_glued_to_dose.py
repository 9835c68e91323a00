"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.notation import glued_names

RULE = FlagRule(
    id=RuleId("DOSE009"),
    name="name_glued_to_dose",
    category="unit_error",
    severity=Severity.INFO,
    summary="x",
    advice="",
    citations=(),
    check=Check(glued_names),
    flags=(),
    passes=(),
)
