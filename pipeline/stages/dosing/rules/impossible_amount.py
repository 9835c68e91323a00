"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.notation import magnitudes

RULE = FlagRule(
    id=RuleId("DOSE007"),
    name="impossible_amount",
    category="unit_error",
    severity=Severity.MAJOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(magnitudes),
    flags=(),
    passes=(),
)
