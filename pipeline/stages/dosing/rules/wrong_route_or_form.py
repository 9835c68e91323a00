"""The right drug in the wrong place or shape.

A tablet that releases over twelve hours releases at once when it is crushed; boric alcohol
through a torn ear drum costs the hearing; a steroid in an eye with herpes costs the eye.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.routes import wrong_forms
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import DRUG, WRONG_WAY

RULE = FlagRule(
    id=RuleId("DOSE018"),
    name="wrong_route_or_form",
    category="route_form_error",
    severity=Severity.MAJOR,
    summary="a form is destroyed, or a route is used that the product is not made for",
    advice="name the right form and route",
    citations=(
        Citation(
            "NICE",
            "British National Formulary",
            2024,
            "indications and dose",
            "https://bnf.nice.org.uk/",
        ),
        Citation(
            "ISMP",
            "Oral Dosage Forms That Should Not Be Crushed",
            2023,
            "",
            "https://www.ismp.org/",
        ),
    ),
    check=Check(wrong_forms, needs=(DRUG, WRONG_WAY)),
    flags=(
        Example(
            "If it is too slow, [[crush the morphine sustained-release]] tablet.",
            "a day's opioid at once",
            Severity.CRITICAL,
        ),
        Example(
            "[[Drip onion juice into the ear]] at night.", "not made for the ear", Severity.MAJOR
        ),
        Example(
            "[[Cut the nifedipine retard]] tablet in half.", "release destroyed", Severity.MAJOR
        ),
        Example(
            "Concerta 36 mg was appointed by the neurologist. For a small child the tablet is"
            " [[pounded]] in a mortar.",
            "who prescribed it did not say to break it",
            Severity.MAJOR,
        ),
    ),
    passes=(
        Example("Do not crush extended-release tablets of morphine.", "a warning"),
        Example("Swallow the nifedipine retard tablet whole.", "the right way"),
        Example("Put two drops of saline into each nostril.", "made for it"),
        Example(
            "The tumour cells showed after glucose was injected into a vein.", "a hospital test"
        ),
        Example("Put two drops of olive oil into the ear to soften wax.", "a usual remedy"),
        Example(
            "Once a year the eye pressure is measured and blood is taken for sugar.",
            "sugar that is measured, and put nowhere",
        ),
        Example(
            "Ask your pharmacist whether the prolonged-release tramadol may be crushed.",
            "a professional is asked about the breaking itself",
        ),
    ),
)
