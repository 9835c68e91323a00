"""A page as read: where it came from, its visible text, and the blocks that text stands in.

The text is frozen at ingest. Every later stage says what it thinks about it by offsets; nothing
rewrites it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from pipeline.model.span import Span

DocId = NewType("DocId", str)


class Format(StrEnum):
    """How a page is marked up."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


class BlockKind(StrEnum):
    """What a block is to a reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a page besides its text; dates are ISO 8601, all optional."""

    url: str | None = None
    site: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    fetched_at: str | None = None
    licence: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Which bytes a document is made of.

    `path` is relative to the raw folder, with forward slashes (for `annotate`, the record's id);
    `sha256` is of the bytes as found on disk; `notes` are what the reader had to do to
    decode them, in words.
    """

    path: str
    sha256: str
    size: int
    format: Format
    encoding: str = "utf-8"
    metadata: Metadata = Metadata()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawPage:
    """Decoded markup, before it is parsed."""

    id: DocId
    source: Source
    content: str


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that stands on its own on the page.

    `span` is the block without the white space around it; `body` is the block without its list
    marker (equal to `span` where there is none, or where the marker is not in the text, as in
    HTML). `marker` is the marker as a reader sees it ("•", "3."). `level` is 1–6 for headings,
    the nesting depth (from 1) for list items, 0 otherwise. `path` is the DOM path, empty for
    plain text; `link_density` the share of the block's characters that stand in links.
    `cells` are the cells of a table row; `table` numbers the tables of a page from 1 (0: none);
    `header` marks a header row of a table.
    """

    span: Span
    kind: BlockKind
    body: Span
    level: int = 0
    marker: str = ""
    path: str = ""
    link_density: float = 0.0
    cells: tuple[Span, ...] = ()
    table: int = 0
    header: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """Elements of one kind that a reader does not see: what, why, how many, how much text."""

    tag: str
    why: str
    count: int
    characters: int


@dataclass(frozen=True, slots=True)
class Document:
    """One page: immutable text and the blocks that tile its visible characters in order.

    Blocks are disjoint and sorted, and every character outside them is white space.
    `controls` are the zero-width and bidirectional control characters in `text`.
    """

    id: DocId
    source: Source
    text: str
    blocks: tuple[Block, ...]
    hidden: tuple[Hidden, ...] = ()
    controls: tuple[Span, ...] = ()


def page_id(path: str) -> DocId:
    """A stable id for the page at `path`: 16 hexadecimal digits of its SHA-256.

    Sixty-four bits keep the chance of any clash among 50 million pages below 1 in 10,000.
    """
    return DocId(hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:16])
