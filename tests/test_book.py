import pytest

from pipeline.book import all_references, all_rules, no_such, rules_called


def test_a_rule_answers_to_its_id_its_name_and_its_category() -> None:
    for name in ("dose002", "daily dose above limit", "Daily-Dose-above-limit"):
        assert [rule.id for rule in rules_called(name)] == ["DOSE002"]
    assert [rule.id for rule in rules_called("max_daily_dose")] == ["DOSE002", "DOSE019"]
    assert rules_called("ibuprofen") == []


def test_what_is_nearly_spelled_is_guessed_among_rules_and_drugs() -> None:
    assert "ibuprofen?" in str(no_such("ibuprofn"))
    assert "dose002?" in str(no_such("DOSE0002"))


@pytest.mark.parametrize("table", all_references(), ids=lambda table: table.name)
def test_each_table_says_what_it_is(table) -> None:
    assert table.entries
    assert len(table.about.split()) > 8
    assert list(table.entries) == sorted(table.entries, key=lambda entry: entry.key)


def test_ids_are_those_of_the_rules() -> None:
    assert all(rule.id == key for key, rule in all_rules().items())
