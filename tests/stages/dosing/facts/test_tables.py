import pytest

from pipeline.stages.dosing.facts.tables import read_table


def test_rows_by_column_without_comments_and_blank_lines() -> None:
    rows = list(read_table(["# said by hand", "a\tb", "", "1\t2\n", "3\t"]))
    assert rows == [{"a": "1", "b": "2"}, {"a": "3", "b": ""}]


def test_a_row_of_another_width_is_refused_with_its_line() -> None:
    with pytest.raises(ValueError, match="line 3: 1 cells, expected 2"):
        list(read_table(["a\tb", "1\t2", "3"]))
