import json

from pipeline.io.terms import openfda


def test_products_become_brands_of_their_ingredient(release, read) -> None:
    records, skipped = read(openfda.read_ndc, release("openfda-ndc"))
    one = records["unii:ZZ99ZZ99Z1"]
    assert (one.name, one.forms, one.brands) == ("zelvatine", ("zelvatine",), ("Zelvara",))
    assert one.codes == (("unii", "ZZ99ZZ99Z1"),)
    assert skipped == {"an allergen for testing": 1, "without ingredients": 1}


def test_a_brand_that_repeats_the_ingredient_is_none(release) -> None:
    found = list(openfda.read_ndc(release("openfda-ndc"), __import__("collections").Counter()))
    assert [r.brands for r in found if r.name == "zelvatine"] == [("Zelvara",), ()]


def test_combinations_are_named_by_their_parts(release, read) -> None:
    both = read(openfda.read_ndc, release("openfda-ndc"))[0]["openfda:corbamide-and-zelvatine"]
    assert both.forms == ("corbamide and zelvatine", "corbamide/zelvatine")
    assert both.brands == ("Zelcorb",)
    assert both.codes == ()


def test_labels_tell_the_same(release, read) -> None:
    records, skipped = read(openfda.read_label, release("openfda-label"))
    assert records["unii:ZZ99ZZ99Z1"].brands == ("Zelvara",)
    assert skipped == {"without ingredients": 2}


def test_anything_may_stand_in_a_result(tmp_path, read) -> None:
    rows = [{"active_ingredients": value, "openfda": value, "brand_name": value}
            for value in (None, 3, "x", [3], [None], [[]], {}, [{"name": 4}], [{"name": " "}])]  # fmt: skip
    file = tmp_path / "f.json"
    file.write_text(json.dumps({"results": rows}))
    for reader in (openfda.read_ndc, openfda.read_label):
        assert read(reader, [file]) == ({}, {"without ingredients": len(rows)})
