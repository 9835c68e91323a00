"""A day's total above the limit.

Each single dose can be right and the day still wrong: two tablets are fine, every two hours they
are not. The total is amount × pieces × times a day, with the top of ranges and the shortest
interval, and a stated cap replaces it. Supplements are held against upper intake levels.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.together import days
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import AMOUNT, LIMITED, RHYTHM

RULE = FlagRule(
    id=RuleId("DOSE002"),
    name="daily_dose_above_limit",
    category="max_daily_dose",
    severity=Severity.MAJOR,
    summary="a day's total is more than the label or the upper intake level allows",
    advice="redo the arithmetic shown; correct amount, interval or cap",
    citations=(
        Citation(
            "FDA",
            "OTC Monograph M013: Internal Analgesic, Antipyretic, and Antirheumatic Drug Products",
            2021,
            "dosage and warnings",
            "https://www.accessdata.fda.gov/drugsatfda_docs/omuf/",
        ),
        Citation(
            "NICE",
            "British National Formulary",
            2024,
            "indications and dose",
            "https://bnf.nice.org.uk/",
        ),
    ),
    check=Check(days, needs=(AMOUNT, RHYTHM, LIMITED)),
    flags=(
        Example(
            "Take [[two 500 mg paracetamol tablets every three hours]] while the fever lasts.",
            "8 g, twice the limit",
            Severity.CRITICAL,
        ),
        Example(
            "Adults drink [[ibuprofen 400 mg four times a day]] for a sprain.",
            "1,600 mg against 1,200 mg",
            Severity.MAJOR,
        ),
        Example(
            "[[Zinc 50 mg twice a day]] keeps colds away.",
            "2.5 times the upper level, wide margin",
            Severity.MINOR,
        ),
        Example(
            "For the toothache: [[Vicodin 5/500, two tablets every three hours]].",
            "8 g of the paracetamol in it",
            Severity.CRITICAL,
        ),
        Example(
            "Drink [[one sachet of Fervex three times a day and 1 g of paracetamol three times a"
            " day]].",
            "paracetamol from two products",
            Severity.MAJOR,
        ),
        Example(
            "[[One Lemsip sachet (1000 mg paracetamol) four times a day, and two 500 mg paracetamol"
            " tablets in between each of them, four times a day]].",
            "two products of one drug, one between the other",
            Severity.CRITICAL,
        ),
        Example(
            "For a six-year-old: [[ibuprofen 200 mg eight times a day]].",
            "a child: one level up",
            Severity.CRITICAL,
        ),
    ),
    passes=(
        Example(
            "Take two 500 mg paracetamol tablets every six hours while the fever lasts.",
            "4 g, at the limit",
        ),
        Example(
            "Take 1 g of paracetamol every four to six hours, no more than 4 g in 24 hours.",
            "the cap replaces the product",
        ),
        Example("Take two co-codamol 30/500 tablets every six hours.", "each part at its limit"),
        Example(
            "Two 500 mg paracetamol caplets three times a day, and one Lemsip sachet (1000 mg"
            " paracetamol) in place of the fourth dose.",
            "it takes the place of a dose",
        ),
        Example("Never take more than eight 500 mg tablets of paracetamol a day.", "a maximum"),
        Example("Taking 6 g of paracetamol a day can damage the liver.", "a warning"),
        Example(
            "The rheumatologist put her on ibuprofen 800 mg three times a day.",
            "a prescriber decides, within his limit",
        ),
        Example(
            "Some forums advise 10 g of vitamin C a day. There is no evidence for it.",
            "a claim refuted",
        ),
    ),
)
