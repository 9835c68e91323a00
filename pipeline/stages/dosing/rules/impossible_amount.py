"""Amounts that only make sense in another unit.

Milligrams for micrograms, grams for milligrams, a range whose dash was lost: extraction and
translation make thousandfold errors, and a reader cannot see them. An amount is compared with
what the drug is ever given in; no prescriber excuses it.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.notation import magnitudes
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import AMOUNT, LIMITED

RULE = FlagRule(
    id=RuleId("DOSE007"),
    name="impossible_amount",
    category="unit_error",
    severity=Severity.MAJOR,
    summary="the amount is off by a factor that only a wrong unit or a lost dash explains",
    advice="look the dose up in the source; correct the unit",
    citations=(
        Citation(
            "WHO",
            "Medication Without Harm: global patient safety challenge",
            2017,
            "",
            "https://www.who.int/initiatives/medication-without-harm",
        ),
        Citation(
            "NICE",
            "British National Formulary",
            2024,
            "indications and dose",
            "https://bnf.nice.org.uk/",
        ),
    ),
    check=Check(magnitudes, needs=(AMOUNT, LIMITED)),
    flags=(
        Example(
            "[[Levothyroxine 75 mg]] before breakfast.", "micrograms are meant", Severity.CRITICAL
        ),
        Example(
            "The doctor prescribed [[amoxicillin 500 g]] three times a day.",
            "milligrams are meant; a prescriber excuses nothing",
            Severity.MAJOR,
        ),
        Example(
            "Usually [[prednisolone 510 mg]] is taken in the morning.",
            "5–10 mg, the dash was lost",
            Severity.MAJOR,
        ),
    ),
    passes=(
        Example("Levothyroxine 75 mcg before breakfast.", "the right unit"),
        Example("Amoxicillin 1 g was prescribed twice a day.", "a gram is a usual dose"),
        Example(
            "Usually prednisolone 5–10 mg is prescribed by the doctor in the morning.",
            "the dash is there",
        ),
        Example("The kidney weighs about 150 g.", "no drug"),
        Example("Ibuprofen 800 mg three times a day was prescribed.", "high, and plausible"),
    ),
)
