"""Doses given by pointing at another dose.

"In the same dosage" makes one drug's tablets the measure of another's. Translated articles do it
all the time, and the two drugs are never sold in the same strength.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.references import anaphora
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import DRUG, REFERENCE

RULE = FlagRule(
    id=RuleId("DOSE010"),
    name="dose_by_reference",
    category="anaphoric_dose",
    severity=Severity.MAJOR,
    summary="a dose is given only by reference to another",
    advice="state the dose of this drug, with its strength",
    citations=(
        Citation(
            "WHO",
            "Medication Without Harm: global patient safety challenge",
            2017,
            "",
            "https://www.who.int/initiatives/medication-without-harm",
        ),
    ),
    check=Check(anaphora, needs=(DRUG, REFERENCE)),
    flags=(
        Example(
            "Ibuprofen 400 mg helps in an hour. Diclofenac can be taken [[in the same dosage]].",
            "another drug, on prescription",
            Severity.MAJOR,
        ),
        Example(
            "Atenolol 50 mg is drunk in the morning. Digoxin [[likewise]].",
            "another drug, narrow margin",
            Severity.MAJOR,
        ),
        Example(
            "Adults take ibuprofen 400 mg; children get the [[same dose]].",
            "a child",
            Severity.MAJOR,
        ),
    ),
    passes=(
        Example("Continue at the same dose that your doctor prescribed.", "the prescribed dose"),
        Example(
            "Ibuprofen 400 mg helps in an hour. Diclofenac is another drug of this group.",
            "no reference",
        ),
        Example("Both groups of the trial received the same dose of aspirin.", "a study"),
        Example(
            "Take paracetamol 500 mg in the morning and the same dose of paracetamol in the"
            " evening.",
            "the same drug, dose stated",
        ),
        Example("Similarly, the protein attaches to the receptor.", "no drug is taken"),
    ),
)
