import pytest

from pipeline.errors import SetupError
from pipeline.io.terms.rrf import rows


def test_rows_by_column(tmp_path) -> None:
    path = tmp_path / "A.RRF"
    path.write_text("1|two|\n2||\n")
    assert list(rows(path, "ID NAME")) == [{"ID": "1", "NAME": "two"}, {"ID": "2", "NAME": ""}]


def test_a_later_row_of_other_columns_is_damage_not_another_format(tmp_path) -> None:
    path = tmp_path / "A.RRF"
    path.write_text("1|two|\n2|\n")
    with pytest.raises(SetupError, match=r"A\.RRF:2: 1 columns, not 2: damaged"):
        list(rows(path, "ID NAME"))
    path.write_text("1|two\n")
    with pytest.raises(SetupError, match=r"expected rows of ID\|NAME\|; found '1\|two'"):
        list(rows(path, "ID NAME"))
