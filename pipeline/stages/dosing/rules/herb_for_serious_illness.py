"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.home_care import herbals

RULE = FlagRule(
    id=RuleId("DOSE015"),
    name="herb_for_serious_illness",
    category="herbal_serious",
    severity=Severity.MAJOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(herbals),
    flags=(),
    passes=(),
)
