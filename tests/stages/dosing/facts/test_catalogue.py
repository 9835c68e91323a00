import pytest

from pipeline.io.resources import lines
from pipeline.model.reference import Entry
from pipeline.stages.dosing.facts.catalogue import reference_tables
from pipeline.stages.dosing.stage import knowledge_from


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    tables = reference_tables(knowledge_from(lines))
    listed = [entry for table in tables for entry in table.entries]
    made = {entry.key: entry for entry in listed}
    assert len(made) == len(listed)
    return made


def test_every_statement_of_the_tables_can_be_read(entries: dict[str, Entry]) -> None:
    knowledge = knowledge_from(lines)
    for row in knowledge.limits.rows:
        assert entries[row.key].subject == row.ingredient
    for product in knowledge.combinations.rows:
        assert entries[product.key].subject == product.product
    for pair in knowledge.interactions:
        assert entries[pair.key].cells[1] == pair.severity.label
    for ban in knowledge.contraindications:
        assert ban.why in entries[ban.key].cells
    for remedy in knowledge.remedies.values():
        assert entries[remedy.key].citations == remedy.citations


def test_limits_read_as_a_label_does(entries: dict[str, Entry]) -> None:
    adult = entries["limits/ibuprofen/adult"].cells
    assert "400 mg; 800 mg prescribed" in adult
    assert "1,200 mg; 3,200 mg prescribed" in adult
    assert "not before 4 h; 10 days alone" in adult
    assert "300 mg; 10 mg/kg" in entries["limits/ibuprofen/child"].cells
    assert "10, 25, 50, 75 mg" in entries["limits/amitriptyline/adult"].cells


def test_a_drug_known_by_its_class_alone_has_no_limit_to_show(entries: dict[str, Entry]) -> None:
    assert entries["limits/abacavir/adult"].cells == ("rx", "B")


def test_a_product_says_what_it_holds(entries: dict[str, Entry]) -> None:
    cells = entries["combinations/paracetamol cold remedy/nyquil/30 ml"].cells
    assert cells[2:] == (
        "paracetamol, dextromethorphan, doxylamine",
        "650/30/12.5",
        "30 ml",
        "1",
        "4",
    )
