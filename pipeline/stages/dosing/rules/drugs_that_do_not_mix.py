"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.mixtures import combinations

RULE = FlagRule(
    id=RuleId("DOSE014"),
    name="drugs_that_do_not_mix",
    category="dangerous_combination",
    severity=Severity.CRITICAL,
    summary="x",
    advice="",
    citations=(),
    check=Check(combinations),
    flags=(),
    passes=(),
)
