from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.terms import rxnorm


def test_ingredients_with_their_brands_and_codes(release, read) -> None:
    records, skipped = read(rxnorm.read, release("rxnorm"))
    assert list(records) == ["rxcui:9001", "rxcui:9002", "rxcui:9004", "rxcui:9005", "rxcui:9010"]
    one = records["rxcui:9001"]
    assert (one.label, one.name, one.forms, one.brands) == (
        "DRUG", "zelvatine", ("zelvatine",), ("Zelvara",),
    )  # fmt: skip
    assert one.codes == (("rxcui", "9001"), ("atc", "N09XX02"))
    assert skipped == {
        "of another source than RxNorm itself": 1,
        "suppressed": 1,
        "neither ingredient nor brand": 1,
        "not English": 1,
    }


def test_a_brand_of_a_combination_is_no_brand_of_its_parts(release, read) -> None:
    records, _ = read(rxnorm.read, release("rxnorm"))
    assert records["rxcui:9005"].brands == ("Zelcorb",)
    assert records["rxcui:9004"].brands == ()


def test_a_brand_without_an_ingredient_stands_for_itself(release, read) -> None:
    lone = read(rxnorm.read, release("rxnorm"))[0]["rxcui:9010"]
    assert (lone.forms, lone.brands) == ((), ("Loneplex",))


def test_a_brand_of_several_single_ingredients_stands_for_itself(release, read) -> None:
    files = release("rxnorm")
    rel = next(f for f in files if f.name == "RXNREL.RRF")
    rows = rel.read_text().splitlines(keepends=True)
    rel.write_text("".join(row for row in rows if not row.startswith("9005|")))
    records, _ = read(rxnorm.read, files)
    assert records["rxcui:9006"].brands == ("Zelcorb",)


def test_a_suppressed_code_is_not_taken(release, read) -> None:
    records, _ = read(rxnorm.read, release("rxnorm"))
    assert records["rxcui:9004"].codes == (("rxcui", "9004"),)


def test_a_code_may_stand_among_the_names(release, read) -> None:
    files = release("rxnorm")
    with files[0].open("a") as conso:
        conso.write("9004|ENG||||||70012||||ATC|RXN_IN|C09XY01|corbamide||N||\n")
    records, skipped = read(rxnorm.read, files)
    assert records["rxcui:9004"].codes == (("rxcui", "9004"), ("atc", "C09XY01"))
    assert skipped["of another source than RxNorm itself"] == 1


def test_relations_and_codes_are_found_beside_the_names(release, read) -> None:
    files = release("rxnorm")
    alone = [file for file in files if file.name == "RXNCONSO.RRF"]
    assert read(rxnorm.read, alone)[0] == read(rxnorm.read, files)[0]


def test_names_alone_do(release, read, tmp_path: Path) -> None:
    conso = release("rxnorm")[0]
    other = tmp_path / "RXNCONSO.RRF"
    other.write_bytes(conso.read_bytes())
    records, _ = read(rxnorm.read, [other])
    assert records["rxcui:9001"].codes == (("rxcui", "9001"),)
    assert records["rxcui:9003"].brands == ("Zelvara",)


def test_a_torn_row_is_named_by_its_line(release: Callable[[str], list[Path]], read) -> None:
    files = release("rxnorm")
    rows = files[0].read_text().splitlines()
    rows[4] = rows[4].rstrip("|")
    files[0].write_text("\n".join(rows) + "\n")
    with pytest.raises(SetupError, match=r"RXNCONSO\.RRF:5: .* damaged"):
        read(rxnorm.read, files)


def test_the_file_of_names_has_to_be_named(release, read) -> None:
    with pytest.raises(SetupError, match=r"expected a file called RXNCONSO\.RRF"):
        read(rxnorm.read, [f for f in release("rxnorm") if f.name == "RXNSAT.RRF"])
