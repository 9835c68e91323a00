"""Pages for the tests of this stage: plain text, a block for each line that is not blank."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable

import pytest

from pipeline.model.document import Block, BlockKind, DocId, Document, Format, Metadata, Source
from pipeline.model.span import Span

MakeDocument = Callable[..., Document]

_MARKER = re.compile(r"[•*-]\s+")


def _block(text: str, start: int, line: str) -> Block:
    span = Span(start, start + len(line))
    marker = _MARKER.match(line)
    if marker:
        body = Span(start + marker.end(), span.end)
        return Block(span, BlockKind.LIST_ITEM, body, level=1, marker=line[0])
    return Block(span, BlockKind.PARAGRAPH, span)


def document_of(
    text: str,
    *,
    path: str = "site.example/page.txt",
    title: str | None = None,
    paths: Iterable[str] = (),
) -> Document:
    """A document of `text`; `paths` are the DOM paths of its lines in order."""
    doms = list(paths)
    blocks: list[Block] = []
    at = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            block = _block(text, at + raw.index(line[0]), line)
            dom = doms[len(blocks)] if doms else ""
            blocks.append(Block(block.span, block.kind, block.body, block.level, block.marker, dom))
        at += len(raw) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(path, digest, len(text), Format.TEXT, metadata=Metadata(title=title))
    return Document(DocId(digest[:16]), source, text, tuple(blocks))


@pytest.fixture(scope="session")
def make_document() -> MakeDocument:
    return document_of
