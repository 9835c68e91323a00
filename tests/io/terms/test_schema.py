import sqlite3
from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.terms import schema
from pipeline.io.terms.record import Record
from pipeline.io.terms.schema import Release, check_index, connect, digest, reading, releases
from pipeline.io.terms.writer import Name, replacing
from pipeline.model.terms import Trust


def make(index: Path, name: str = "one", rank: int = 0, word: str = "zelvatine") -> Release:
    release = Release(name, "tsv", rank, ("own.tsv",), "CC0", "docs/terms.md")
    with replacing(index, release) as writer:
        writer.add(Record("x:1", "DRUG", word), [Name(word, word, Trust.ANY)])
        return writer.close({"not English": 2})


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "terms.sqlite"


def test_what_was_written_down_is_read_back(index: Path) -> None:
    made = make(index)
    with reading(index) as connection:
        assert releases(connection) == (made,)
    assert (made.concepts, made.terms, made.skipped) == (1, 1, {"not English": 2})


def test_the_most_trusted_release_comes_first(index: Path) -> None:
    for name, rank in (("c", 1), ("b", 2), ("a", 2)):
        make(index, name, rank)
    with reading(index) as connection:
        assert [one.name for one in releases(connection)] == ["c", "a", "b"]


def test_the_digest_follows_the_content_not_the_file(index: Path, tmp_path: Path) -> None:
    make(index, "a")
    make(index, "b", word="corbamide")
    other = tmp_path / "other.sqlite"
    make(other, "b", word="corbamide")
    assert digest(other) != digest(index)
    make(other, "a")
    assert digest(other) == digest(index)
    make(other, "a", word="zelvatin")
    assert digest(other) != digest(index)


def test_no_index_is_one_line(index: Path) -> None:
    with pytest.raises(SetupError, match="no such index of terms; clean-corpus terms import"):
        connect(index)


@pytest.mark.parametrize("content", [b"", b"plain text", b"SQLite format 3\0 and then nothing"])
def test_what_is_no_index_is_one_line(index: Path, content: bytes) -> None:
    index.write_bytes(content)
    with pytest.raises(SetupError, match="no index of terms") as refusal:
        connect(index)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", ["VERSION", "folding"])
def test_an_index_of_another_version_is_refused(
    index: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(index)
    monkeypatch.setattr(schema, name, {"VERSION": 2, "folding": lambda: "other"}[name])
    with pytest.raises(SetupError, match=r"another version .* import again"):
        connect(index)


@pytest.mark.parametrize("table", ["filter", "release", "concept", "code", "term"])
def test_an_index_without_a_table_is_refused(index: Path, table: str) -> None:
    make(index)
    with sqlite3.connect(index) as connection:
        connection.execute(f"DROP TABLE {table}")
    connection.close()
    with pytest.raises(SetupError, match=f"no index of terms .*{table}"):
        connect(index)


def test_an_index_is_opened_for_reading_only(index: Path) -> None:
    make(index)
    with reading(index) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM term")


def test_an_index_that_is_damaged_inside_is_found_out(index: Path) -> None:
    make(index)
    check_index(index)
    content = bytearray(index.read_bytes())
    last = len(content) - 4096
    content[last:] = b"\xff" * 4096
    index.write_bytes(content)
    with pytest.raises(SetupError, match=r"damaged|no index of terms"):
        check_index(index)
