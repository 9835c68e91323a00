"""Who belongs to a group of drugs."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.dosing.facts.atc import AtcClass
from pipeline.stages.dosing.facts.knowledge import Knowledge
from pipeline.stages.dosing.facts.members import members, parts_of, products_of

DRUGS = [
    "id\ttype\tpreferred",
    "drug:one\tDRUG\tOne",
    "drug:both\tDRUG\tOne/two",
    "drug:three\tDRUG\tthree and four, daily",
    "class:all\tDRUG\tones and twos",
]
name = st.text(alphabet="abcdefgh-", min_size=1, max_size=8)


def test_products_are_parted_and_classes_are_none() -> None:
    assert products_of(DRUGS) == {
        "one/two": ("one", "two"),
        "three and four, daily": ("three", "four", "daily"),
    }


def test_a_single_drug_has_no_parts() -> None:
    assert parts_of("st john's wort") == ()


def test_listed_by_class_by_part_and_without_what_is_excluded() -> None:
    known = {"five": AtcClass("B", "rx", ("group",)), "six": AtcClass("B", "rx", ("other",))}
    products = {"one/two": ("one", "two"), "five/six": ("five", "six"), "six/two": ("six", "two")}
    found = members("group", ["one", "-one/two"], known, products)
    assert found == ("one", "five", "five/six")


@given(st.lists(name, max_size=6), st.dictionaries(name, st.tuples(name, name), max_size=6))
def test_every_member_is_listed_or_made_of_one(
    listed: list[str], products: dict[str, tuple[str, str]]
) -> None:
    kept = {n for n in listed if not n.startswith("-")}
    for found in members("group", listed, {}, products):
        assert found in kept or kept & set(products[found])
        assert f"-{found}" not in listed


def test_a_gel_that_holds_heparin_is_no_anticoagulant(knowledge: Knowledge) -> None:
    assert "anticoagulant" in knowledge.groups_of["heparin"]
    assert "anticoagulant" not in knowledge.groups_of.get("heparin/allantoin/dexpanthenol", ())
