"""A plain string as blocks, for `check` and for tests: pages come with blocks of their own.

What somebody pastes is a sentence, or a few lines with a list or a table in them. A line is a
block, and its kind is told by how it begins and by the lines around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.segments import ReadBlock

_MARKER = re.compile(r"[ \t]{0,20}([-•*·–—▪◦]|\(?[0-9]{1,3}[.)]|[a-z]\))[ \t]{1,8}(?=\S)")
_MARKDOWN_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]{1,8}(?=\S)")
_CELLS = re.compile(r"[^|\t]+")
_DIGIT = re.compile("[0-9]")
_WORDS_IN_HEADING = 9


def read_blocks(text: str) -> tuple[ReadBlock, ...]:
    """Blocks of `text`, one a line.

    Lines with a marker are list items; lines with bars or tabs are table
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


def _split_cells(text: str, span: Span) -> Iterator[Span]:
    for match in _CELLS.finditer(text, span.start, span.end):
        words = match.group()
        if words.strip():
            start = match.start() + len(words) - len(words.lstrip())
            yield Span(start, start + len(words.strip()))


def _looks_like_heading(words: str, lines: Sequence[str], number: int) -> bool:
    if len(words.split()) > _WORDS_IN_HEADING or words[-1] in ".!?…,;:":
        return False
    if _DIGIT.search(words):
        return False
    behind = lines[number + 1 : number + 5]
    return bool(behind) and not behind[0].strip() and any(line.strip() for line in behind[1:])
