import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.atomic import PART, locked, write_bytes


def test_writes_and_says_whether_it_changed(tmp_path: Path) -> None:
    place = tmp_path / "new" / "file.txt"
    assert write_bytes(place, b"one")
    assert not write_bytes(place, b"one")
    assert write_bytes(place, b"two")
    assert place.read_bytes() == b"two"
    assert [p.name for p in place.parent.iterdir()] == ["file.txt"]


def test_a_full_disk_leaves_the_old_file_and_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "file.txt"
    write_bytes(place, b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SetupError, match="the disk is full; free some space"):
        write_bytes(place, b"new", durable=True)
    assert place.read_bytes() == b"old"
    assert not place.with_name(place.name + PART).exists()


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file.txt").mkdir()
    with pytest.raises(SetupError, match=r"file\.txt.*move it away"):
        write_bytes(tmp_path / "file.txt", b"x")


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("x")
    with pytest.raises(SetupError, match="cannot write"):
        write_bytes(tmp_path / "reports" / "index.html", b"x")


def test_a_second_run_on_the_same_folder_is_told_so(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from pipeline.io.atomic import locked\n"
        "with locked(Path(sys.argv[1])): pass"
    )
    with locked(tmp_path):
        other = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
        )
    assert "another run is writing" in other.stderr
    with locked(tmp_path):
        pass  # free again
