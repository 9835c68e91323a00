import gzip
from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.streams import reading, writing


@pytest.mark.parametrize("name", ["in.jsonl", "in.jsonl.gz"])
def test_reads_plain_and_gzipped_lines(tmp_path: Path, name: str) -> None:
    raw = "one\ntwo é\n".encode()
    (tmp_path / name).write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    with reading(str(tmp_path / name)) as lines:
        assert list(lines) == ["one\n", "two é\n"]


def test_names_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="cannot read"), reading(str(tmp_path / "none")):
        pytest.fail("it was opened")


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    place = tmp_path / "out.jsonl"
    with writing(str(place)) as sink:
        sink.write("half")
        assert not place.exists()
    assert place.read_text() == "half"


def interrupted(place: Path) -> None:
    with writing(str(place)) as sink:
        sink.write("half")
        raise KeyboardInterrupt


def test_an_interrupted_write_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "out.jsonl")
    assert list(tmp_path.iterdir()) == []
