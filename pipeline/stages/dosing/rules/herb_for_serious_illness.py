"""Herbs and foods for what needs a doctor.

Nettle tea harms nobody; nettle tea for bleeding after birth does. The rule looks for both at
once: a condition that is serious or an emergency, and a herb, food or compress offered for it.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.herbs import herbals
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import ILLNESS, REMEDY

RULE = FlagRule(
    id=RuleId("DOSE015"),
    name="herb_for_serious_illness",
    category="herbal_serious",
    severity=Severity.MAJOR,
    summary="a herb, food or home remedy is offered for a serious condition",
    advice="say that the condition needs a doctor; cut the cure",
    citations=(
        Citation(
            "WHO",
            "WHO traditional medicine strategy 2014–2023",
            2013,
            "risks",
            "https://www.who.int/publications/i/item/9789241506096",
        ),
        Citation(
            "FDA", "Health fraud: unproven cancer claims", 2017, "", "https://www.fda.gov/consumers"
        ),
    ),
    check=Check(herbals, needs=(REMEDY, ILLNESS)),
    flags=(
        Example(
            "An [[ovarian cyst resolves from burdock]] juice, a spoon three times a day.",
            "a boast without an order",
            Severity.MAJOR,
        ),
        Example(
            "[[Turmeric three times a day dissolves breast tumours]].", "cancer", Severity.MAJOR
        ),
        Example(
            "For [[heavy uterine bleeding brew nettle]], two spoons a glass.",
            "bleeding",
            Severity.CRITICAL,
        ),
        Example(
            "[[Jaundice goes away with a decoction]] of corn silk three times a day.",
            "jaundice",
            Severity.MAJOR,
        ),
    ),
    passes=(
        Example("Cabbage leaves do not treat a breast lump.", "refuted"),
        Example("Ginger tea can ease mild nausea.", "a mild symptom"),
        Example("There is no evidence that turmeric cures cancer.", "refuted"),
        Example("In a trial turmeric was given to people with arthritis.", "a study"),
        Example(
            "Heavy bleeding is an emergency: call an ambulance, nettle tea will not help.",
            "tells the reader to get help",
        ),
        Example("A diet with vegetables is important in diabetes.", "no remedy for it"),
        Example("St John's wort interferes with drugs against seizures.", "an interaction"),
    ),
)
