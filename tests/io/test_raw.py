"""Files on disk: what is read, what is set aside, and that the reason says why."""

from __future__ import annotations

import gzip
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.errors import PageError, SetupError
from pipeline.io.listing import PageFile, find_pages, list_folder
from pipeline.io.raw import read_page
from pipeline.model.document import Format, page_id

WORDS = "A warm bath before bed helps many people to fall asleep.\n"


@dataclass(frozen=True)
class Limits:
    max_bytes: int = 100_000


def read(root: Path, limits: Limits = Limits()):
    (page,) = find_pages(root)
    return read_page(page, limits)


def reason(root: Path, limits: Limits = Limits()) -> str:
    with pytest.raises(PageError) as caught:
        read(root, limits)
    assert caught.value.stage == "ingest"
    return caught.value.reason


def test_every_kind_is_found_whatever_its_case(tmp_path: Path) -> None:
    names = ["a.txt", "b.MD", "c.html", "d.Htm", "e.xhtml", "f.TXT.GZ", "g.html.gz"]
    for name in names:
        (tmp_path / name).write_text(WORDS)
    found = find_pages(tmp_path)
    assert [p.path for p in found] == names
    html = Format.HTML
    kinds = [Format.TEXT, Format.MARKDOWN, html, html, html, Format.TEXT, html]
    assert [p.format for p in found] == kinds
    assert [p.gzipped for p in found] == [False] * 5 + [True] * 2


def test_order_is_that_of_the_bytes_of_the_path(tmp_path: Path) -> None:
    names = ["b.txt", "B.txt", "a/z.txt", "a-.txt", "ä.txt", "a.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WORDS)
    found = [p.path for p in find_pages(tmp_path)]
    assert found == sorted(names, key=str.encode)


def test_other_files_are_listed_with_a_reason_and_dot_files_counted(tmp_path: Path) -> None:
    for name in ("page.txt", "picture.png", ".gitkeep", ".DS_Store", "README.md", "sub.csv"):
        (tmp_path / name).write_text(WORDS)
    listing = list_folder(tmp_path)
    assert {p.path: bool(p.reason) for p in listing.pages} == {
        "README.md": False, "page.txt": False, "picture.png": True, "sub.csv": True,
    }  # fmt: skip
    assert listing.hidden == 2
    with pytest.raises(PageError, match="not a kind of file"):
        read_page(listing.pages[2], Limits())


def test_same_name_in_different_folders_are_different_pages(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(WORDS)
    first, second = (read_page(p, Limits()) for p in find_pages(tmp_path))
    assert first.id != second.id
    assert first.source.sha256 == second.source.sha256


@pytest.mark.parametrize("name", ["a b.txt", "a\nb.txt", "🤒.txt", "--help.txt", "a'\"$(x).txt"])
def test_strange_names_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(WORDS)
    page = read(tmp_path)
    assert page.source.path == name
    assert page.id == page_id(name)
    assert page.content == WORDS


def test_a_name_that_is_no_unicode_is_written_readably(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/bad\xff.txt"
    try:
        Path(os.fsdecode(raw)).write_text(WORDS)
    except OSError:
        pytest.skip("the file system refuses such names")
    page = read(tmp_path)
    assert page.source.path == "bad\\xff.txt"
    page.source.path.encode("utf-8")


def test_links_out_of_the_folder_and_loops_are_set_aside(tmp_path: Path) -> None:
    root = tmp_path / "raw"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("not for you")
    (root / "page.txt").write_text(WORDS)
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "up").symlink_to(tmp_path)
    (root / "sub" / "loop").symlink_to(root)
    (root / "self.txt").symlink_to(root / "self.txt")
    (root / "nowhere.txt").symlink_to(root / "gone.txt")
    (root / "alias.txt").symlink_to(root / "page.txt")
    reasons = {p.path: p.reason for p in find_pages(root)}
    assert reasons.pop("alias.txt") == reasons.pop("page.txt") == ""
    assert reasons.pop("out.txt") == reasons.pop("up") == "a link that leads out of the folder"
    assert reasons.pop("nowhere.txt") == "a link that leads nowhere"
    assert all(reasons.values())
    assert set(reasons) == {"self.txt", "sub/loop"}


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path) == "not a regular file"
    page = PageFile("pipe.txt", tmp_path / "pipe.txt")
    with pytest.raises(PageError, match="not a regular file"):
        read_page(page, Limits())


def test_missing_folder_is_trouble_with_the_set_up(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="cannot be read"):
        find_pages(tmp_path / "nowhere")


def test_one_file_is_a_folder_of_one_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(WORDS)
    (tmp_path / "page.meta.json").write_text('{"title": "Sleep"}')
    page = read(tmp_path / "page.txt")
    assert (page.source.path, page.source.metadata.title) == ("page.txt", "Sleep")


def test_empty_and_blank(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(b"")
    assert reason(tmp_path) == "empty"
    file.write_bytes(b" \r\n\t\n\xc2\xa0")
    assert reason(tmp_path) == "only white space"


def test_vanished(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(WORDS)
    (page,) = find_pages(tmp_path)
    page.file.unlink()
    with pytest.raises(PageError, match="vanished"):
        read_page(page, Limits())


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.txt").write_text(WORDS)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert reason(tmp_path) == "cannot be read: permission denied"


def test_too_large_a_line_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "page.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"x" * 1_000_000)
    assert "too large: 50,000,000 bytes" in reason(tmp_path, Limits(20_000_000))


def test_gzip_is_unpacked_all_members_of_it(tmp_path: Path) -> None:
    (tmp_path / "page.txt.gz").write_bytes(gzip.compress(b"one ") + gzip.compress(b"two"))
    page = read(tmp_path)
    assert page.content == "one two"
    assert page.source.notes == ()


def test_gzip_bomb_stops_at_the_cap(tmp_path: Path) -> None:
    (tmp_path / "page.txt.gz").write_bytes(gzip.compress(b"x" * 30_000_000))
    assert reason(tmp_path) == "too large: unpacks to more than 100,000 bytes"


@pytest.mark.parametrize("keep", [12, 40, 70])
def test_truncated_gzip(tmp_path: Path, keep: int) -> None:
    packed = gzip.compress((WORDS * 3).encode() + os.urandom(60))
    (tmp_path / "page.txt.gz").write_bytes(packed[:keep])
    assert reason(tmp_path) == "truncated gzip data"


def test_damaged_gzip(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(WORDS.encode()))
    packed[-6] ^= 0xFF
    (tmp_path / "page.txt.gz").write_bytes(bytes(packed))
    assert reason(tmp_path) == "damaged gzip data"


def test_names_that_lie_about_compression(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(gzip.compress(WORDS.encode()))
    (tmp_path / "b.txt.gz").write_text(WORDS)
    pages = [read_page(p, Limits()) for p in find_pages(tmp_path)]
    assert [p.content for p in pages] == [WORDS, WORDS]
    assert "compressed" in pages[0].source.notes[0]
    assert "not compressed" in pages[1].source.notes[0]


def test_line_ends_stay_as_given(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"one\r\ntwo\rthree\n")
    assert read(tmp_path).content == "one\r\ntwo\rthree\n"


def test_folder_named_like_a_host_is_the_site(tmp_path: Path) -> None:
    for folder in ("clinic.example", "new"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(WORDS)
    sites = [read_page(p, Limits()).source.metadata.site for p in find_pages(tmp_path)]
    assert sites == ["clinic.example", None]
