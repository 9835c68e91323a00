"""Self-care that goes on for longer than the label allows.

A pain that needs ibuprofen for a month needs a doctor; a nose that gets oxymetazoline for a month
gets addicted to it. The limit is the label's number of days without medical advice.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.timing import durations
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import LENGTH, LIMITED

RULE = FlagRule(
    id=RuleId("DOSE004"),
    name="self_care_too_long",
    category="excess_duration",
    severity=Severity.MINOR,
    summary="self-care lasts longer than the label allows without a doctor",
    advice="give the label's number of days, or send the reader to a doctor",
    citations=(
        Citation(
            "FDA",
            "OTC Monograph M013: Internal Analgesic, Antipyretic, and Antirheumatic Drug Products",
            2021,
            "dosage and warnings",
            "https://www.accessdata.fda.gov/drugsatfda_docs/omuf/",
        ),
        Citation("NHS", "Medicines A to Z", 2024, "", "https://www.nhs.uk/medicines/"),
    ),
    check=Check(durations, needs=(LENGTH, LIMITED)),
    flags=(
        Example(
            "Take ibuprofen 400 mg twice a day [[for four weeks]].",
            "more than twice ten days",
            Severity.MAJOR,
        ),
        Example(
            "Drip xylometazoline three times a day [[for eight days]].",
            "five days are allowed",
            Severity.MINOR,
        ),
        Example(
            "Bisacodyl 5 mg at night [[for a month]] helps to slim.",
            "a laxative for a month",
            Severity.MAJOR,
        ),
    ),
    passes=(
        Example("Take ibuprofen 400 mg twice a day for four days.", "within the limit"),
        Example("Her specialist prescribed omeprazole 20 mg for eight weeks.", "a doctor decides"),
        Example("Do not take ibuprofen for more than ten days.", "a warning"),
        Example(
            "Take ibuprofen 400 mg twice a day; if it still hurts after a week, see a doctor.",
            "a referral, not a duration",
        ),
        Example("In the study people took omeprazole 20 mg for six months.", "a study"),
    ),
)
