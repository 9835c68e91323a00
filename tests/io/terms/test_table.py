import pytest

from pipeline.errors import SetupError
from pipeline.io.terms.table import rows


def test_rows_are_numbered_and_blank_ones_left_out(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n\n"1,5",2\n,\n3,4\n')
    assert list(rows(path)) == [(1, ["a", "b"]), (3, ["1,5", "2"]), (5, ["3", "4"])]


@pytest.mark.parametrize("text", ["a,b\n1\n", "a,b\n1,2,3\n", 'a,b\n"1"2,3\n', 'a,b\n1,"2'])
def test_what_shifts_the_columns_is_damage(text: str, tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text)
    with pytest.raises(SetupError, match=r"a\.csv:2: .*damaged"):
        list(rows(path))
