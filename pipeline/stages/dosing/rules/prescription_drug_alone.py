"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.prescriptions import unsupervised

RULE = FlagRule(
    id=RuleId("DOSE012"),
    name="prescription_drug_alone",
    category="unsupervised_rx",
    severity=Severity.MAJOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(unsupervised),
    flags=(),
    passes=(),
)
