"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.at_risk import contraindicated

RULE = FlagRule(
    id=RuleId("DOSE011"),
    name="drug_ruled_out_for_reader",
    category="contraindicated_population",
    severity=Severity.CRITICAL,
    summary="x",
    advice="",
    citations=(),
    check=Check(contraindicated),
    flags=(),
    passes=(),
)
