"""What holds for every format: packed or not, of another format, damaged, cut off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import SetupError
from pipeline.io.terms.releases import FORMATS

SAMPLES = Path(__file__).parent / "samples"
READ_HERE = [form for form in FORMATS.values() if form.reader]
MAIN = {"rxnorm": "RXNCONSO.RRF", "umls": "MRCONSO.RRF", "dmd": "f_vtm2_3010199.xml"}
"""The file that an import of several begins with."""

EXPECTED = {
    "rxnorm": "RXCUI|LAT|TS",
    "umls": "CUI|LAT|TS",
    "mesh": "<DescriptorRecordSet>",
    "icd10cm": "order file",
    "drugbank": "DrugBank ID,Accession Numbers",
    "atc": "atc_code",
    "openfda-ndc": '"results": [',
    "openfda-label": '"results": [',
    "dmd": "<VIRTUAL_THERAPEUTIC_MOIETIES>",
}


def main_file(form: str, files: list[Path]) -> Path:
    return next((f for f in files if f.name == MAIN.get(form)), files[0])


def ids(form: str, files: list[Path]) -> list[str]:
    reader = FORMATS[form].reader
    assert reader is not None
    return [record.id for record in reader(files, Counter())]


def test_every_format_says_what_it_is_and_on_what_terms() -> None:
    for form in FORMATS.values():
        assert form.title
        assert form.files
        assert form.licence
        assert form.link.startswith("https://") or form.name == "tsv"


@pytest.mark.parametrize("form", [f.name for f in READ_HERE])
@pytest.mark.parametrize("packing", ["gzipped", "zipped"])
def test_packed_files_read_as_plain_ones(
    form: str, packing: str, release: Callable[[str], list[Path]], request: pytest.FixtureRequest
) -> None:
    files = release(form)
    plain = ids(form, files)
    assert plain
    pack = request.getfixturevalue(packing)
    assert ids(form, [pack(file) for file in files]) == plain


@pytest.mark.parametrize("form", [f.name for f in READ_HERE])
@pytest.mark.parametrize(
    "content", ["<html><p>sign in</p></html>\n", "a;b;c\n1;2;3\n", "", "{}", "\0"]
)
def test_another_format_is_refused_with_what_was_expected(
    form: str, content: str, release: Callable[[str], list[Path]]
) -> None:
    files = release(form)
    spoiled = main_file(form, files)
    spoiled.write_text(content)
    if form in ("rxnorm", "umls", "icd10cm") and not content:
        assert ids(form, files) == []  # no header to miss: the import itself refuses what is empty
        return
    with pytest.raises(SetupError) as refusal:
        ids(form, files)
    told = str(refusal.value)
    assert spoiled.name in told
    assert EXPECTED[form] in told
    assert "\n" not in told
    assert content[:5].strip("\0") in told


@pytest.mark.parametrize("form", [f.name for f in READ_HERE])
def test_a_file_cut_off_in_the_middle_of_a_row_is_refused(
    form: str, release: Callable[[str], list[Path]]
) -> None:
    files = release(form)
    torn = main_file(form, files)
    content = torn.read_bytes().rstrip()
    cut = {"atc": b"CORB", "drugbank": b"recombinant", "icd10cm": b"Morrow fracture, init"}
    end = content.index(cut[form]) + 2 if form in cut else len(content) - 3
    torn.write_bytes(content[:end])
    with pytest.raises(SetupError) as refusal:
        ids(form, files)
    assert str(torn) in str(refusal.value)
    assert "damaged" in str(refusal.value)


@pytest.mark.parametrize("form", [f.name for f in READ_HERE])
def test_a_damaged_archive_is_refused(
    form: str, release: Callable[[str], list[Path]], gzipped: Callable[[Path], Path]
) -> None:
    files = release(form)
    name = main_file(form, files)
    packed = gzipped(name)
    packed.write_bytes(packed.read_bytes()[:-12])
    with pytest.raises(SetupError, match="damaged"):
        ids(form, [packed if file == name else file for file in files])


@pytest.mark.parametrize("form", [f.name for f in READ_HERE])
def test_a_missing_file_is_one_line(form: str, release: Callable[[str], list[Path]]) -> None:
    files = release(form)
    main_file(form, files).unlink()
    with pytest.raises(SetupError, match="cannot read") as refusal:
        ids(form, files)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("form", ["atc", "drugbank", "icd10cm", "openfda-ndc", "umls"])
def test_the_first_record_is_there_before_the_last_row_is_read(
    form: str, release: Callable[[str], list[Path]]
) -> None:
    files = release(form)
    torn = main_file(form, files)
    torn.write_bytes(torn.read_bytes().rstrip().rstrip(b"]} \n") + b'\n"torn')
    reader = FORMATS[form].reader
    assert reader is not None
    records = reader(files, Counter())
    next(records)
    with pytest.raises(SetupError, match="damaged"):
        list(records)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([f.name for f in READ_HERE]), st.data())
def test_a_spoiled_file_is_read_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, form: str, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp(form)
    files = [folder / file.name for file in sorted((SAMPLES / form).iterdir())]
    for file in files:
        file.write_bytes((SAMPLES / form / file.name).read_bytes())
    spoiled = data.draw(st.sampled_from(files))
    content = spoiled.read_bytes()
    at, length = data.draw(st.integers(0, len(content))), data.draw(st.integers(0, 40))
    noise = data.draw(
        st.binary(max_size=20) | st.sampled_from([b'"', b"|", b"<a>", b"\n", b"null"])
    )
    spoiled.write_bytes(content[:at] + noise + content[at + length :])
    try:
        found = ids(form, files)
    except SetupError as refusal:
        told = str(refusal)
    else:
        told = " ".join(found)
    assert "\n" not in told
