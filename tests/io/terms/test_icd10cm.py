import pytest

from pipeline.errors import SetupError
from pipeline.io.terms import icd10cm


def test_conditions_and_symptoms_with_pointed_codes(release, read) -> None:
    records, skipped = read(icd10cm.read, release("icd10cm"))
    assert {r.codes[0][1]: (r.label, r.name) for r in records.values()} == {
        "C99": ("CONDITION", "Morrow disease"),
        "C99.0": ("CONDITION", "Morrow disease of knee"),
        "C99.9": ("CONDITION", "Morrow disease, unspecified"),
        "R19.A1": ("SYMPTOM", "Glimmer (evening) ache"),
    }
    assert skipped == {
        "a remainder": 1,
        "of an encounter": 1,
        "a cause, a circumstance or a test result": 2,
    }


def test_names_are_as_people_say_them(release, read) -> None:
    records, _ = read(icd10cm.read, release("icd10cm"))
    assert records["icd10cm:C99.9"].forms == ("Morrow disease",)
    assert records["icd10cm:R19.A1"].forms == ("Glimmer (evening) ache", "Glimmer ache")


def test_a_line_out_of_its_columns_is_named(release, read) -> None:
    (order,) = release("icd10cm")
    rows = order.read_text().splitlines()
    rows[2] = rows[2][1:]
    order.write_text("\n".join(rows))
    with pytest.raises(SetupError, match=r"2099\.txt:3: damaged"):
        read(icd10cm.read, [order])
