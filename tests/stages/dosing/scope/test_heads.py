"""The head of a column speaks for its cells."""

from collections.abc import Callable


def test_a_column_that_forbids(categories: Callable[[str], set[str]]) -> None:
    rows = "Sildenafil | nitroglycerin spray\nTramadol | a glass of wine"
    assert categories(f"Drug | Never with\n{rows}") == set()


def test_a_row_that_forbids(categories: Callable[[str], set[str]]) -> None:
    table = "What | How\n{} | Paracetamol 500 mg, 4 tablets every 4 hours\nWater | often"
    assert "max_single_dose" in categories(table.format("Fever"))
    assert categories(table.format("Myth")) == set()
