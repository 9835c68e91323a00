"""The clean article as a reader meets it: title, headings, paragraphs, lists and tables.

Markdown and the reports show the same article, so its structure is worked out once, here. The
clean text is shared out among the blocks without remainder: what a repair inserts between two
blocks belongs to the one before, so no clean word can fall between the parts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from pipeline.model.changes import TABLE_REPAIR, Repair
from pipeline.model.document import Block, BlockKind
from pipeline.model.ledger import Ledger
from pipeline.model.naming import title_block
from pipeline.model.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of the article.

    `level` and `marker` are the block's; `rows` are a table's cells, of which the first `headers`
    rows are headings. `title` marks the article's title, which stands once at most.
    """

    kind: BlockKind
    text: str = ""
    level: int = 0
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    headers: int = 0
    title: bool = False


def article_parts(ledger: Ledger) -> tuple[Part, ...]:
    """The parts of the clean article, in page order, blank ones left out.

    A title that only the metadata knows comes first, as a part of its own.
    """
    parts: list[Part] = []
    titled = title_block(ledger)
    stated = ledger.document.source.metadata.title or ""
    rows = [row for row in _rows(ledger) if row.body.strip() or row.marked]
    if rows and titled is None and stated.strip():
        parts.append(Part(BlockKind.HEADING, stated, level=1, title=True))
    for _, run in groupby(enumerate(rows), key=lambda r: r[1].table or r[0]):
        group = [row for _, row in run]
        if group[0].table:
            parts.append(_table(group))
        else:
            parts.extend(_part(row, title=row.block is titled) for row in group)
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class _Row:
    """A block with its body's share of the clean text.

    `table` names the table of its `cells`; `marked` says that its list marker is in the text.
    """

    block: Block
    body: str
    cells: tuple[str, ...] = ()
    table: str = ""
    marked: bool = False


def _part(row: _Row, *, title: bool) -> Part:
    if title:
        return Part(BlockKind.HEADING, row.body, level=1, title=True)
    if row.block.kind is BlockKind.LIST_ITEM:
        return Part(row.block.kind, row.body, max(1, row.block.level), row.block.marker)
    if row.block.kind is BlockKind.TABLE_ROW:
        return Part(BlockKind.PARAGRAPH, row.body)
    return Part(row.block.kind, row.body, row.block.level)


def _table(rows: list[_Row]) -> Part:
    """Rows of one table; a rebuilt table's first row is its header."""
    rebuilt = rows[0].table == TABLE_REPAIR
    headers = 1 if rebuilt else len(list(takewhile(lambda r: r.block.header, rows)))
    cells = tuple(tuple(cell.strip() for cell in row.cells) for row in rows)
    return Part(BlockKind.TABLE_ROW, rows=cells, headers=headers)


def _rows(ledger: Ledger) -> Iterator[_Row]:
    """The blocks with their clean text; blocks welded by a table repair come as one row."""
    shares = _Shares(ledger)
    blocks = ledger.document.blocks
    text = ledger.document.text
    separators = [r for r in ledger.repairs if r.rule == TABLE_REPAIR]
    starts = [*(b.span.start for b in blocks), len(text)]
    at = 0
    while at < len(blocks):
        block, first = blocks[at], starts[at]
        inside = _between(separators, first, starts[at + 1])
        while at + 1 < len(blocks) and inside and "\n" in inside[-1].span.of(text):
            at += 1  # the separator replaces a line's end: both lines are cells of one row
            more = _between(separators, starts[at], starts[at + 1])
            if not more:
                break
            inside += more
        whole = Span(first, starts[at + 1])
        closed = block.body.end < block.span.end  # by a sign: "## Title ##", the end of a fence
        end = block.body.end if closed else whole.end
        body = shares.of(Span(max(first, block.body.start), end))
        cells: tuple[str, ...] = ()
        table = ""
        if inside:
            cells, table = shares.split(whole, inside), str(TABLE_REPAIR)
        elif block.kind is BlockKind.TABLE_ROW and block.cells:
            cells = _cells(block, whole, text, shares)
            table = f"table {block.table}"
        marked = bool(block.marker and shares.of(whole).strip())
        yield _Row(block, body, cells, table, marked)
        at += 1


def _cells(block: Block, whole: Span, text: str, shares: _Shares) -> tuple[str, ...]:
    """The cells of a row without the bars between them, where the page has bars."""
    if all(not Span(a.end, b.start).of(text).strip() for a, b in pairwise(block.cells)):
        edges = [whole.start, *(c.start for c in block.cells[1:]), whole.end]
        return tuple(shares.of(Span(a, b)) for a, b in pairwise(edges))
    return tuple(shares.of(cell) for cell in block.cells)


def _between(repairs: list[Repair], start: int, end: int) -> list[Repair]:
    low = bisect_left(repairs, start, key=lambda r: r.span.start)
    return repairs[low : bisect_left(repairs, end, key=lambda r: r.span.start)]


class _Shares:
    """The clean text between two page offsets, found in logarithmic time."""

    def __init__(self, ledger: Ledger) -> None:
        self._view = ledger.clean
        self._length = len(ledger.document.text)

    def of(self, span: Span) -> str:
        """Clean text from the start of `span` (what is inserted there included) to its end."""
        return self._view.text[self._away(span.start) : self._away(span.end)]

    def split(self, whole: Span, separators: list[Repair]) -> tuple[str, ...]:
        """The clean text of `whole` without the separators, in pieces."""
        edges = [self._away(whole.start)]
        for repair in separators:
            start = self._away(repair.span.start)
            edges += [start, start + len(repair.replacement)]
        edges.append(self._away(whole.end))
        return tuple(self._view.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))

    def _away(self, offset: int) -> int:
        """Where page `offset` went; behind a replacement when inside what was replaced."""
        if offset >= self._length:
            return len(self._view.text)
        pieces = self._view.pieces
        index = bisect_left(pieces, offset, key=lambda piece: piece.source.start)
        before = pieces[index - 1] if index else None
        if before is None or before.source.end <= offset:
            return pieces[index].out.start
        if before.verbatim:
            return before.out.start + offset - before.source.start
        return before.out.end
