"""Class and home status of every drug in the lexicon, as the severities of dosing need them."""

import csv
from pathlib import Path

import pytest

from pipeline.stages.entities.lexicon import Concept

FILE = Path(__file__).parents[3] / "pipeline" / "lexicons" / "drug_facts.tsv"
STATUSES = {"otc", "rx", "herbal", "supplement", "remedy", "toxic"}


def facts() -> dict[str, dict[str, str]]:
    rows = csv.DictReader(FILE.read_text("utf-8").splitlines(), delimiter="\t")
    assert rows.fieldnames == ["ingredient", "class", "status", "route_default", "source"]
    return {row["ingredient"]: row for row in rows}


def test_every_drug_has_facts_and_no_facts_are_left_over(concepts: tuple[Concept, ...]) -> None:
    assert set(facts()) == {c.preferred for c in concepts if c.label == "DRUG"}


def test_every_row_is_complete_and_well_formed() -> None:
    for name, row in facts().items():
        assert all(row.values()), name
        assert row["class"] in "ABC", name
        assert row["status"] in STATUSES, name


@pytest.mark.parametrize(
    ("ingredient", "letter", "status"),
    [
        ("paracetamol", "A", "otc"),
        ("warfarin", "A", "rx"),
        ("etamsylate", "B", "rx"),
        ("menadione", "B", "rx"),
        ("nimesulide", "B", "rx"),
        ("phenazepam", "A", "rx"),
        ("metamizole", "B", "otc"),
        ("drotaverine", "C", "otc"),
        ("nifuroxazide", "B", "otc"),
        ("loperamide", "A", "otc"),
        ("vitamin C", "C", "supplement"),
        ("chlorine dioxide", "B", "toxic"),
    ],
)
def test_the_cases_the_taxonomy_names(ingredient: str, letter: str, status: str) -> None:
    row = facts()[ingredient]
    assert (row["class"], row["status"]) == (letter, status)
