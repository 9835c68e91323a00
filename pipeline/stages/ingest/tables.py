"""Rows of tables in text: lines whose cells are parted by tabs or upright bars.

One such line may be a menu ("Home | Topics | Contact") or chance; two in a row with as many cells
are a table. Its first row heads it when figures only come below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.document import Block, BlockKind
from pipeline.model.span import Span

_RULE = re.compile(r"[\s|:+=-]{3,}\Z")
_UNESCAPED = {"\t": re.compile("\t"), "|": re.compile(r"(?<!\\)\|")}  # "\\|" is a bar in a cell
_DIGIT = re.compile(r"\d")


def find_tables(text: str, spans: Sequence[Span]) -> dict[int, Block]:
    """Table rows among `spans`, by their index."""
    rows: dict[int, Block] = {}
    table = 0
    for run in _runs(text, spans):
        if sum(1 for _, cells in run if cells) < 2:
            continue
        table += 1
        head = _has_head(text, run)
        for at, cells in run:
            span = spans[at]
            body = span if cells else Span(span.end, span.end)
            kind, header = BlockKind.TABLE_ROW, head and at == run[0][0]
            rows[at] = Block(span, kind, body, cells=cells, table=table, header=header)
    return rows


def split_cells(text: str, span: Span) -> tuple[Span, ...]:
    """The cells of the line at `span`, empty ones included; none when nothing parts it."""
    line = span.of(text)
    bar = "\t" if "\t" in line else "|"
    if bar not in line or "\n" in line or "\r" in line:
        return ()
    start, end = span.start, span.end
    if bar == "|":
        start += line.startswith("|")
        end -= line.endswith("|") and not line.endswith("\\|") and end > start
    cells: list[Span] = []
    for piece in _UNESCAPED[bar].split(text[start:end]):
        lead = len(piece) - len(piece.lstrip())
        cells.append(Span(start + lead, start + lead + len(piece.strip())))
        start += len(piece) + 1
    return tuple(cells)


def is_rule(line: str) -> bool:
    """True for the line that parts the head of a table from its body (`|---|---|`)."""
    return "-" in line and _RULE.match(line) is not None and ("|" in line or "+" in line)


def _runs(text: str, spans: Sequence[Span]) -> Iterator[list[tuple[int, tuple[Span, ...]]]]:
    """Neighbouring lines with equally many cells; rules among them have none."""
    run: list[tuple[int, tuple[Span, ...]]] = []
    width = 0
    for at, span in enumerate(spans):
        cells = split_cells(text, span)
        if run and cells and is_rule(span.of(text)):
            run.append((at, ()))
            continue
        if len(cells) < 2 or (run and len(cells) != width):
            if run:
                yield run
            run = []
        if len(cells) >= 2:
            width = len(cells)
            run.append((at, cells))
    if run:
        yield run


def _has_head(text: str, run: Sequence[tuple[int, tuple[Span, ...]]]) -> bool:
    """True when a rule stands under the first row, or figures stand in the others alone."""
    if len(run) > 1 and not run[1][1]:
        return True
    figures = [any(_DIGIT.search(cell.of(text)) for cell in cells) for _, cells in run]
    return not figures[0] and any(figures[1:])
