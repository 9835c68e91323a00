"""Counts of something sold in several strengths.

"Two tablets" of bisoprolol are 2.5 or 20 mg. A count is a dose only when the strength stands near
it, when one strength is sold, or when the label or a prescriber is named.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.wording import missing_strengths
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import COUNT, DRUG

RULE = FlagRule(
    id=RuleId("DOSE006"),
    name="strength_left_out",
    category="missing_strength",
    severity=Severity.MINOR,
    summary="a count is given, and the strength is not",
    advice="name the strength in milligrams",
    citations=(
        Citation(
            "WHO",
            "Medication Without Harm: global patient safety challenge",
            2017,
            "",
            "https://www.who.int/initiatives/medication-without-harm",
        ),
        Citation(
            "NICE",
            "British National Formulary",
            2024,
            "indications and dose",
            "https://bnf.nice.org.uk/",
        ),
    ),
    check=Check(missing_strengths, needs=(DRUG, COUNT)),
    flags=(
        Example(
            "Drink [[two ibuprofen tablets]] if the back aches.",
            "200, 400, 600 or 800 mg each",
            Severity.MINOR,
        ),
        Example(
            "Take [[one tablet of bisoprolol]] when the heart races.",
            "a prescription drug with a narrow margin",
            Severity.MAJOR,
        ),
        Example("Give the child [[half a tablet of paracetamol]].", "a child", Severity.MAJOR),
    ),
    passes=(
        Example("Drink two 200 mg ibuprofen tablets if the back aches.", "the strength is given"),
        Example(
            "Take one tablet of bisoprolol a day, as your cardiologist prescribed.",
            "a prescriber decides",
        ),
        Example("Take two ibuprofen tablets as the label says.", "the label is named"),
        Example("Drink one glass of water before breakfast.", "no drug"),
        Example("Take one capsule of the probiotic with breakfast.", "harmless"),
        Example("Do not take two ibuprofen tablets on an empty stomach.", "a warning"),
    ),
)
