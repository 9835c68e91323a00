"""Small releases of invented drugs and diseases, in the true layout of each format."""

from __future__ import annotations

import gzip
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from pipeline.io.terms.record import Reader, Record, Skipped

Read = Callable[..., tuple[dict[str, Record], Skipped]]
SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def release(tmp_path: Path) -> Callable[[str], list[Path]]:
    """Copies of the files of a sample release, to be spoiled as a test likes."""

    def copy(form: str) -> list[Path]:
        folder = tmp_path / form
        shutil.copytree(SAMPLES / form, folder)
        return sorted(folder.iterdir())

    return copy


@pytest.fixture
def read() -> Read:
    """Reads files to their end: records by id, and what was skipped."""

    def run(reader: Reader, files: Iterable[Path]) -> tuple[dict[str, Record], Skipped]:
        skipped: Skipped = Counter()
        found: dict[str, Record] = {}
        for record in reader(list(files), skipped):
            found.setdefault(record.id, record)
        return found, skipped

    return run


@pytest.fixture
def gzipped() -> Callable[[Path], Path]:
    """Packs a file as .gz in its place."""

    def pack(path: Path) -> Path:
        packed = path.with_name(path.name + ".gz")
        packed.write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
        return packed

    return pack


@pytest.fixture
def zipped() -> Callable[[Path], Path]:
    """Packs a file as the only one of a .zip in its place."""

    def pack(path: Path) -> Path:
        packed = path.with_name(path.name + ".zip")
        with zipfile.ZipFile(packed, "w") as archive:
            archive.write(path, path.name)
        path.unlink()
        return packed

    return pack
