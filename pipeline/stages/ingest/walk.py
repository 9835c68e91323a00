"""The DOM read in document order, without recursion, into drafts of blocks.

Elements that a browser sets on lines of their own end the block before them and begin a new one;
all others join what stands around them, so that `<b>H</b>ello` stays one word. Two links or
buttons that touch are the exception: style sheets set them apart on nearly every page, and
"HomeTopics" is a word nobody wrote. Superscript figures become superscript characters, since
"10<sup>9</sup>" must not read 109, nor "4 g<sup>2</sup>" a unit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from bs4.element import CData, Comment, NavigableString, PageElement, Tag

from pipeline.errors import PageError
from pipeline.model.document import BlockKind
from pipeline.stages.ingest import STAGE, IngestSettings
from pipeline.stages.ingest.dompath import ends_of, path_of
from pipeline.stages.ingest.elements import (
    BLOCKS,
    BOXES,
    CLAIMS,
    PLAIN,
    RAISED,
    Setting,
    draft_for,
    drawn_as_block,
    setting_inside,
)
from pipeline.stages.ingest.grids import Cell, Grid, is_data_table, span_of
from pipeline.stages.ingest.visibility import (
    ATTRIBUTES,
    HiddenCount,
    measure,
    opens_on_click,
    why_hidden,
)
from pipeline.stages.ingest.writing import Draft, Line, draft_lines


@dataclass(slots=True)
class Frame:
    """An open element: what is left to read of it, and the setting to return to."""

    tag: Tag
    children: Iterator[PageElement]
    outside: Setting
    is_block: bool


@dataclass
class Walk:
    """Reads one tree; `drafts`, `hidden` and `claims` (elements with metadata) are the result.

    `referred` are the ids that controls of the page name; `shown` is an element to read although
    it is hidden. `largest` is the hidden element with most text outside links, `seen` counts the
    visible characters.
    """

    limits: IngestSettings
    referred: Collection[str] = ()
    shown: Tag | None = None
    largest: tuple[int, Tag | None] = (0, None)
    seen: int = 0
    drafts: list[Draft] = field(default_factory=list)
    hidden: HiddenCount = field(default_factory=HiddenCount)
    claims: list[Tag] = field(default_factory=list)
    _open: list[Frame] = field(default_factory=list)
    _lines: list[Line] = field(default_factory=lambda: [Line()])
    _at: Setting = PLAIN
    _closed: str = ""  # the inline element that ended just here
    _written: int = 0
    _grids: int = 0

    def read(self, root: Tag) -> None:
        """Walk all of `root`."""
        self._open.append(Frame(root, iter(root.contents), self._at, True))
        while self._open:
            frame = self._open[-1]
            child = next(frame.children, None)
            if child is None:
                self._leave(frame)
            elif isinstance(child, Tag):
                self._enter(child)
            else:
                self._text(child)

    def _text(self, node: PageElement) -> None:
        if type(node) is NavigableString or type(node) is CData:
            at = self._at
            words = str(node)
            if at.raised:
                words = words.translate(RAISED)
            if at.verbatim and not at.in_cell:
                self._verbatim(words)
            else:
                self._lines[-1].add(words, link=at.link, bold=at.bold)
            self._closed = ""
            self._written += len(words)
            self.seen += len(words.strip())
            if self._written > 4 * self.limits.max_characters:
                raise _too_long(self.limits)
        elif isinstance(node, Comment):
            self.hidden.add("comment", "comment", len(node.strip()))

    def _verbatim(self, words: str) -> None:
        """Preformatted text keeps its lines."""
        for number, line in enumerate(words.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if number:
                self._lines[-1].parts.append("\n")
            self._lines[-1].add(line, link=self._at.link, bold=self._at.bold, verbatim=True)

    def _enter(self, tag: Tag) -> None:
        name = tag.name
        if name in CLAIMS:
            self.claims.append(tag)
        if name == "title":
            return
        opened = False
        if (why := why_hidden(tag)) and tag is not self.shown:
            opened = self._is_opened(tag, why)
            if not opened:
                return
        if name == "br":
            self._break()
            return
        is_block = name in BLOCKS or drawn_as_block(tag)
        if is_block:
            self._flush()
        elif name in BOXES or (self._closed and "a" in (name, self._closed)):
            self._lines[-1].gap()
        self._open.append(Frame(tag, iter(tag.contents), self._at, is_block))
        self._at = self._inside(tag)
        if opened:
            self._at = self._at._replace(opened=True)

    def _is_opened(self, tag: Tag, why: str) -> bool:
        """True when hidden `tag` is to be read all the same; counts it otherwise."""
        opens = why in ATTRIBUTES and opens_on_click(tag, self.referred)
        if opens and self._at.opened:
            return True
        total, linked = measure(tag)
        if opens and linked * 2 < total:
            return True
        self.hidden.add(tag.name, why, total)
        if (why in ATTRIBUTES or tag.name == "noscript") and total - linked > self.largest[0]:
            self.largest = (total - linked, tag)
        if why == "embedded":
            self._lines[-1].gap()
        return False

    def _inside(self, tag: Tag) -> Setting:
        """The setting for the text in `tag`, whose table begins where it does."""
        at = self._at
        if tag.name == "table":
            return at._replace(grid=self._new_grid(tag))
        if at.grid is not None and tag.name == "thead":
            at.grid.in_head = True
        return setting_inside(tag, at)

    def _leave(self, frame: Frame) -> None:
        name = frame.tag.name
        if frame.is_block:
            self._flush()
        elif name in BOXES:
            self._lines[-1].gap()
        self._closed = "" if frame.is_block else name
        inside, self._at = self._at, frame.outside
        if inside.grid is not None:
            self._leave_table_part(frame.tag, inside.grid)
        self._open.pop()

    def _leave_table_part(self, tag: Tag, grid: Grid) -> None:
        if tag.name in ("td", "th"):
            line = self._lines[-1]
            bold = bool(line.visible) and line.bold >= line.visible
            spans = span_of(tag, "colspan"), span_of(tag, "rowspan")
            grid.row.append(Cell(line.words, tag.name == "th", bold, *spans))
            grid.linked += line.linked
            self._lines = [Line()]
        ends_row = grid.row and tag.name in ("tr", "thead", "tbody", "tfoot", "table")
        if ends_row and (draft := grid.draft_row(self._path())):
            self.drafts.append(draft)
        if tag.name == "thead":
            grid.in_head = False

    def _break(self) -> None:
        """A `<br>`: a new line, or the end of the block when the line is empty already."""
        at = self._at
        if at.in_cell or at.heading:
            self._lines[-1].gap()
        elif at.verbatim:
            self._lines[-1].parts.append("\n")
        elif self._lines[-1].words:
            self._lines.append(Line())
        elif len(self._lines) > 1:
            self._flush()

    def _flush(self) -> None:
        """End the block being written."""
        at = self._at
        if at.in_cell:
            self._lines[-1].gap()
            return
        lines, self._lines = self._lines, [Line()]
        if not any(line.parts for line in lines):
            return
        template = draft_for(at, self._path())
        drafts = draft_lines(lines, template)
        if drafts and at.item:
            marker = at.item.pop()
            if template.kind is BlockKind.LIST_ITEM:
                drafts[0] = replace(drafts[0], marker=marker)
        self.drafts += drafts

    def _path(self) -> str:
        """The path of the innermost element that stands on lines of its own."""
        last = len(self._open)
        while last > 1 and not self._open[last - 1].is_block:
            last -= 1
        return path_of([frame.tag for frame in ends_of(self._open[1:last])], last - 1)

    def _new_grid(self, tag: Tag) -> Grid | None:
        if self._at.in_cell or not is_data_table(tag):
            return None
        self._grids += 1
        return Grid(self._grids)


def _too_long(limits: IngestSettings) -> PageError:
    most = f"{limits.max_characters:,}"
    return PageError(STAGE, f"too long: more than {most} characters of visible text")
