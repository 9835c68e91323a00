"""Notation that has led to tenfold errors.

"1.0 mg" is read as ten, ".5 mg" as five, "10U" as a hundred. The list is ISMP's; each of its
entries stands for people who were harmed.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.notation import notations
from pipeline.stages.dosing.scope.claims import Check

RULE = FlagRule(
    id=RuleId("DOSE008"),
    name="error_prone_notation",
    category="unit_error",
    severity=Severity.MINOR,
    summary="a way of writing a dose that has been misread tenfold",
    advice="write the number out: 1 mg, 0.5 mg, 10 units",
    citations=(
        Citation(
            "ISMP",
            "List of Error-Prone Abbreviations, Symbols, and Dose Designations",
            2021,
            "",
            "https://www.ismp.org/recommendations/error-prone-abbreviations-list",
        ),
    ),
    check=Check(notations),
    flags=(
        Example(
            "Warfarin [[2.0 mg]] in the evening.", "a trailing zero, narrow margin", Severity.MAJOR
        ),
        Example("Cetirizine [[.5 tablet]] at night.", "a naked decimal", Severity.MINOR),
        Example(
            "Insulin glargine [[12U]] at bedtime, as prescribed.",
            "a U that is read as a zero",
            Severity.MAJOR,
        ),
        Example(
            "Budesonide [[64 µg]] once a day, as the box says.", "the Greek letter", Severity.INFO
        ),
    ),
    passes=(
        Example("Warfarin 2 mg in the evening, as prescribed.", "no trailing zero"),
        Example("Cetirizine half a tablet of 10 mg at night.", "written out"),
        Example("Insulin glargine 12 units at bedtime, as prescribed.", "written out"),
        Example("Budesonide 64 mcg once a day, as the box says.", "mcg"),
        Example("Vitamin D 1000 IU a day.", "IU is not flagged"),
        Example("Take 500mg of paracetamol.", "a missing blank is not flagged"),
    ),
)
