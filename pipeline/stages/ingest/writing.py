"""The page text as it is written down block by block, and the drafts it is written from.

White space collapses as in a browser: runs of it become one space, spaces at the edges of a line
vanish, a no-break space stays. Two `<br>` in a row end a paragraph. One does not, unless the lines
are evidently paragraphs or list items of their own: old pages set whole articles that way, and
a block that holds the whole article can be neither outlined nor cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.model.document import Block, BlockKind
from pipeline.model.span import Span
from pipeline.stages.ingest.markers import find_marker

_SPACE = re.compile("[ \t\n\r\f]+")
_LONG_LINE = 80  # characters; a line of an address or a poem is shorter


@dataclass(slots=True)
class Line:
    """A line being written: its words, and how many of its visible characters are what."""

    parts: list[str] = field(default_factory=list)
    last: str = ""
    visible: int = 0
    linked: int = 0
    bold: int = 0

    def add(self, words: str, *, link: bool, bold: bool, verbatim: bool = False) -> None:
        """Append `words`, collapsing white space unless `verbatim`."""
        if not verbatim:
            words = _SPACE.sub(" ", words)
            if words[:1] == " " and self.last in ("", " "):
                words = words[1:]
        if not words:
            return
        self.parts.append(words)
        self.last = words[-1]
        visible = len(words) - words.count(" ")
        self.visible += visible
        self.linked += visible * link
        self.bold += visible * bold

    def gap(self) -> None:
        """Part what comes from what was, as a picture or a button between words does."""
        if self.last not in ("", " "):
            self.parts.append(" ")
            self.last = " "

    @property
    def words(self) -> str:
        return "".join(self.parts).strip()


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before its place in the text is known.

    `bold`: every visible character is. `lead` is how much of the words a written marker takes up.
    """

    words: str
    kind: BlockKind
    level: int = 0
    marker: str = ""
    path: str = ""
    link_density: float = 0.0
    bold: bool = False
    lead: int = 0
    cells: tuple[str, ...] = ()
    table: int = 0
    header: bool = False


def draft_lines(lines: Sequence[Line], template: Draft) -> list[Draft]:
    """The lines of one element like `template`: one draft, or one each where they stand alone."""
    written = [line for line in lines if line.words]
    if not written:
        return []
    groups = [[line] for line in written] if _stand_alone(written, template) else [written]
    drafts: list[Draft] = []
    for group in groups:
        visible = sum(line.visible for line in group) or 1
        drafts.append(
            Draft(
                "\n".join(line.words for line in group),
                template.kind,
                template.level,
                template.marker,
                template.path,
                round(sum(line.linked for line in group) / visible, 4),
                all(line.bold >= line.visible for line in group),
            )
        )
    return drafts


def _stand_alone(lines: Sequence[Line], template: Draft) -> bool:
    if len(lines) < 2 or template.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
        return False
    if any(len(line.words) >= _LONG_LINE for line in lines):
        return True
    return sum(1 for line in lines if find_marker(line.words)) >= 2


def lay_out(drafts: Sequence[Draft]) -> tuple[str, tuple[Block, ...]]:
    """The page text and its blocks.

    Items of a list and rows of a table stand on lines of their own, other blocks have an empty
    line between them. Cells are parted by tabs, so that no sign is on the page that a reader of
    the page did not see.
    """
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    above: Draft | None = None
    for draft in drafts:
        if above is not None:
            gap = "\n" if _belong_together(above, draft) else "\n\n"
            pieces.append(gap)
            at += len(gap)
        span = Span(at, at + len(draft.words))
        cells = _place_cells(draft, at)
        blocks.append(
            Block(
                span,
                draft.kind,
                Span(at + draft.lead, span.end),
                draft.level,
                draft.marker,
                draft.path,
                draft.link_density,
                cells,
                draft.table,
                draft.header,
            )
        )
        pieces.append(draft.words)
        at = span.end
        above = draft
    return "".join(pieces), tuple(blocks)


def _belong_together(above: Draft, below: Draft) -> bool:
    if above.kind is not below.kind:
        return False
    if above.kind is BlockKind.TABLE_ROW:
        return above.table == below.table
    return above.kind is BlockKind.LIST_ITEM


def join_cells(cells: Sequence[str]) -> str:
    """The text of a table row; tabs for empty cells at its edges are left out."""
    return "\t".join(cells).strip("\t")


def _place_cells(draft: Draft, at: int) -> tuple[Span, ...]:
    """Where each cell stands; empty cells at the edges stand at the edges."""
    places: list[Span] = []
    leading = True
    end = at + len(draft.words)
    for cell in draft.cells:
        leading = leading and not cell
        start = min(at, end)
        places.append(Span(start, start + len(cell)))
        if not leading:
            at = start + len(cell) + 1
    return tuple(places)
