"""HTML: parsed once by beautifulsoup4 on lxml, then read in document order.

Depth and number of elements are watched while the tree grows, so that a hostile page is given up
before it has cost anything. The title in the head is metadata, not text: it is on no page a
reader sees.
"""

from __future__ import annotations

import warnings
from dataclasses import replace

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import Tag
from bs4.exceptions import ParserRejectedMarkup

from pipeline.errors import PageError
from pipeline.model.document import Block, BlockKind, Document, Metadata, RawPage
from pipeline.model.metadata import merge
from pipeline.stages.ingest import STAGE, IngestSettings
from pipeline.stages.ingest.controls import find_controls
from pipeline.stages.ingest.metadata import page_metadata
from pipeline.stages.ingest.refine import refine
from pipeline.stages.ingest.visibility import references
from pipeline.stages.ingest.walk import Walk
from pipeline.stages.ingest.writing import lay_out

LEAST_HIDDEN = 400  # characters; less than that is a notice, whatever else is on the page


def read_html(page: RawPage, settings: IngestSettings) -> Document:
    """A document of the page's visible text.

    Raises PageError when the page is nested too deep, or has too many elements or characters.
    """
    soup = parse(page.content, settings)
    walk = _walk(soup, settings)
    text, blocks = lay_out(refine(walk.drafts))
    if len(text) > settings.max_characters:
        most = f"{settings.max_characters:,}"
        raise PageError(STAGE, f"too long: {len(text):,} characters, at most {most} are kept")
    claimed = page_metadata(walk.claims, soup.html)
    metadata = merge(page.source.metadata, _with_short_title(claimed, text, blocks))
    source = replace(page.source, metadata=metadata)
    return Document(page.id, source, text, blocks, walk.hidden.total(), find_controls(text))


def _walk(soup: _WatchedSoup, settings: IngestSettings) -> Walk:
    """The tree as read.

    Where one hidden element holds more text than all that is visible, the page is drawn by a
    script, and what it hides (or keeps for readers without scripts) is the page.
    """
    walk = Walk(settings, soup.referred)
    walk.read(soup)
    characters, tag = walk.largest
    if tag is not None and characters > max(walk.seen, LEAST_HIDDEN):
        walk = Walk(settings, soup.referred, shown=tag)
        walk.read(soup)
    return walk


class _WatchedSoup(BeautifulSoup):
    """A tree that stops growing at the caps."""

    def __init__(self, markup: str, settings: IngestSettings) -> None:
        self._watched = settings
        self._elements = 0
        self.referred: set[str] = set()
        super().__init__(markup, "lxml", multi_valued_attributes=None)

    def pushTag(self, tag: Tag) -> None:  # noqa: N802 - the parser's name for it
        """Called by the parser for each element it opens."""
        super().pushTag(tag)
        self._elements += 1
        if tag.attrs:
            self.referred.update(references(tag.attrs))
        if self._elements > self._watched.max_elements:
            raise PageError(STAGE, f"too large: more than {self._watched.max_elements:,} elements")
        if len(self.tagStack) > self._watched.max_depth:
            most = f"{self._watched.max_depth:,}"
            raise PageError(STAGE, f"nested too deep: more than {most} elements in one another")


def parse(markup: str, settings: IngestSettings) -> _WatchedSoup:
    """The tree of `markup`; raises PageError at the caps or when nothing can be parsed."""
    with warnings.catch_warnings():
        # XHTML is read as HTML on purpose: scraped XHTML is seldom well-formed.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.filterwarnings("ignore", message=".*looks more like", category=UserWarning)
        try:
            return _WatchedSoup(markup, settings)
        except ParserRejectedMarkup as error:
            raise PageError(STAGE, "not HTML: the parser finds nothing in it") from error


def _with_short_title(claimed: Metadata, text: str, blocks: tuple[Block, ...]) -> Metadata:
    """`claimed` with the title as its heading has it, where the site's name hangs on it."""
    if not claimed.title:
        return claimed
    for block in blocks:
        words = block.span.of(text)
        if block.kind is BlockKind.HEADING and len(words) > 8 and words != claimed.title:
            rest = claimed.title.removeprefix(words)
            if rest != claimed.title and rest.lstrip()[:1] in ("-", "|", "–", "—", "·", ":", "»"):
                return replace(claimed, title=words)
    return claimed
