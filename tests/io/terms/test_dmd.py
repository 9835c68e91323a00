import pytest

from pipeline.io.terms import dmd


def records_of(files):
    from collections import Counter

    skipped = Counter()
    return list(dmd.read(files, skipped)), skipped


def test_moieties_ingredients_and_brands(release) -> None:
    records, skipped = records_of(release("dmd"))
    assert [(r.id, r.name, r.forms, r.brands) for r in records] == [
        ("snomed:99000001", "Zelvatine", ("Zelvatine",), ()),
        ("snomed:99200001", "Zelvatine sodium", ("Zelvatine sodium",), ()),
        ("snomed:99000001", "Zelvatine", (), ("Zelvara",)),
        ("snomed:99000001", "Zelvatine", (), ("Moonlet",)),
    ]
    assert records[0].codes == (("snomed", "99000001"),)
    assert skipped == {
        "marked invalid": 1,
        "a product without a brand": 1,
        "a product without a moiety in these files": 1,
    }


def test_files_are_told_by_their_first_element(release) -> None:
    files = release("dmd")
    assert records_of(files) == records_of(files[::-1])


def test_moieties_alone_do(release) -> None:
    moieties = [file for file in release("dmd") if "vtm" in file.name]
    assert [r.id for r in records_of(moieties)[0]] == ["snomed:99000001"]


@pytest.mark.parametrize(
    ("name", "brand"),
    [
        ("Zelvara 20mg tablets", "Zelvara"),
        ("Zelvara Plus 20mg/5ml oral solution", "Zelvara Plus"),
        ("Moonlet soluble tablets", "Moonlet"),
        ("20mg tablets", ""),
    ],
)
def test_the_brand_stands_before_strength_and_form(name: str, brand: str) -> None:
    assert dmd._brand(name) == brand
