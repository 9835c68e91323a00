"""Cuts a text into the pieces a dose stands in, and says what each inherits from around it.

"2 tablets 3 times a day" names no drug: the heading above does, or the list's lead-in, or the
first cell of the row, or the head of the column. A segment is one sentence, one list item's
sentence or one table row, with pointers to the words that govern it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.text.sentences import split_sentences

_MARKER = re.compile(r"[ \t]{0,20}([-•*·–—▪◦]|\(?[0-9]{1,3}[.)]|[a-z]\))[ \t]{1,8}(?=\S)")
_MARKDOWN_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]{1,8}(?=\S)")
_CELLS = re.compile(r"[^|\t]+")
_WORDS_IN_HEADING = 9
_NARROW = 45
"""Columns below which wrapped lines are not told from lines that stand by themselves."""


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block of the reading text: as `Block` of the page, in reading offsets.

    `span` is the body, without list marker; `level` is 1–6 for headings, nesting depth for list
    items; `cells` are the cells of a table row; `table` numbers tables from 1; `header` marks a
    header row.
    """

    span: Span
    kind: BlockKind
    level: int = 0
    marker: str = ""
    cells: tuple[Span, ...] = ()
    table: int = 0
    header: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence, list item's sentence or table row, and what it inherits.

    `block` is the index of its block; `heading` the nearest heading above; `titles` the headings
    that one stands under, nearest first, and the page's first; `lead` the sentence that
    introduces the list ("Take one of these:") or the item above a nested one. For a table
    row, `headers` has the column head (or None) of each of `cells`.
    """

    span: Span
    kind: BlockKind
    block: int
    heading: Span | None = None
    lead: Span | None = None
    cells: tuple[Span, ...] = ()
    headers: tuple[Span | None, ...] = ()
    titles: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Context:
    """What has been read so far and still governs what comes."""

    heading: Span | None = None
    lead: Span | None = None
    items: tuple[tuple[int, Span], ...] = ()
    table: int = 0
    columns: tuple[Span, ...] = ()
    outline: tuple[tuple[int, Span], ...] = ()
    title: Span | None = None

    @property
    def titles(self) -> tuple[Span, ...]:
        above = [span for _, span in reversed(self.outline)]
        first = [self.title] if self.title is not None else []
        return tuple(span for span in dict.fromkeys((*above, *first)) if span != self.heading)


_FIRST_BLOCKS = 3
"""A heading later than this is not the page's title."""


def segment(text: str, blocks: Sequence[ReadBlock]) -> tuple[Segment, ...]:
    """The segments of `text`, in reading order; `blocks` are disjoint and sorted."""
    segments: list[Segment] = []
    context = _Context()
    for index, block in enumerate(_unbroken(text, blocks)):
        if block.kind is BlockKind.HEADING:
            context = _under(context, block, index)
            segments.extend(_sentences(text, block, index, None, None))
        elif block.kind is BlockKind.TABLE_ROW:
            segments.extend(_row(text, block, index, context))
        elif block.kind is BlockKind.LIST_ITEM:
            segments.extend(_item(text, block, index, context))
        else:
            own = _sentences(text, block, index, context.heading, None)
            own = [replace(piece, titles=context.titles) for piece in own]
            segments.extend(own)
            context = _behind(context, text, own)
    return tuple(segments)


def _unbroken(text: str, blocks: Sequence[ReadBlock]) -> list[ReadBlock]:
    """`blocks` with the lines of one sentence together that a narrow column has broken."""
    joined: list[ReadBlock] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and _goes_on(text, last, block):
            joined[-1] = replace(last, span=last.span.cover(block.span))
        else:
            joined.append(block)
    return joined


def _goes_on(text: str, last: ReadBlock, block: ReadBlock) -> bool:
    """True where `block` is the next line, in the middle of a sentence that `last` began."""
    lines = last.kind is BlockKind.PARAGRAPH and block.kind is BlockKind.PARAGRAPH
    if not lines or text[last.span.end : block.span.start] != "\n" or not len(block.span):
        return False
    short = last.span.end - text.rfind("\n", 0, last.span.end) <= _NARROW
    return short and text[last.span.end - 1].isalnum() and text[block.span.start].islower()


def _under(context: _Context, block: ReadBlock, index: int) -> _Context:
    """The context under the heading `block`: headings of a higher rank go on governing."""
    outline = tuple(item for item in context.outline if item[0] < block.level)
    title = context.title
    if title is None and index < _FIRST_BLOCKS:
        title = block.span
    return _Context(heading=block.span, outline=(*outline, (block.level, block.span)), title=title)


