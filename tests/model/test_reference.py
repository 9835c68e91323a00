import pytest

from pipeline.model.changes import Citation
from pipeline.model.reference import Entry, ReferenceTable


def test_an_entry_is_read_when_its_latest_reader_read_it() -> None:
    sources = (Citation("FDA", "x", 2020, retrieved="2025-02-01"), Citation("NHS", "y", 2021))
    assert Entry("a/b", "b", (), sources).retrieved == "2025-02-01"
    assert Entry("a/c", "c", ()).retrieved == ""


def test_a_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="a/b: 1 cells, not 2"):
        ReferenceTable("a", "A", "", "What", ("one", "two"), (Entry("a/b", "b", ("x",)),))
