import pytest

from pipeline.io.resources import lines
from pipeline.model.changes import Severity
from pipeline.stages.dosing.facts.knowledge import TABLES, Knowledge, load_knowledge, severity_of


def tables() -> dict[str, tuple[str, ...]]:
    return {name: lines(f"{name}.tsv") for name in TABLES}


def test_every_interaction_and_contraindication_has_a_source(knowledge: Knowledge) -> None:
    for row in (*knowledge.interactions, *knowledge.contraindications):
        assert row.citations
    assert all(r.citations for r in knowledge.remedies.values() if r.severity is not None)


def test_groups_of_an_ingredient(knowledge: Knowledge) -> None:
    assert {"nsaid", "salicylate"} <= set(knowledge.groups_of["aspirin"])
    assert knowledge.changed_alone["insulin"] is Severity.CRITICAL


def test_a_pair_of_an_unknown_group_is_refused() -> None:
    wrong = tables()
    wrong["interactions"] = (
        *wrong["interactions"],
        "\t".join(["nobody", "nsaid", "major"] + [""] * 6),
    )
    with pytest.raises(ValueError, match="interaction names no group: 'nobody'"):
        load_knowledge(wrong)


def test_a_contraindication_of_an_unknown_group_is_refused() -> None:
    wrong = tables()
    row = "\t".join(["nobody", "under_2", "major"] + [""] * 6)
    wrong["contraindications"] = (*wrong["contraindications"], row)
    with pytest.raises(ValueError, match="names no group or remedy: 'nobody'"):
        load_knowledge(wrong)


def test_only_the_four_severities_are_known() -> None:
    assert severity_of("major") is Severity.MAJOR
    with pytest.raises(ValueError, match="no severity is called 'dire'"):
        severity_of("dire")