def _behind(context: _Context, text: str, sentences: Sequence[Segment]) -> _Context:
    """The context behind a paragraph: its last sentence leads what follows if it ends so."""
    lead = sentences[-1].span if sentences else None
    if lead is None or not text[lead.start : lead.end].rstrip().endswith((":", "-", "–")):
        lead = None
    return _Context(
        heading=context.heading, lead=lead, outline=context.outline, title=context.title
    )


def _sentences(
    text: str, block: ReadBlock, index: int, heading: Span | None, lead: Span | None
) -> list[Segment]:
    spans = split_sentences(text, block.span.start, block.span.end)
    return [Segment(span, block.kind, index, heading, lead) for span in spans]


def _item(text: str, block: ReadBlock, index: int, context: _Context) -> list[Segment]:
    """An item is led by the item it is nested in, else by the paragraph before the list."""
    above = tuple(item for item in context.items if item[0] < block.level)
    lead = above[-1][1] if above else context.lead
    segments = _sentences(text, block, index, context.heading, lead)
    if segments:
        context.items = (*above[-8:], (block.level, segments[0].span))
    return [replace(piece, titles=context.titles) for piece in segments]


def _row(text: str, block: ReadBlock, index: int, context: _Context) -> list[Segment]:
    if block.table != context.table or block.header:
        context.table = block.table
        context.columns = block.cells if block.header else ()
    if block.header:
        return []
    heads = tuple(
        context.columns[i] if i < len(context.columns) else None for i in range(len(block.cells))
    )
    if len(block.span) > 4_000:  # a flattened page, not a row
        return _sentences(text, block, index, context.heading, context.lead)
    row = Segment(block.span, block.kind, index, context.heading, context.lead)
    return [replace(row, cells=block.cells, headers=heads)]


def read_blocks(text: str) -> tuple[ReadBlock, ...]:
    """Blocks of a plain string, for tests and for `check`.

    A line is a block. Lines with a marker are list items; lines with bars or tabs are table
    rows, the first of them the header; Markdown headings, and short lines without a stop that
    stand between blank lines, are headings.
    """
    blocks: list[ReadBlock] = []
    tables = 0
    at = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        span = _trimmed(line, at)
        at += len(line) + 1
        if span is None:
            continue
        block = _line(text, line, span)
        if block.kind is BlockKind.TABLE_ROW:
            if set(span.of(text)) <= set("|-: \t+="):
                continue
            first = not (blocks and blocks[-1].kind is BlockKind.TABLE_ROW)
            tables += first
            header = first and number + 1 < len(lines) and _is_row(lines[number + 1])
            block = replace(block, table=tables, header=header)
        elif block.kind is BlockKind.PARAGRAPH and _looks_like_heading(
            span.of(text), lines, number
        ):
            block = replace(block, kind=BlockKind.HEADING, level=2)
        blocks.append(block)
    return tuple(blocks)


def _trimmed(line: str, at: int) -> Span | None:
    stripped = line.strip()
    if not stripped:
        return None
    start = at + line.index(stripped[0])
    return Span(start, start + len(stripped))


def _is_row(line: str) -> bool:
    return line.count("|") >= 2 or line.strip().count("\t") >= 1 or " | " in line


def _line(text: str, line: str, span: Span) -> ReadBlock:
    if heading := _MARKDOWN_HEADING.match(line):
        start = span.start + len(heading.group().lstrip())
        return ReadBlock(Span(start, span.end), BlockKind.HEADING, len(heading.group(1)))
    if _is_row(line):
        return ReadBlock(span, BlockKind.TABLE_ROW, cells=tuple(_split_cells(text, span)))
    if item := _MARKER.match(line):
        start = span.start + len(item.group().lstrip())
        level = 1 + (len(line) - len(line.lstrip())) // 2
        return ReadBlock(Span(start, span.end), BlockKind.LIST_ITEM, level, item.group(1))
    return ReadBlock(span, BlockKind.PARAGRAPH)


def _split_cells(text: str, span: Span) -> Iterable[Span]:
    for match in _CELLS.finditer(text, span.start, span.end):
        words = match.group()
        if words.strip():
            start = match.start() + len(words) - len(words.lstrip())
            yield Span(start, start + len(words.strip()))


def _looks_like_heading(words: str, lines: Sequence[str], number: int) -> bool:
    if len(words.split()) > _WORDS_IN_HEADING or words[-1] in ".!?…,;:":
        return False
    if re.search(r"[0-9]", words):
        return False
    after = number + 1 < len(lines) and not lines[number + 1].strip()
    return (
        after and number + 2 < len(lines) and any(line.strip() for line in lines[number + 2 :][:3])
    )
