"""x"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.claims import Check
from pipeline.stages.dosing.wording import open_ends

RULE = FlagRule(
    id=RuleId("DOSE005"),
    name="no_last_day",
    category="open_ended_duration",
    severity=Severity.MAJOR,
    summary="x",
    advice="",
    citations=(),
    check=Check(open_ends),
    flags=(),
    passes=(),
)
