from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.terms import mesh


def test_descriptors_get_labels_from_their_trees(release, read) -> None:
    records, skipped = read(mesh.read, release("mesh"))
    assert {key: r.label for key, r in records.items()} == {
        "mesh:D990001": "SYMPTOM",  # a disease and a sign
        "mesh:D990002": "DRUG",  # a protein that acts
        "mesh:D990004": "CONDITION",
        "mesh:D990006": "DRUG",
        "mesh:C990001": "DRUG",  # maps to one
        "mesh:C990003": "CONDITION",
    }
    # an idle protein, a disease of animals, what maps to the idle protein, a virus
    assert skipped == {"in a tree or class without a label here": 4}


def test_names_are_turned_and_permuted_ones_left_out(release, read) -> None:
    ache = read(mesh.read, release("mesh"))[0]["mesh:D990001"]
    assert ache.name == "Ache, Glimmer"
    assert ache.forms == ("Ache, Glimmer", "Glimmer Aches", "Glimmer Ache")
    assert ache.codes == (("mesh", "D990001"),)


def test_trade_names_are_brands(release, read) -> None:
    drug = read(mesh.read, release("mesh"))[0]["mesh:D990002"]
    assert (drug.forms, drug.brands) == (("Zelvatine", "Zelvatinic Acid"), ("zelvara",))


def test_the_order_of_files_does_not_matter(release, read) -> None:
    files = release("mesh")
    assert read(mesh.read, files) == read(mesh.read, files[::-1])


def test_supplementary_records_alone_need_an_action_of_their_own(release, read) -> None:
    supplementary = [f for f in release("mesh") if f.name.startswith("supp")]
    assert list(read(mesh.read, supplementary)[0]) == ["mesh:C990003"]


def test_damage_is_named_by_its_line(release, read) -> None:
    desc: Path = release("mesh")[0]
    rows = desc.read_text().splitlines()
    rows[5] = rows[5].replace("</String>", "")
    desc.write_text("\n".join(rows))
    with pytest.raises(SetupError, match=r"desc2099\.xml:\d+: damaged XML"):
        read(mesh.read, [desc])


def test_entities_are_not_expanded(tmp_path: Path, read) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    desc = tmp_path / "desc.xml"
    desc.write_text(
        f'<!DOCTYPE DescriptorRecordSet [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<DescriptorRecordSet><DescriptorRecord><DescriptorUI>D990001</DescriptorUI>"
        "<DescriptorName><String>ache &x;</String></DescriptorName><TreeNumberList>"
        "<TreeNumber>C23.888.1</TreeNumber></TreeNumberList></DescriptorRecord>"
        "</DescriptorRecordSet>"
    )
    assert "hidden" not in repr(read(mesh.read, [desc]))
