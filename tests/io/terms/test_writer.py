from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.terms import schema
from pipeline.io.terms.lookup import TermIndex
from pipeline.io.terms.record import Record
from pipeline.io.terms.schema import Release, reading, releases
from pipeline.io.terms.writer import Name, replacing
from pipeline.model.terms import Trust


def write(index: Path, release: str, *records: Record) -> Release:
    known = Release(release, "tsv", 0, ("own.tsv",), "CC0", "docs/terms.md")
    with replacing(index, known) as writer:
        for record in records:
            writer.add(record, [Name(form, form, Trust.ANY) for form in record.forms])
        return writer.close({})


def drug(key: str, *forms: str, codes: tuple[tuple[str, str], ...] = ()) -> Record:
    return Record(key, "DRUG", forms[0], forms, codes=codes)


def known(index: Path, phrase: str) -> list[tuple[str, str]]:
    opened = TermIndex(index)
    try:
        return [(term.concept.source, term.concept.id) for term in opened.terms(phrase)]
    finally:
        opened.close()


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "terms" / "terms.sqlite"


def test_importing_again_replaces_and_leaves_the_others(index: Path) -> None:
    write(index, "a", drug("x:1", "zelvatine"))
    write(index, "b", drug("x:1", "zelvatine"), drug("x:2", "corbamide"))
    write(index, "a", drug("x:3", "moonlet"))
    assert known(index, "zelvatine") == [("b", "x:1")]
    assert known(index, "moonlet") == [("a", "x:3")]
    assert known(index, "corbamide") == [("b", "x:2")]


def test_nothing_of_a_replaced_release_stays(index: Path) -> None:
    write(index, "a", drug("x:1", "zelvatine", codes=(("atc", "N09XX02"),)))
    write(index, "b", drug("x:2", "corbamide", codes=(("atc", "N09XX03"),)))
    write(index, "a", drug("x:3", "moonlet", codes=(("atc", "N09XX04"),)))
    with reading(index) as connection:
        held = {row[0] for row in connection.execute("SELECT code FROM code")}
        lost = "SELECT count(*) FROM code WHERE concept NOT IN (SELECT id FROM concept)"
        assert connection.execute(lost).fetchone() == (0,)
    assert held == {"N09XX03", "N09XX04"}


def test_the_digest_of_a_release_is_that_of_names_codes_and_trust(index: Path) -> None:
    made = [
        write(index, "a", drug("x:1", "zelvatine")),
        write(index, "a", drug("x:1", "zelvatine", "zelvatin")),
        write(index, "a", drug("x:1", "zelvatine", codes=(("atc", "N09XX02"),))),
    ]
    assert len({release.digest for release in made}) == len(made)
    assert write(index, "a", drug("x:1", "zelvatine")).digest == made[0].digest


def test_records_of_one_id_are_joined(index: Path) -> None:
    first, second = (("rxcui", "1"),), (("rxcui", "1"), ("atc", "N09XX02"))
    made = write(
        index,
        "a",
        drug("x:1", "zelvatine", codes=first),
        drug("x:1", "zelvatine", "zelvatin", codes=second),
    )
    assert (made.concepts, made.terms) == (1, 2)
    opened = TermIndex(index)
    assert opened.terms("zelvatin")[0].concept.codes == second
    opened.close()


@pytest.mark.parametrize("trouble", [RuntimeError("stop"), SetupError("row 7 is damaged")])
def test_an_import_that_breaks_off_leaves_the_index_as_it_was(
    index: Path, trouble: Exception
) -> None:
    write(index, "a", drug("x:1", "zelvatine"))
    before = index.read_bytes()

    def break_off() -> None:
        with replacing(index, Release("b", "tsv", 0, (), "", "")) as writer:
            writer.add(drug("x:2", "corbamide"), [Name("corbamide", "corbamide", Trust.ANY)])
            raise trouble

    with pytest.raises(type(trouble)):
        break_off()
    assert index.read_bytes() == before
    assert sorted(file.name for file in index.parent.iterdir()) == [".lock", "terms.sqlite"]


def test_a_release_without_a_usable_name_is_refused(index: Path) -> None:
    with (
        pytest.raises(SetupError, match=r"own\.tsv: no name that can be used \(3 not English\)"),
        replacing(index, Release("b", "tsv", 0, ("own.tsv",), "", "")) as writer,
    ):
        writer.close({"not English": 3})
    assert not index.exists()


def test_a_part_left_by_a_kill_does_no_harm(index: Path) -> None:
    write(index, "a", drug("x:1", "zelvatine"))
    index.with_name("terms.sqlite.part").write_text("half")
    write(index, "b", drug("x:2", "corbamide"))
    assert known(index, "zelvatine") == [("a", "x:1")]


def test_an_index_of_another_version_is_not_added_to(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(index, "a", drug("x:1", "zelvatine"))
    before = index.read_bytes()
    monkeypatch.setattr(schema, "folding", lambda: "other")
    with pytest.raises(SetupError, match="another version"):
        write(index, "b", drug("x:2", "corbamide"))
    assert index.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SetupError, match="cannot write"):
        write(tmp_path / "file" / "terms.sqlite", "a", drug("x:1", "zelvatine"))


HOSTILE = "x'); DROP TABLE term; --"


def test_no_word_is_taken_for_a_command(index: Path) -> None:
    nasty = Record(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), codes=((HOSTILE, HOSTILE),))
    write(index, HOSTILE, nasty)
    write(index, 'b"', drug("x:2", "corbamide"))
    assert known(index, HOSTILE) == [(HOSTILE, HOSTILE)]
    with reading(index) as connection:
        assert [one.name for one in releases(connection)] == ['b"', HOSTILE]
