"""Sidecars: what they say is believed, what they get wrong is noted, the page is read anyway."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.io.listing import find_pages
from pipeline.io.raw import read_page
from pipeline.model.document import Source


@dataclass(frozen=True)
class Limits:
    max_bytes: int = 100_000


def source_with(folder: Path, sidecar: bytes, page: str = "page.txt") -> Source:
    (folder / page).write_text("Some words about sleep.")
    (folder / "page.meta.json").write_bytes(sidecar)
    (found,) = find_pages(folder)
    return read_page(found, Limits()).source


def test_what_it_says_is_believed(tmp_path: Path) -> None:
    sidecar = b"""{"url": "https://www.clinic.example/a?b=1", "title": "Sleep\\n well",
        "fetched_at": "2024-03-02T10:00:00Z", "license": "CC BY 4.0", "author": "A. Writer",
        "published": "2 March 2024", "lang": "en_GB"}"""
    source = source_with(tmp_path, sidecar)
    said = source.metadata
    assert source.notes == ()
    assert (said.url, said.site) == ("https://www.clinic.example/a?b=1", "clinic.example")
    assert (said.title, said.author, said.licence) == ("Sleep well", "A. Writer", "CC BY 4.0")
    assert (said.fetched_at, said.published) == ("2024-03-02T10:00:00+00:00", "2024-03-02")
    assert said.language == "en-GB"


def test_it_belongs_to_the_page_without_its_suffixes(tmp_path: Path) -> None:
    source = source_with(tmp_path, b'{"title": "T"}', page="page.HTML.gz")
    assert source.metadata.title == "T"


@pytest.mark.parametrize(
    ("sidecar", "note"),
    [
        (b"", "not read"),
        (b"{'url': 1}", "line 1, column 2"),
        (b'["a"]', "no JSON object"),
        (b'{"title": "\xff"}', "not UTF-8"),
        (b"[" * 200_000, "not read"),
        (b" " * 1_000_001, "larger than"),
        (b'{"title": 7}', "title must be words"),
        (b'{"titel": "x"}', "did you mean title"),
        (b'{"url": "javascript:alert(1)"}', "url makes no sense"),
        (b'{"site": "../../etc/passwd"}', "site makes no sense"),
        (b'{"published": "03/04/2021"}', "published makes no sense"),
    ],
)
def test_a_mistake_is_noted_and_the_page_read(tmp_path: Path, sidecar: bytes, note: str) -> None:
    source = source_with(tmp_path, sidecar)
    assert any(note in words for words in source.notes), source.notes
    assert source.metadata.url is None
    assert source.metadata.site is None


def test_one_without_a_page_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "page.meta.json").write_text("{}")
    (found,) = find_pages(tmp_path)
    assert found.reason == "metadata of a page that is not there"
