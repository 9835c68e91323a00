"""What the names and styles of elements mean for the text in them."""

from __future__ import annotations

from typing import NamedTuple

from bs4.element import NavigableString, Tag

from pipeline.model.document import BlockKind
from pipeline.stages.ingest.grids import Grid
from pipeline.stages.ingest.lists import ListState, list_state, marker_for
from pipeline.stages.ingest.writing import Draft

_BLOCK_NAMES = """
    address article aside blockquote body caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr
    html legend li listing main menu nav ol optgroup option p plaintext pre search section
    select summary table tbody td tfoot th thead tr ul xmp
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOXES = frozenset(("button", "img", "input", "label", "meter", "picture", "progress", "textarea"))
PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
CLAIMS = frozenset(("meta", "link", "title", "time", "script"))
_DEEPEST = 9  # levels of nested lists that are told apart
RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")


class Setting(NamedTuple):
    """What holds for text at a place, by the elements around it."""

    link: bool = False
    bold: bool = False
    raised: bool = False
    verbatim: bool = False
    quoted: bool = False
    heading: int = 0
    depth: int = 0
    items: ListState | None = None
    item: list[str] | None = None  # the marker of the list item, gone once used
    grid: Grid | None = None
    in_cell: bool = False
    opened: bool = False


PLAIN = Setting()


def draft_for(at: Setting, path: str) -> Draft:
    """A draft without words, of the kind that text at `at` makes."""
    if at.verbatim:
        return Draft("", BlockKind.CODE, path=path)
    if at.heading:
        return Draft("", BlockKind.HEADING, at.heading, path=path)
    if at.item:
        return Draft("", BlockKind.LIST_ITEM, at.depth, path=path)
    return Draft("", BlockKind.QUOTE if at.quoted else BlockKind.PARAGRAPH, path=path)


def setting_inside(tag: Tag, at: Setting) -> Setting:
    """What holds for the text in `tag`, where `at` holds around it; counts list items on."""
    name = tag.name
    if name == "a":
        return at._replace(link="href" in tag.attrs or at.link)
    if name in ("b", "strong"):
        return at._replace(bold=True)
    if name == "sup":
        return at._replace(raised=is_figure(tag))
    if level := heading_level(tag):
        return at._replace(heading=level)
    if name in ("ul", "ol", "menu", "dir"):
        return at._replace(items=list_state(tag), item=None, depth=min(at.depth + 1, _DEEPEST))
    if name == "li":
        return at._replace(item=[marker_for(tag, at.items)], depth=max(at.depth, 1))
    if name == "blockquote":
        return at._replace(quoted=True)
    if name in PREFORMATTED:
        return at._replace(verbatim=True)
    if at.grid is not None and name in ("td", "th"):
        return at._replace(in_cell=True)
    return at


def heading_level(tag: Tag) -> int:
    if tag.name in _HEADINGS:
        return _HEADINGS[tag.name]
    if tag.attrs and tag.attrs.get("role") == "heading":
        level = str(tag.attrs.get("aria-level", "2"))
        return int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
    return 0


def drawn_as_block(tag: Tag) -> bool:
    """True for an inline element whose own style sets it on lines of its own."""
    style = tag.attrs.get("style") if tag.attrs else None
    if not style:
        return False
    return "display:block" in "".join(str(style)[:2000].lower().split())


def is_figure(tag: Tag) -> bool:
    """True when all of `tag` is a short number that superscript characters can write."""
    only = tag.contents[0] if len(tag.contents) == 1 else None
    words = only.strip() if isinstance(only, NavigableString) else ""
    digits = any("0" <= c <= "9" for c in words)
    return digits and len(words) <= 12 and not any(c.isalpha() for c in words)
