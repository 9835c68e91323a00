import zipfile
from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.terms import files


def test_lines_are_numbered_and_without_their_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\xff\nthree")
    assert list(files.lines(path)) == [(1, "one"), (2, "two\ufffd"), (3, "three")]


def test_a_line_without_an_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"short\n" + b"x" * (files.LONGEST_LINE + 5))
    with pytest.raises(SetupError, match=r"a\.txt:2: a line of more than"):
        list(files.lines(path))


def test_a_zip_of_several_files_is_not_guessed_at(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.txt", "1")
        archive.writestr("two.txt", "2")
    with pytest.raises(SetupError, match="holds 2 files"):
        list(files.lines(path))


def test_what_only_ends_like_an_archive_is_refused(tmp_path: Path) -> None:
    for name in ("a.zip", "a.gz"):
        (tmp_path / name).write_text("plain")
        with pytest.raises(SetupError, match="damaged"):
            list(files.lines(tmp_path / name))


def test_files_are_known_by_their_name_however_packed(tmp_path: Path) -> None:
    packed = tmp_path / "RXNREL.RRF.gz"
    packed.touch()
    assert files.base(packed) == "RXNREL.RRF"
    assert files.beside(tmp_path / "RXNCONSO.RRF", "RXNREL.RRF") == packed
    assert files.beside(tmp_path / "RXNCONSO.RRF", "RXNSAT.RRF") is None
    assert files.only([packed], "RXNREL.RRF") == packed


def test_a_refusal_shows_no_more_than_a_line() -> None:
    told = str(files.wrong(Path("f"), "this", "x" * 500))
    assert len(told) < 120
    assert "found nothing" in str(files.wrong(Path("f"), "this", ""))
