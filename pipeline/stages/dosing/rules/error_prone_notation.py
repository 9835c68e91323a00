"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.notation import notations

RULE = FlagRule(
    id=RuleId("DOSE008"),
    name="error_prone_notation",
    category="unit_error",
    severity=Severity.MINOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(notations),
    flags=(),
    passes=(),
)
