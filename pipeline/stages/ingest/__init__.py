"""Ingest: the visible text of a page as blocks, whatever markup it came in.

Everything later works on page text and offsets, so this is the one place where markup counts.
HTML is read from the DOM, Markdown by its signs, plain text by how its lines stand; each yields
blocks that tile the visible characters in order, and what a reader does not see is counted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.errors import PageError
from pipeline.model.document import Document, Format, RawPage

__all__ = ["STAGE", "IngestSettings", "ingest"]

STAGE = "ingest"


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestSettings:
    """Caps that keep one page from costing more than one page.

    `max_bytes` holds for a file as found and as unpacked, `max_characters` for the page text;
    elements and their depth are those of an HTML page.
    """

    max_bytes: int = 20_000_000
    max_characters: int = 2_000_000
    max_elements: int = 200_000
    max_depth: int = 2_000


def ingest(page: RawPage, settings: IngestSettings) -> Document:
    """`page` as a document; pure.

    Raises PageError when the page has no visible text, or more of anything than is allowed.
    """
    content = page.content
    if page.source.format is not Format.HTML and len(content) > settings.max_characters:
        most = f"{settings.max_characters:,}"
        raise PageError(STAGE, f"too long: {len(content):,} characters, at most {most} are read")
    if "\0" in content:
        raise PageError(STAGE, "not text: it holds NUL characters")
    if not content.isascii() and any("\ud800" <= c <= "\udfff" for c in content):
        raise PageError(STAGE, "not text: it holds half a surrogate pair")
    document = _reader(page.source.format)(page, settings)
    if not document.blocks:
        scripted = any(hidden.tag == "script" for hidden in document.hidden)
        why = "; the page is drawn by scripts" if scripted else ""
        raise PageError(STAGE, f"no visible text{why}")
    return document


def _reader(kind: Format) -> Callable[[RawPage, IngestSettings], Document]:
    """What reads pages of `kind`; loaded on first use, for a parser takes its time to load."""
    if kind is Format.HTML:
        from pipeline.stages.ingest.html import read_html

        return read_html
    if kind is Format.MARKDOWN:
        from pipeline.stages.ingest.markdown import read_markdown

        return read_markdown
    from pipeline.stages.ingest.plain import read_plain

    return read_plain
