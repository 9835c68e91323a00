"""Doses taken again too soon, or too often.

The label's interval is the time the body needs. Weekly drugs taken daily have killed: methotrexate
and alendronate are in the same box as daily tablets.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.timing import intervals
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import LIMITED, RHYTHM

RULE = FlagRule(
    id=RuleId("DOSE003"),
    name="doses_too_close",
    category="frequency_error",
    severity=Severity.MINOR,
    summary="a dose is repeated sooner or oftener than the label allows",
    advice="restore the interval of the label",
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
            "Targeted Medication Safety Best Practices for Hospitals",
            2022,
            "oral methotrexate",
            "https://www.ismp.org/",
        ),
    ),
    check=Check(intervals, needs=(RHYTHM, LIMITED)),
    flags=(
        Example(
            "Methotrexate 10 mg is taken [[every day]] for psoriasis.",
            "a weekly drug as a daily one",
            Severity.CRITICAL,
        ),
        Example(
            "Ibuprofen 200 mg [[every two hours]] keeps the pain down.",
            "half the shortest interval",
            Severity.MAJOR,
        ),
        Example(
            "Spray oxymetazoline in each nostril [[every four hours]].",
            "less than half the interval of the label",
            Severity.MAJOR,
        ),
    ),
    passes=(
        Example("Methotrexate 10 mg is taken once a week, always on a Monday.", "weekly"),
        Example(
            "Ibuprofen 200 mg every six hours keeps the pain down.", "not sooner than the label"
        ),
        Example("Do not take ibuprofen again within two hours.", "a warning"),
        Example("Cabergoline 0.5 mg is taken two times a week.", "as the label divides it"),
        Example(
            "Loratadine 10 mg once a day, and a cold compress every six hours.",
            "the rhythm of the compress",
        ),
        Example("Spray oxymetazoline in each nostril twice a day.", "as the label"),
        Example(
            "Change the fentanyl patch every 72 hours, as prescribed.", "the interval of the label"
        ),
    ),
)
