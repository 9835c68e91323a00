"""Instructions without a last day.

"Until it stops" leaves the end to the illness. For a drug whose label sets a limit, for a
prescription drug, or while somebody bleeds, that is no instruction.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.endings import open_ends
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import DRUG, NO_END

RULE = FlagRule(
    id=RuleId("DOSE005"),
    name="no_last_day",
    category="open_ended_duration",
    severity=Severity.MAJOR,
    summary="an instruction has no end",
    advice="add the label's limit and when to see a doctor",
    citations=(
        Citation("NHS", "Medicines A to Z", 2024, "", "https://www.nhs.uk/medicines/"),
        Citation(
            "NICE",
            "British National Formulary",
            2024,
            "indications and dose",
            "https://bnf.nice.org.uk/",
        ),
    ),
    check=Check(open_ends, needs=(DRUG, NO_END)),
    flags=(
        Example(
            "Use naphazoline drops three times a day [[until the nose is free]].",
            "the label sets a limit",
            Severity.MAJOR,
        ),
        Example(
            "Drink nettle tea three times a day [[until the bleeding stops]].",
            "a serious symptom",
            Severity.MAJOR,
        ),
        Example(
            "Paracetamol 500 mg every two hours [[until the fever is gone]].",
            "repeated to effect, narrow margin",
            Severity.CRITICAL,
        ),
        Example(
            "Rub clobetasol in twice a day, [[while the last patch does not fade]].",
            "the illness decides, in words no list holds",
            Severity.MAJOR,
        ),
        Example("Echinacea is good [[all year round]], take it daily.", "a herb", Severity.MINOR),
    ),
    passes=(
        Example(
            "Use naphazoline drops three times a day until the nose is free, but not longer than"
            " five days.",
            "a last day is given",
        ),
        Example(
            "Take the antibiotic your doctor prescribed until the pack is finished.", "a course"
        ),
        Example("Press on the nostril until the bleeding stops.", "first aid, no drug"),
        Example(
            "Naproxen 220 mg twice a day until your dentist's appointment on Friday.",
            "an end that comes",
        ),
        Example("Take senna 7.5 mg at bedtime, as long as you are not pregnant.", "a condition"),
        Example("Drink chamomile tea until you feel calm.", "a harmless tea"),
        Example("Take paracetamol 500 mg as needed, at most 4 g a day.", "capped"),
        Example("Your cardiologist will tell you to take bisoprolol for life.", "a doctor decides"),
    ),
)
