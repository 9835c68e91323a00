"""Waiting where minutes count.

The page names the chest pain or the swollen tongue itself, and then tells the reader to lie down
and see how it feels in the morning. Offering the hospital as an equal choice is one level less.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.delays import delays
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import ILLNESS, WAITING

RULE = FlagRule(
    id=RuleId("DOSE016"),
    name="care_put_off",
    category="delays_care",
    severity=Severity.CRITICAL,
    summary="care is put off for an emergency or a serious condition",
    advice="put the emergency number first",
    citations=(
        Citation(
            "NHS",
            "When to call 999",
            2024,
            "",
            "https://www.nhs.uk/nhs-services/urgent-and-emergency-care-services/when-to-call-999/",
        ),
        Citation(
            "American Heart Association",
            "Guidelines for first aid",
            2020,
            "",
            "https://cpr.heart.org/",
        ),
    ),
    check=Check(delays, needs=(ILLNESS, WAITING)),
    flags=(
        Example(
            "Crushing chest pain? [[Drink valerian and see how you feel in the morning]].",
            "a heart attack",
            Severity.CRITICAL,
        ),
        Example(
            "If half of the face droops, [[don't run to the hospital, massage the ears]].",
            "a stroke",
            Severity.CRITICAL,
        ),
        Example(
            "It comes with fever and lower abdominal pain. [[In this case urgently take"
            " painkillers or go to the hospital]].",
            "an equal choice",
            Severity.MAJOR,
        ),
    ),
    passes=(
        Example(
            "Crushing chest pain? Call an ambulance and do not wait until the morning.",
            "the right urgency",
        ),
        Example("Most colds pass by themselves in a week; rest and drink.", "waiting is fine"),
        Example("If half of the face droops, call an ambulance at once.", "the right urgency"),
        Example("Go straight to the hospital if you vomit blood.", "the right urgency"),
        Example("If the headache does not pass in two days, see a doctor.", "no emergency"),
        Example(
            "Some tests will be repeated to see how well the cancer treatment is working.",
            "no advice",
        ),
    ),
)
