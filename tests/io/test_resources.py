"""The tables that ship with the package, and the name of the code they ship with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.io import resources


def test_lines_have_no_ends() -> None:
    lines = resources.lines("drugs.tsv")
    assert len(lines) > 10
    assert not any(line.endswith(("\n", "\r")) for line in lines)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package in the place of ours."""
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "run.py").write_text("pass\n")
    (tmp_path / "lexicons" / "drugs.tsv").write_text("id\n")
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    return tmp_path


def name_of_code() -> str:
    return resources.fingerprint.__wrapped__()


def test_code_and_tables_name_the_package_and_caches_do_not(package: Path) -> None:
    names = [name_of_code()]
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "run.pyc").write_bytes(b"x")
    (package / "old.pyc").write_bytes(b"x")
    assert name_of_code() == names[0]
    (package / "run.py").write_text("next\n")
    names.append(name_of_code())
    (package / "lexicons" / "drugs.tsv").write_text("id\nx\n")
    names.append(name_of_code())
    (package / "lexicons" / "drugs.tsv").rename(package / "lexicons" / "herbs.tsv")
    names.append(name_of_code())
    assert len(set(names)) == 4


def test_the_name_is_the_same_wherever_the_package_lies(
    package: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = name_of_code()
    elsewhere = shutil.copytree(package, tmp_path_factory.mktemp("other") / "deeper")
    monkeypatch.setattr(resources, "files", lambda _: elsewhere)
    assert name_of_code() == here
