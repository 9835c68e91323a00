"""A table that lost its columns: mended and worth a look, or beyond mending.

A header such as "ProductAllowedForbidden" above rows of run-together words cannot be taken apart
without knowing where each cell ends. Where the columns were certain they have been rebuilt, and
the editor is asked to glance at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.model.changes import TABLE_REPAIR, TEXT_DEFECT, Confidence, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule, Hit
from pipeline.stages.boilerplate.leftover import Leftover
from pipeline.stages.boilerplate.page import Line
from pipeline.stages.boilerplate.repairs.tables import find_tables, header_joints

_ROW_WORDS = 14
_MOST_ROWS = 100
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_GLUED = re.compile(r"[a-z)%][A-Z$€£]|[a-z)%]\d|\d[A-Z$€£]")
_CELL = 4  # letters of the shortest cell of a header without spaces; brand names have shorter ones


def _is_lost_header(leftover: Leftover, line: Line) -> bool:
    """Two joints or more, few words, no sentence."""
    text = leftover.text(line)
    if len(text) > 120 or line.ends_sentence or line.block.cells or line.block.path:
        return False
    joints = header_joints(text)
    return len(joints) >= 2 and (" " in text or min(map(len, _JOINED.split(text))) >= _CELL)


def _rows_below(lines: tuple[Line, ...], at: int) -> list[Line]:
    rows = []
    for line in lines[at + 1 : at + 1 + _MOST_ROWS]:
        if line.ends_sentence or line.is_list_item or not 1 <= len(line.words) <= _ROW_WORDS:
            break
        rows.append(line)
    return rows


def _lost_tables(leftover: Leftover) -> Iterator[tuple[Line, list[Line]]]:
    for at, line in enumerate(leftover.lines):
        if _is_lost_header(leftover, line):
            rows = _rows_below(leftover.lines, at)
            glued = sum(bool(_GLUED.search(leftover.text(row))) for row in rows)
            sure = " " not in leftover.text(line) or glued * 2 >= len(rows)
            if len(rows) >= 2 and sure:
                yield line, rows


def check(leftover: Leftover) -> Iterable[Hit]:
    """Rebuilt tables as information, the others as a defect; each table once."""
    mended = {r.span.start for r in leftover.repairs if r.rule == TABLE_REPAIR}
    seen: set[int] = set()
    tables = [(header, list(rows)) for header, rows in find_tables(leftover.page)]
    for header, rows in [*tables, *_lost_tables(leftover)]:
        if header.index in seen:
            continue
        seen.add(header.index)
        span = header.span.cover(rows[-1].span)
        if any(header.span.start <= at <= header.span.end for at in mended):
            yield Hit(
                (span,),
                Severity.INFO,
                f"A flattened table of {len(rows)} rows was rebuilt; check its columns.",
            )
        else:
            yield Hit(
                (span,),
                Severity.MINOR,
                "A table lost its columns and could not be rebuilt.",
                Confidence.MEDIUM,
            )


RULE = FlagRule[Leftover](
    id=RuleId("TEXT003"),
    name="flattened_table",
    category=TEXT_DEFECT,
    severity=Severity.MINOR,
    summary="A table without its columns",
    advice="Compare with the source page and set the cells by hand, or remove the table.",
    citations=(),
    check=check,
    flags=(
        Example(
            "[[NutPortion for adults (g)Portion for children (g)\nWalnut30 15\nHazelnut25 10]]",
            "rebuilt, and shown to an editor",
            Severity.INFO,
        ),
        Example(
            "[[ProductAllowedForbidden\nBreadold, toastedfresh\nMeatboiled henroast goose]]",
            "nobody can tell where a cell ends",
            Severity.MINOR,
        ),
    ),
    passes=(
        Example("The HealthAnswers team\nAnn\nBob", "one joint is a name"),
        Example("DrinkPortion (ml)Limit (ml)\nWater is always fine.", "no rows below"),
    ),
)
