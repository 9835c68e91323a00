"""What an article is called: its title, its site, and the file it is emitted to.

Titles, sites and paths are scraped text, so a file name is built from nothing but letters and
digits that survive here; the page's id at its end keeps names apart.
"""

from __future__ import annotations

import re
import unicodedata

from pipeline.model.document import Block, BlockKind, Document, Format, Source
from pipeline.model.ledger import Ledger
from pipeline.model.metadata import host_of

SLUG_LENGTH = 60
SITE_LENGTH = 60

_LONGEST_TITLE = 120
_NO_TITLE = re.compile(
    r"^(?:by|written|(?:medically )?reviewed|author|source|posted|published|updated|started|last"
    r"|date|photo|image|page|share|tags?|category)\b|[>›»|\t]",
    re.IGNORECASE,
)  # credits, and paths through a site

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "clock"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)]
)


def title_block(ledger: Ledger) -> Block | None:
    """The kept block that is the page's title, if the page shows one.

    That is the first block when it is a heading or repeats the metadata's title, else the first
    heading of level 1; failing these, on a page without markup of which nobody states the title,
    the first line when it stands as a title does. (Ingest cannot know it below a menu.)
    """
    stated = _words(ledger.document.source.metadata.title or "")
    first = True
    for block in ledger.kept_blocks:
        heading = block.kind is BlockKind.HEADING and (first or block.level == 1)
        if not heading and not first:
            continue  # read no more of a long page than its headings
        words = _words(ledger.reading(block.body))
        if heading and words:
            return block
        if words and stated and (words == stated or stated.startswith(f"{words} ")):
            return block
        first = first and not words
    return None if stated else _first_line(ledger)


def _first_line(ledger: Ledger) -> Block | None:
    """The first kept line of a text, above a longer line or a blank one and no sentence itself."""
    blocks, text = ledger.kept_blocks[:2], ledger.document.text
    if ledger.document.source.format is Format.HTML or len(blocks) < 2:
        return None
    words, below = (ledger.reading(block.body).strip() for block in blocks)
    if blocks[0].kind is not BlockKind.PARAGRAPH or not 0 < len(words) <= _LONGEST_TITLE:
        return None
    if words[-1] in ".;,…|" or "\n" in words or not _words(words) or _NO_TITLE.search(words):
        return None
    after = text[blocks[0].span.end : blocks[0].span.end + 20]
    apart = after.replace("\r\n", "\n").lstrip(" \t").startswith(("\n\n", "\n \n", "\r\r"))
    return blocks[0] if apart or len(below) > len(words) else None


def known_title(ledger: Ledger) -> str:
    """The title as the page shows it, else as its metadata states it; empty where neither does."""
    block = title_block(ledger)
    if block is not None:
        return " ".join(ledger.reading(block.body).split())
    return " ".join((ledger.document.source.metadata.title or "").split())


def title_of(ledger: Ledger) -> str:
    """What the page is called: its known title, else the name of its file."""
    known = known_title(ledger)
    name = ledger.document.source.path.rsplit("/", 1)[-1].split(".", 1)[0]
    return known or " ".join(re.split(r"[\s_-]+", name)).strip() or str(ledger.document.id)


def known_site(source: Source) -> str:
    """The site a page came from: as stated, else its URL's host, else its folder in raw/; empty
    where nothing tells."""
    folder, slash, _ = source.path.partition("/")
    known = source.metadata
    return known.site or host_of(known.url or "") or (folder if slash else "")


def site_of(document: Document) -> str:
    """The site a page came from, in words for a person where it is not known."""
    return known_site(document.source) or "unknown site"


def slug(text: str, *, limit: int, otherwise: str) -> str:
    """`text` in a-z, 0-9 and single hyphens, at most `limit` long; `otherwise` when none is left.

    Device names that Windows reserves get a prefix.
    """
    plain = unicodedata.normalize("NFKD", text[: 8 * limit]).encode("ascii", "ignore").decode()
    kept = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(kept) > limit:
        kept = kept[:limit].rsplit("-", 1)[0] if "-" in kept[:limit] else kept[:limit]
    kept = kept.strip("-") or otherwise
    return f"x-{kept}" if kept in _RESERVED else kept


def article_path(ledger: Ledger) -> str:
    """Where in clean/ the article goes: `<site>/<slug>-<id>.md`."""
    site = slug(site_of(ledger.document), limit=SITE_LENGTH, otherwise="unknown-site")
    name = slug(title_of(ledger), limit=SLUG_LENGTH, otherwise="article")
    return f"{site}/{name}-{ledger.document.id}.md"


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
