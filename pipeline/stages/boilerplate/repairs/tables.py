"""Tables whose markup was lost: "White wine150 180" below "DrinkWomen (ml)Men (ml)".

The cells ran together, some without a space between them. Where each row is a label glued to its
first number and every row has as many numbers, the columns are certain; the header is certain too
when splitting it at its glued capitals gives one cell more than there are numbers. Both must hold
for the whole table, else nothing is done: a number in the wrong column is worse than none.

Cells are parted by inserting ` | `; neighbouring blocks with that repair are one table, the first
its header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.model.changes import CELL_BAR, TABLE_REPAIR, Repair
from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.boilerplate.page import Line, Page

_REASON = "A cell of a table whose markup was lost."
_UNIT = r"(?:mg|mcg|µg|g|kg|ml|l|cm|mm|iu|IU|kcal|%|mmol/l|hours?|days?|weeks?|years?)"
_CELL = rf"[<>≤≥~]?\d[\d.,]{{0,9}}(?:\s?[-–/]\s?\d[\d.,]{{0,9}})?(?:\s?{_UNIT}(?![^\W\d_]))?"
_ROW = re.compile(
    rf"(?P<label>[^\W\d_][^\n]{{0,80}}?[^\W\d_)])(?P<cells>{_CELL}(?:\s{{0,3}}{_CELL}){{0,8}})"
)
_ONE = re.compile(_CELL)
_CODE = re.compile(r"(?:^|[\s(-])[A-Z]$")  # the B of "B12": the number may be part of the label
_JOINT = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][^\W\d_])|(?<=[)%])(?=[A-Z])")
_LONGEST = 240
_MOST_ROWS = 1_000
_FEWEST = 2  # rows below the header


def header_joints(text: str) -> tuple[int, ...]:
    """Offsets at which a flattened header changes cell: a lower letter or ) glued to a capital."""
    return tuple(m.start() for m in _JOINT.finditer(text))


def mend_tables(page: Page) -> Iterator[Repair]:
    """Separators for each flattened table that can be rebuilt."""
    for header, rows in find_tables(page):
        parted = [_part_row(page, row) for row in rows]
        joints = header_joints(_text(page, header))
        if None in parted or len({len(p) for p in parted if p is not None}) != 1:
            continue
        if len(joints) != len(parted[0] or ()):
            continue
        for at in joints:
            yield Repair(Span(at, at).shift(header.span.start), CELL_BAR, TABLE_REPAIR, _REASON)
        for row, gaps in zip(rows, parted, strict=True):
            for gap in gaps or ():
                yield Repair(gap.shift(row.span.start), CELL_BAR, TABLE_REPAIR, _REASON)


def find_tables(page: Page) -> Iterator[tuple[Line, tuple[Line, ...]]]:
    """Header and rows of each run of lines that look like a flattened table of numbers."""
    lines = [x for x in page.lines if x.index not in page.gone]
    at = 0
    while at < len(lines):
        if _may_be_header(page, lines[at]):
            rows = []
            for line in lines[at + 1 : at + 1 + _MOST_ROWS]:
                if not _is_row(page, line):
                    break
                rows.append(line)
            if len(rows) >= _FEWEST:
                yield lines[at], tuple(rows)
                at += len(rows)
        at += 1


def _text(page: Page, line: Line) -> str:
    return line.span.of(page.document.text)


def _may_be_header(page: Page, line: Line) -> bool:
    text = _text(page, line)
    plain = line.block.kind is not BlockKind.TABLE_ROW and len(text) <= _LONGEST
    return plain and "\n" not in text and bool(header_joints(text)) and not line.ends_sentence


def _is_row(page: Page, line: Line) -> bool:
    return len(line.span) <= _LONGEST and bool(_ROW.fullmatch(_text(page, line)))


def _part_row(page: Page, line: Line) -> tuple[Span, ...] | None:
    """The gaps between the row's cells, as offsets into the line; None when they are not sure."""
    row = _ROW.fullmatch(_text(page, line))
    if row is None or _CODE.search(row["label"]):
        return None
    cells: Sequence[re.Match[str]] = list(_ONE.finditer(row["cells"]))
    base = row.start("cells")
    gaps = [Span(base, base)]
    for before, after in pairwise(cells):
        gaps.append(Span(base + before.end(), base + after.start()))
    return tuple(gaps)
