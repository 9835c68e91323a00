"""A name that runs into its dose.

Extraction drops blanks: "Inderal40 mg" was once filled as 140 mg of something ending in "l".
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.notation import glued_names
from pipeline.stages.dosing.scope.claims import Check

RULE = FlagRule(
    id=RuleId("DOSE009"),
    name="name_glued_to_dose",
    category="unit_error",
    severity=Severity.INFO,
    summary="a drug's name runs into the number",
    advice="put a blank between name and number",
    citations=(
        Citation(
            "ISMP",
            "List of Error-Prone Abbreviations, Symbols, and Dose Designations",
            2021,
            "",
            "https://www.ismp.org/recommendations/error-prone-abbreviations-list",
        ),
    ),
    check=Check(glued_names),
    flags=(
        Example(
            "The label says [[Tegretol300 mg]] twice a day.",
            "the last letter reads as a one",
            Severity.INFO,
        ),
    ),
    passes=(
        Example("The label says Tegretol 300 mg twice a day, as prescribed.", "a blank"),
        Example("Vitamin B12 500 mcg.", "a name that ends in a number"),
    ),
)
