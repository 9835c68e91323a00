"""Pages made of a few lines of markup, and the promise every document keeps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model.document import Document, Format, Metadata, RawPage, Source, page_id
from pipeline.stages.ingest import IngestSettings, ingest

Ingest = Callable[..., Document]


def check_tiling(document: Document) -> None:
    """Blocks are sorted and disjoint, and all outside them is white space."""
    at = 0
    for block in document.blocks:
        assert block.span.start >= at
        assert not document.text[at : block.span.start].strip()
        words = block.span.of(document.text)
        assert words
        assert words == words.strip()
        assert block.span.contains(block.body)
        assert all(block.span.contains(cell) for cell in block.cells)
        assert 0.0 <= block.link_density <= 1.0
        at = block.span.end
    assert not document.text[at:].strip()


@pytest.fixture(scope="session")
def read() -> Ingest:
    def make(
        content: str,
        kind: Format = Format.HTML,
        *,
        title: str | None = None,
        settings: IngestSettings | None = None,
    ) -> Document:
        metadata = Metadata(title=title)
        source = Source("page", "0" * 64, len(content), kind, metadata=metadata)
        page = RawPage(page_id("page"), source, content)
        document = ingest(page, settings or IngestSettings())
        check_tiling(document)
        return document

    return make


@pytest.fixture(scope="session")
def rows() -> Callable[[Document], list[tuple[str, int, str]]]:
    """A document as (kind, level, words) a block."""

    def make(document: Document) -> list[tuple[str, int, str]]:
        return [
            (block.kind.value, block.level, block.span.of(document.text))
            for block in document.blocks
        ]

    return make
