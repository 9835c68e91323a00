from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.listing import find_pages
from pipeline.io.manifest import (
    JOURNAL,
    Folders,
    Manifest,
    hash_inputs,
    read_manifest,
    write_manifest,
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "clean", tmp_path / "reports")


def finish(folders: Folders, outputs: list[tuple[str, bytes]]) -> Manifest:
    written = folders.write(outputs, read_manifest(folders.reports))
    manifest = Manifest("code", {"a.txt": "1"}, written.hashes, {"emitted": 1})
    write_manifest(folders.reports, manifest)
    return manifest


def test_a_finished_run_is_read_back_and_intact(folders: Folders) -> None:
    manifest = finish(folders, [("clean/site/a.md", b"A"), ("reports/index.html", b"I")])
    assert read_manifest(folders.reports) == manifest
    assert folders.intact(manifest)


def test_a_changed_or_missing_output_is_noticed(folders: Folders) -> None:
    manifest = finish(folders, [("clean/site/a.md", b"A"), ("reports/index.html", b"I")])
    folders.place("clean/site/a.md").write_bytes(b"B")
    assert not folders.intact(manifest)
    folders.place("clean/site/a.md").unlink()
    assert not folders.intact(manifest)


def test_what_no_longer_belongs_is_removed_and_nothing_else(folders: Folders) -> None:
    finish(folders, [("clean/site/a.md", b"A"), ("clean/site/b.md", b"B")])
    stranger = folders.clean / "site" / "mine.md"
    stranger.write_text("mine")
    written = folders.write([("clean/site/b.md", b"B")], read_manifest(folders.reports))
    assert (written.changed, written.removed) == (0, 1)
    assert sorted(p.name for p in stranger.parent.iterdir()) == ["b.md", "mine.md"]


def test_files_of_a_killed_run_are_known_to_the_next(folders: Folders) -> None:
    finish(folders, [("reports/index.html", b"I")])

    def killed() -> object:
        yield "clean/site/gone.md", b"G"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        folders.write(killed(), read_manifest(folders.reports))  # type: ignore[arg-type]
    before = read_manifest(folders.reports)
    assert before is not None
    assert not folders.intact(before)  # the journal says that a run broke off
    finish(folders, [("reports/index.html", b"I")])
    assert not folders.place("clean/site/gone.md").exists()
    assert not (folders.reports / JOURNAL).exists()


def test_a_torn_or_foreign_journal_line_removes_nothing(folders: Folders) -> None:
    folders.reports.mkdir(parents=True)
    precious = folders.reports.parent / "precious.txt"
    precious.write_text("x")
    (folders.reports / JOURNAL).write_text('"../precious.txt"\n"/etc/hosts"\n"clean/a', "utf-8")
    folders.write([], None)
    assert precious.exists()


@pytest.mark.parametrize("content", ["", "[]", "{", '{"version": 99}', '{"made_by": 1}'])
def test_a_damaged_manifest_counts_as_none(folders: Folders, content: str) -> None:
    folders.reports.mkdir(parents=True)
    (folders.reports / "manifest.json").write_text(content)
    assert read_manifest(folders.reports) is None


def test_a_read_only_folder_is_one_clear_line(folders: Folders) -> None:
    folders.reports.parent.joinpath("reports").write_text("a file")
    with pytest.raises(SetupError, match="move it away"):
        folders.write([("reports/index.html", b"I")], None)


def test_inputs_are_known_by_their_bytes_and_their_sidecars(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.txt").write_text("x")
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to("/etc/hostname")
    hashes = hash_inputs(find_pages(tmp_path))
    assert list(hashes) == ["a.txt", "b/x.txt", "link.txt"]
    assert hashes["a.txt"] == hashes["b/x.txt"]
    assert "link" in hashes["link.txt"]
    (tmp_path / "a.meta.json").write_text("{}")
    assert hash_inputs(find_pages(tmp_path))["a.txt"] != hashes["a.txt"]
