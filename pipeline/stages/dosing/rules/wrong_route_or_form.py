"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.routes import wrong_forms

RULE = FlagRule(
    id=RuleId("DOSE018"),
    name="wrong_route_or_form",
    category="route_form_error",
    severity=Severity.MAJOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(wrong_forms),
    flags=(),
    passes=(),
)
