"""Cuts a text into the pieces a dose stands in, and says what each inherits from around it.

"2 tablets 3 times a day" names no drug: the heading above does, or the list's lead-in, or the
first cell of the row, or the head of the column. A segment is one sentence, one list item's
sentence or one table row, with pointers to the words that govern it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.text import units
from pipeline.text.sentences import split_sentences

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
    introduces the list ("Take one of these:") or the item above a nested one; `intro` the
    paragraph that stands before the table or the list, whatever it ends with. For a table
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
    intro: Span | None = None


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
    titles: tuple[Span, ...] = ()
    intro: Span | None = None


_NOTHING = _Context()
_FIRST_BLOCKS = 3
"""A heading later than this is not the page's title."""


def segment(text: str, blocks: Sequence[ReadBlock]) -> tuple[Segment, ...]:
    """The segments of `text`, in reading order; `blocks` are disjoint and sorted."""
    segments: list[Segment] = []
    context = _Context()
    for index, block in enumerate(_unbroken(text, blocks)):
        if block.kind is BlockKind.HEADING:
            context = _under(context, block, index)
            segments.extend(_sentences(text, block, index, _NOTHING))
        elif block.kind is BlockKind.TABLE_ROW:
            segments.extend(_row(text, block, index, context))
        elif block.kind is BlockKind.LIST_ITEM:
            segments.extend(_item(text, block, index, context))
        else:
            own = _sentences(text, block, index, context, _asked(text, block, context))
            segments.extend(own)
            context = replace(_behind(context, text, own), intro=block.span)
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
    above = [span for _, span in reversed((*outline, (block.level, block.span)))]
    titles = dict.fromkeys([*above, title] if title is not None else above)
    return _Context(
        heading=block.span,
        outline=(*outline, (block.level, block.span)),
        title=title,
        titles=tuple(span for span in titles if span != block.span),
    )


def _behind(context: _Context, text: str, sentences: Sequence[Segment]) -> _Context:
    """The context behind a paragraph: its last sentence leads what follows if it ends so."""
    lead = sentences[-1].span if sentences else None
    if lead is None or not text[lead.start : lead.end].rstrip().endswith((":", "-", "–")):
        lead = None
    return replace(context, lead=lead, items=(), table=0, columns=())


def _sentences(
    text: str, block: ReadBlock, index: int, context: _Context, lead: Span | None = None
) -> list[Segment]:
    heading, titles = context.heading, context.titles
    spans = split_sentences(text, block.span.start, block.span.end)
    return [Segment(s, block.kind, index, heading, lead, titles=titles) for s in spans]


def _item(text: str, block: ReadBlock, index: int, context: _Context) -> list[Segment]:
    """An item is led by the item it is nested in, else by the paragraph before the list."""
    above = tuple(item for item in context.items if item[0] < block.level)
    lead = above[-1][1] if above else context.lead
    plain = _sentences(text, block, index, context, lead)
    segments = [replace(piece, intro=context.intro) for piece in plain]
    if segments:
        context.items = (*above[-8:], (block.level, segments[0].span))
    return segments


_COLUMN = re.compile(
    r"\b(?:age|dos(?:e|age)|how (?:much|often|long|many)|times|frequency|drugs?|medicines?|product"
    r"|substance|strength|duration|course|days|who|weight|amount|route|interval|repeat|morning"
    r"|evening|night|noon|maximum|ceiling)\b",
    re.IGNORECASE,
)
_VALUE = re.compile(rf"[0-9½¼¾] ?-?(?:{units.DOSE_WORDS})(?![a-z])|^[\W0-9]*$", re.IGNORECASE)


def _names_columns(text: str, block: ReadBlock) -> bool:
    """True for a first row that no page marks as the head: it names columns and holds no value."""
    cells = [cell.of(text) for cell in block.cells]
    named = sum(1 for cell in cells if _COLUMN.search(cell))
    return named > 1 and not any(_VALUE.search(cell) for cell in cells)


_ASKS = re.compile(r"(?:q|question)\b[^\w\s]", re.IGNORECASE)
_ANSWERS = re.compile(r"(?:a|answer)\b[^\w\s]", re.IGNORECASE)


def _asked(text: str, block: ReadBlock, context: _Context) -> Span | None:
    """The question that the paragraph `block` answers: "Q: …", then "A: …"."""
    before = context.intro
    answers = before is not None and _ANSWERS.match(text, block.span.start)
    return before if before is not None and answers and _ASKS.match(text, before.start) else None


def _row(text: str, block: ReadBlock, index: int, context: _Context) -> list[Segment]:
    heads_table = block.header or (block.table != context.table and _names_columns(text, block))
    if block.table != context.table or heads_table:
        context.table = block.table
        context.columns = block.cells if heads_table else ()
    if heads_table:
        return []
    heads = tuple(
        context.columns[i] if i < len(context.columns) else None for i in range(len(block.cells))
    )
    if len(block.span) > 4_000:  # a flattened page, not a row
        return _sentences(text, block, index, replace(context, titles=()), context.lead)
    above = context.heading, context.lead
    row = Segment(block.span, block.kind, index, *above, cells=block.cells, headers=heads)
    return [replace(row, intro=context.intro)]
