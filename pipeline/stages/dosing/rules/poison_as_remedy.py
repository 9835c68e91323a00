"""Poisons as medicine.

Bleach, turpentine, borax, apricot kernels, horse ivermectin: no dose makes them medicine. Essential
oils, celandine and colloidal silver are one level less. On the outside, in a diffuser or in a
warning they are let go.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.poisons import poisons
from pipeline.stages.dosing.scope.claims import Check

RULE = FlagRule(
    id=RuleId("DOSE017"),
    name="poison_as_remedy",
    category="toxic_remedy",
    severity=Severity.CRITICAL,
    summary="a poison is taken as medicine",
    advice="cut it; if the page warns of it, make the warning plain",
    citations=(
        Citation(
            "FDA",
            "Danger: do not drink Miracle Mineral Solution",
            2019,
            "",
            "https://www.fda.gov/consumers/consumer-updates/danger-dont-drink-miracle-mineral-solution-or-similar-products",
        ),
        Citation(
            "National poison centres",
            "TOXBASE and Poison Control public information",
            2023,
            "ingestion",
            "https://www.poison.org/",
        ),
    ),
    check=Check(poisons),
    flags=(
        Example(
            "[[Turpentine on a spoon of sugar twice a week]] drives out worms.",
            "a hydrocarbon",
            Severity.CRITICAL,
        ),
        Example("[[Ten apricot kernels a day]] protect from cancer.", "cyanide", Severity.CRITICAL),
        Example(
            "Put [[two drops of oregano oil in a glass of water and drink]] it.",
            "an essential oil inside",
            Severity.MAJOR,
        ),
    ),
    passes=(
        Example("Borax in sugar water, half a teaspoon, rids the kitchen of ants.", "bait"),
        Example("Drinking bleach is dangerous.", "a warning"),
        Example("Hydrogen peroxide is for external use only.", "outside"),
        Example(
            "A man was fined for selling bleach as a cure; buyers drank 20 drops a day.",
            "a court report",
        ),
        Example("Dilute bleach cleans the kitchen surfaces.", "a cleaner"),
        Example(
            "Half a teaspoon of baking soda in a glass of water eases heartburn.", "a label use"
        ),
        Example("Some healers say to drink kerosene. Do not do this.", "refuted"),
    ),
)
