from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.terms import umls


def file(files: list[Path], name: str) -> Path:
    return next(f for f in files if f.name == name)


def test_concepts_get_labels_from_their_types(release, read) -> None:
    records, skipped = read(umls.read, release("umls"))
    assert {key: r.label for key, r in records.items()} == {
        "umls:C9000001": "SYMPTOM",
        "umls:C9000002": "DRUG",
        "umls:C9000004": "CONDITION",
        "umls:C9000005": "CONDITION",
    }
    assert skipped == {
        "permuted": 1,
        "not English": 1,
        "suppressed": 1,
        "of a semantic type without a label here": 1,
    }


def test_names_and_codes_of_all_sources_come_together(release, read) -> None:
    records, _ = read(umls.read, release("umls"))
    ache, drug = records["umls:C9000001"], records["umls:C9000002"]
    assert (ache.name, ache.forms) == ("Glimmer ache", ("Glimmer ache", "Ache, Glimmer"))
    assert ache.codes == (("umls", "C9000001"), ("mesh", "D990001"))
    assert drug.name == "Zelvatine"  # the name that the Metathesaurus prefers
    assert drug.codes == (("umls", "C9000002"), ("rxcui", "9001"))


def test_words_of_the_vocabulary_are_taken_off(release, read) -> None:
    morrow = read(umls.read, release("umls"))[0]["umls:C9000005"]
    assert morrow.name == "Morrow disease"
    assert "Morrow disease" in morrow.forms


def test_concepts_out_of_order_are_refused(release, read) -> None:
    files = release("umls")
    conso = file(files, "MRCONSO.RRF")
    rows = conso.read_text().splitlines()
    conso.write_text("\n".join([*rows[4:], *rows[:4]]) + "\n")
    with pytest.raises(SetupError, match="C9000001 after C9000005: not sorted"):
        read(umls.read, files)


def test_types_have_to_lie_beside_the_names(release, read) -> None:
    files = release("umls")
    file(files, "MRSTY.RRF").unlink()
    with pytest.raises(SetupError, match=r"MRSTY\.RRF has to lie beside it"):
        read(umls.read, [file(files, "MRCONSO.RRF")])


def test_rxnorm_names_are_no_umls_names(release, read, tmp_path: Path) -> None:
    conso = tmp_path / "MRCONSO.RRF"
    conso.write_bytes(file(release("rxnorm"), "RXNCONSO.RRF").read_bytes())
    (tmp_path / "MRSTY.RRF").write_bytes(file(release("umls"), "MRSTY.RRF").read_bytes())
    with pytest.raises(SetupError, match="expected concepts like C0000005; found '9001'"):
        read(umls.read, [conso])


def test_every_type_stands_for_one_label() -> None:
    assert len(umls.LABELS) == sum(len(types.split()) for types in umls._TYPES.values())
