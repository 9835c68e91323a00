"""Drugs for people who must not have them.

Aspirin for a feverish child, codeine for a nursing mother, an ACE inhibitor at thirty weeks: the
label forbids them with reasons that are written in deaths. Severity is that of the table of
contraindications.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.at_risk import contraindicated
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import DRUG, PERSON

RULE = FlagRule(
    id=RuleId("DOSE011"),
    name="drug_ruled_out_for_reader",
    category="contraindicated_population",
    severity=Severity.CRITICAL,
    summary="a drug or remedy is advised to somebody who must not have it",
    advice="cut the advice, or name who must not take it",
    citations=(
        Citation(
            "NICE",
            "British National Formulary",
            2024,
            "indications and dose",
            "https://bnf.nice.org.uk/",
        ),
        Citation(
            "EMA",
            "Product information: contraindications",
            2024,
            "section 4.3",
            "https://www.ema.europa.eu/",
        ),
    ),
    check=Check(contraindicated, needs=(DRUG, PERSON)),
    flags=(
        Example(
            "A [[10-year-old with flu can have 300 mg of aspirin]].",
            "Reye's syndrome",
            Severity.CRITICAL,
        ),
        Example(
            "[[Breastfeeding women may take codeine 30 mg]] for a headache.",
            "codeine reaches the infant",
            Severity.CRITICAL,
        ),
        Example(
            "[[At 30 weeks take ibuprofen 400 mg]] for backache.",
            "an NSAID after 20 weeks",
            Severity.MAJOR,
        ),
        Example(
            "A little [[honey on the dummy calms a 5-month-old]].",
            "infant botulism",
            Severity.CRITICAL,
        ),
        Example(
            "Allergic to penicillin? [[Amoxicillin 500 mg three times a day]] is milder.",
            "the same allergy",
            Severity.MAJOR,
        ),
        Example(
            "With an [[enlarged prostate take pseudoephedrine 60 mg]] for the nose.",
            "the bladder cannot be emptied",
            Severity.MAJOR,
        ),
        Example(
            "If you become [[pregnant, keep taking valproate 500 mg twice a day]].",
            "birth defects",
            Severity.CRITICAL,
        ),
    ),
    passes=(
        Example("Give a crumb of ten months no honey at all.", "a prohibition"),
        Example("A course of six months of calcium and honey in tea for grandpa.", "no age"),
        Example("Children can take ibuprofen, but not aspirin.", "the aspirin is denied them"),
        Example("Never give aspirin to a child with flu.", "a warning"),
        Example("Breastfeeding women should not take codeine.", "a prohibition"),
        Example(
            "Because of her risk the obstetrician prescribed aspirin 150 mg in pregnancy.",
            "a specialist decides",
        ),
        Example("Honey soothes the cough of children over two.", "an age at which it is allowed"),
        Example("Adults with flu can take 500 mg of aspirin.", "adults"),
        Example(
            "Aspirin is a salicylate, and Reye's syndrome affects children.",
            "nobody is told to take it",
        ),
        Example(
            "Women who may become pregnant use a coil while taking methotrexate 10 mg a week.",
            "not pregnant, and meaning not to be",
        ),
        Example("With kidney disease prefer paracetamol to naproxen.", "the other is preferred"),
        Example("Mouth ulcers hurt less after ibuprofen 200 mg.", "no ulcer of the stomach"),
        Example(
            "Take naproxen with food; if you have had an ulcer, ask your doctor.",
            "they are told to ask first",
        ),
        Example(
            "My husband takes losartan 50 mg and I am pregnant again.", "another person takes it"
        ),
    ),
)
