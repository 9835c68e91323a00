import gzip
import os
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


@pytest.mark.parametrize("cut", [40, None])
def test_damaged_gzip_is_one_clear_line(tmp_path: Path, cut: int | None) -> None:
    raw = gzip.compress(b"line\n" * 5000)[:cut] if cut else b"not gzip at all"
    (tmp_path / "in.jsonl.gz").write_bytes(raw)
    with (
        pytest.raises(SetupError, match="damaged gzip"),
        reading(str(tmp_path / "in.jsonl.gz")) as x,
    ):
        list(x)


def test_a_device_stays_a_device(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with writing(str(pipe)) as sink:
        sink.write("through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo()
