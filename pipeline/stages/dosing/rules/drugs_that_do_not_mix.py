"""Drugs taken together that must not be.

Two names in a sentence are not yet advice: leaflets list what must not be mixed. A pair of the
table of interactions is flagged when one instruction joins it and nothing forbids it.
"""

from pipeline.model.changes import Citation, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing.checks.mixtures import combinations
from pipeline.stages.dosing.scope.claims import Check
from pipeline.stages.dosing.scope.needs import DRUG, SECOND

RULE = FlagRule(
    id=RuleId("DOSE014"),
    name="drugs_that_do_not_mix",
    category="dangerous_combination",
    severity=Severity.CRITICAL,
    summary="two substances are combined that must not be",
    advice="cut the combination, or turn it into a warning",
    citations=(
        Citation(
            "NICE",
            "British National Formulary: Interactions",
            2024,
            "",
            "https://bnf.nice.org.uk/interactions/",
        ),
        Citation(
            "FDA",
            "Boxed warning: opioids with benzodiazepines",
            2016,
            "",
            "https://www.fda.gov/drugs",
        ),
    ),
    check=Check(combinations, needs=(DRUG, SECOND)),
    flags=(
        Example(
            "Two [[beers on top of clonazepam]] make the evening softer.",
            "sedatives and alcohol",
            Severity.CRITICAL,
        ),
        Example(
            "People on [[warfarin can take ibuprofen 400 mg]] for the knee.",
            "bleeding",
            Severity.CRITICAL,
        ),
        Example(
            "[[Take ibuprofen 400 mg together with diclofenac 50 mg]].",
            "two NSAIDs",
            Severity.MAJOR,
        ),
        Example(
            "[[Add a St John's wort capsule to your sertraline]].",
            "two that raise serotonin",
            Severity.MAJOR,
        ),
        Example(
            "[[Verapamil 80 mg with bisoprolol 5 mg]] calms the pulse.",
            "both slow the heart",
            Severity.CRITICAL,
        ),
        Example("[[Wash down doxycycline 100 mg with milk]].", "not absorbed", Severity.MINOR),
    ),
    passes=(
        Example("Never take sildenafil with nitrates.", "a warning"),
        Example("Alcohol and clonazepam must not be combined.", "a prohibition"),
        Example("Paracetamol and ibuprofen can be taken together.", "no interaction"),
        Example("Warfarin interacts with ibuprofen and aspirin.", "a fact about interactions"),
        Example("Take levothyroxine at least four hours apart from calcium.", "kept apart"),
        Example(
            "Can I take naproxen and ibuprofen together? No, choose one.", "a question, refused"
        ),
        Example(
            "Wait at least 24 hours after sumatriptan before you take ergotamine.",
            "a day between them",
        ),
        Example(
            "Take naproxen 250 mg twice a day; if you are on warfarin, choose paracetamol.",
            "whoever takes the one is told to take another",
        ),
        Example("Try an alcohol-free beer with your tramadol.", "there is no alcohol in it"),
        Example(
            "Switch from ibuprofen to naproxen 250 mg twice a day.", "one in place of the other"
        ),
    ),
    known_gaps=(
        Example(
            "[[Baclofen and a bottle of red wine]]: the muscles melt.",
            "what follows praises both, without a verb of taking",
        ),
        Example(
            "Hangover? [[Two paracetamol with the last glass]].",
            "the alcohol is only in the situation",
        ),
    ),
)
