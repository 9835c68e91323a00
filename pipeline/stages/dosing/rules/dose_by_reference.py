"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.wording import anaphora

RULE = FlagRule(
    id=RuleId("DOSE010"),
    name="dose_by_reference",
    category="anaphoric_dose",
    severity=Severity.MAJOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(anaphora),
    flags=(),
    passes=(),
)
