"""Prescribed therapy changed without its prescriber.

Insulin skipped, warfarin halved, a beta-blocker stopped at once, a course finished in spite of
hives: each is an order about somebody else's treatment. Critical where stopping itself can kill.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.therapy import alterations
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import CHANGING, TREATMENT

RULE = FlagRule(
    id=RuleId("DOSE013"),
    name="therapy_changed_alone",
    category="therapy_alteration",
    severity=Severity.MAJOR,
    summary="prescribed therapy is stopped, skipped, changed or carried on regardless",
    advice="send the reader to the prescriber",
    citations=(
        Citation(
            "NICE",
            "British National Formulary",
            2024,
            "indications and dose",
            "https://bnf.nice.org.uk/",
        ),
        Citation("NHS", "Medicines A to Z", 2024, "", "https://www.nhs.uk/medicines/"),
    ),
    check=Check(alterations, needs=(TREATMENT, CHANGING)),
    flags=(
        Example(
            "When the pressure is normal you can [[stop your bisoprolol]].",
            "a beta-blocker stopped",
            Severity.CRITICAL,
        ),
        Example("[[Skip your insulin]] on days without bread.", "insulin", Severity.CRITICAL),
        Example(
            "[[Swap your statin]] for flaxseed oil, I advise everybody.",
            "swapped for a food",
            Severity.MAJOR,
        ),
        Example(
            "With bread made of flax the evening insulin [[may be left out]].",
            "a passive permission",
            Severity.CRITICAL,
        ),
        Example(
            "Losartan ran out? Take [[ramipril]] of your brother.",
            "another drug because the prescribed one is missing",
            Severity.MAJOR,
        ),
    ),
    passes=(
        Example("Do not stop bisoprolol suddenly.", "a warning"),
        Example("Your doctor may stop the statin before the operation.", "a doctor decides"),
        Example(
            "Stop the tablets and get medical help at once if a rash appears.", "stop and seek help"
        ),
        Example(
            "If you forget a tablet, skip the missed dose and take the next one as usual.",
            "the leaflet's rule for a missed dose",
        ),
        Example(
            "Chemotherapy uses drugs to stop the growth of cancer cells.",
            "nobody is told to stop anything",
        ),
        Example("Stop smoking before the operation.", "no therapy"),
        Example("Double vision may occur with carbamazepine.", "no verb of changing"),
        Example("Throw out expired metoprolol.", "tidying up"),
    ),
)
