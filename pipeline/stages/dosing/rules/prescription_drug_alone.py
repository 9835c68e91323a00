"""A prescription drug without a prescriber.

An article may say how a disease is treated. It must not tell its reader to buy an antibiotic,
share a sedative, or take a regimen for a complaint that nobody has diagnosed. "Under a doctor's
guidance" in the same place lifts it; a bare label-style regimen is left alone.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.prescriptions import unsupervised
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import PRESCRIBED, RHYTHM

RULE = FlagRule(
    id=RuleId("DOSE012"),
    name="prescription_drug_alone",
    category="unsupervised_rx",
    severity=Severity.MAJOR,
    summary="the reader is told to start, buy or share a prescription drug",
    advice="name the prescriber, or cut the drug",
    citations=(
        Citation(
            "WHO",
            "Guidelines for the regulatory assessment of medicinal products for use in"
            " self-medication",
            2000,
            "",
            "",
        ),
        Citation(
            "NICE",
            "British National Formulary",
            2024,
            "indications and dose",
            "https://bnf.nice.org.uk/",
        ),
    ),
    check=Check(unsupervised, needs=(PRESCRIBED, RHYTHM)),
    flags=(
        Example(
            "For cystitis take [[ciprofloxacin 500 mg twice a day]].",
            "a regimen for a complaint",
            Severity.MAJOR,
        ),
        Example(
            "Half of [[my sister's Xanax]] and the flight is over, try it.",
            "shared, controlled",
            Severity.CRITICAL,
        ),
        Example(
            "You [[can try indomethacin]] if it goes on.", "weak advice, no dose", Severity.MINOR
        ),
        Example(
            "[[Order sertraline online]], nobody asks questions.",
            "bought without a prescription",
            Severity.MAJOR,
        ),
    ),
    passes=(
        Example(
            "For cystitis the doctor may prescribe ciprofloxacin 500 mg twice a day.",
            "a doctor prescribes",
        ),
        Example("Under medical supervision, levofloxacin capsules may be used.", "supervision"),
        Example(
            "Bacterial infections are treated with antibiotics such as amoxicillin.", "descriptive"
        ),
        Example("Do not take antibiotics left over from last time.", "a warning"),
        Example(
            "Can I buy amoxicillin without a prescription? No, see your doctor.",
            "a question, refused",
        ),
        Example(
            "The usual dose of lisinopril is 10 mg once a day.",
            "a label-style regimen without a complaint",
        ),
    ),
)
