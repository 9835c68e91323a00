import pytest

from pipeline.errors import SetupError
from pipeline.io.terms import drugbank


def test_names_synonyms_and_codes(release, read) -> None:
    records, skipped = read(drugbank.read, release("drugbank"))
    one = records["drugbank:DB99001"]
    assert one.forms == ("Zelvatine", "Zelvatinum", "Zelvatine, recombinant", "acide zelvatinique")
    assert one.codes == (("drugbank", "DB99001"), ("unii", "ZZ99ZZ99Z1"))
    assert records["drugbank:DB99002"].codes == (("drugbank", "DB99002"),)
    assert skipped == {"without an id or a name": 1}


def test_a_row_of_other_columns_is_named_by_its_line(release, read) -> None:
    (table,) = release("drugbank")
    table.write_text(table.read_text().replace("Corbamide,,,,", "Corbamide,,,"))
    with pytest.raises(SetupError, match=r"vocabulary\.csv:3: 6 columns, not 7: damaged"):
        read(drugbank.read, [table])
