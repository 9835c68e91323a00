"""Tables that allow more alcohol than the low-risk limit.

"Permissible measures" in millilitres are copied from page to page. Millilitres × per cent × 0.789 g
are compared with 14 g a day for women and 28 g for men.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.alcohol import drinking_limits
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import DRINK, RHYTHM

RULE = FlagRule(
    id=RuleId("DOSE019"),
    name="drinking_limit_too_high",
    category="max_daily_dose",
    severity=Severity.MINOR,
    summary="a table of drinks allows more alcohol a day than the low-risk limit",
    advice="name the low-risk limit in grams, or cut the table",
    citations=(
        Citation(
            "US Departments of Agriculture and of Health",
            "Dietary Guidelines for Americans 2020–2025",
            2020,
            "alcoholic beverages",
            "https://www.dietaryguidelines.gov/",
        ),
    ),
    check=Check(drinking_limits, needs=(DRINK, RHYTHM)),
    flags=(
        Example(
            "Drink | Women, ml a day | Men, ml a day\n[[Red wine | 200]] | 250",
            "19 g against 14 g for women",
            Severity.MINOR,
        ),
    ),
    passes=(
        Example(
            "Drink | Women, ml a day | Men, ml a day\nRed wine | 140 | 250", "within both limits"
        ),
        Example("A glass of wine holds about 14 g of alcohol.", "no allowance"),
    ),
)
