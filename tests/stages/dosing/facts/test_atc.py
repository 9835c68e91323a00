"""Class, status and groups by the ATC code."""

from collections.abc import Callable

from pipeline.stages.dosing.facts.atc import classes_of, rows_for
from pipeline.stages.dosing.facts.knowledge import Knowledge

CLASSES = [
    "atc\tclass\tstatus\tgroups",
    "J01\tB\trx\tantibiotic",
    "J01MA\tB\trx\tantibiotic;quinolone",
]
DRUGS = [
    "id\ttype\tpreferred\tatc",
    "drug:one\tDRUG\tOnecillin\tJ01CA99",
    "drug:two\tDRUG\ttwofloxacin\tJ01MA98",
    "drug:three\tDRUG\tthree\tA11XX01",
    "class:all\tDRUG\tantibiotics\tJ01",
]


def test_the_longest_prefix_wins_and_classes_are_no_drugs() -> None:
    known = classes_of(CLASSES, DRUGS)
    assert {name: each.groups for name, each in known.items()} == {
        "onecillin": ("antibiotic",),
        "twofloxacin": ("antibiotic", "quinolone"),
    }


def test_rows_only_for_what_has_none_and_never_a_number() -> None:
    rows = rows_for(classes_of(CLASSES, DRUGS), ["onecillin"])
    assert [(r.ingredient, r.status, r.single, r.daily) for r in rows] == [
        ("twofloxacin", "rx", None, None)
    ]


def test_every_group_of_the_table_is_defined(knowledge: Knowledge) -> None:
    assert knowledge.limits.any("roxithromycin") is not None
    assert "antibiotic" in knowledge.groups_of["roxithromycin"]


def test_an_antibiotic_without_a_row_needs_a_prescription(
    categories: Callable[[str], set[str]],
) -> None:
    assert "unsupervised_rx" in categories("For a cold buy roxithromycin, no prescription needed.")
