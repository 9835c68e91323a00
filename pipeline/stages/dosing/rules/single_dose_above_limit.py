"""A single dose above what the label allows at once.

The reader takes what the page says, at once. A single dose above the label's is the mistake that
needs no second one: the liver, the heart or the breathing answers to that dose. The amount is the
highest one stated, for the population the sentence speaks of, and the limit is the self-care limit
unless a prescriber is named.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.together import singles
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import AMOUNT, LIMITED

RULE = FlagRule(
    id=RuleId("DOSE001"),
    name="single_dose_above_limit",
    category="max_single_dose",
    severity=Severity.MAJOR,
    summary="one dose is more than the label allows at once",
    advice="check the number against the label; correct it or cut the sentence",
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
    check=Check(singles, needs=(AMOUNT, LIMITED)),
    flags=(
        Example(
            "For a bad tooth swallow [[three 500 mg tablets of paracetamol]] and lie down.",
            "1,500 mg, half as much again as the limit",
            Severity.CRITICAL,
        ),
        Example(
            "Sleepless again? [[Diphenhydramine 100 mg]] at bedtime will do.",
            "twice the limit of a drug with a narrow margin",
            Severity.CRITICAL,
        ),
        Example(
            "Hay fever: [[loratadine 20 mg]] in the morning.",
            "twice the limit of a drug with a wide margin",
            Severity.MINOR,
        ),
        Example(
            "For cramps drink [[drotaverine 80–120 mg]] at once.",
            "only the top of the range is over",
            Severity.INFO,
        ),
    ),
    passes=(
        Example(
            "For a bad tooth swallow two 500 mg tablets of paracetamol and lie down.",
            "the same, within the limit",
        ),
        Example("Never swallow three 500 mg tablets of paracetamol at once.", "a warning"),
        Example(
            "In the trial volunteers took 1,500 mg of paracetamol as a single dose.", "a study"
        ),
        Example(
            "He had swallowed 5 g of paracetamol and was admitted at night.",
            "a report of an overdose",
        ),
        Example(
            "The dentist prescribed ibuprofen 600 mg to be taken after the extraction.",
            "above self-care, within the prescriber's limit",
        ),
        Example("Can I take 1,500 mg of paracetamol at once?", "a bare question"),
    ),
    known_gaps=(
        Example(
            "Drink three Nurofen Forte 400 mg at once for [[period pain]].",
            "a product's name between the count and the strength",
        ),
    ),
)
