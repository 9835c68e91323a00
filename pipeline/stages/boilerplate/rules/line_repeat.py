"""A short line that says again what the line above it says.

The name of an author comes once as link and once as text, a heading once as picture text and once
as heading. Prose that repeats itself is another matter (the deduplication's), and so are rows of a
table and list items, where the same value may well stand twice.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.model.document import BlockKind
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit

_BOUND = (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM)


def _repeats(line: Line, above: Line) -> bool:
    if line.block.kind in _BOUND or above.block.kind in _BOUND:
        return False
    return 2 <= len(line.words) <= 13 and line.folded == above.folded


def find(page: Page) -> Iterable[Hit]:
    """The second of two equal lines."""
    for above, line in zip(page.lines, page.lines[1:], strict=False):
        if _repeats(line, above):
            yield hit([line], "The same words stand on the line above.")


RULE = CutRule[Page](
    id=RuleId("CUT017"),
    name="line_repeat",
    summary="A short line said twice in a row",
    seen="bylines as link and as text; headings as picture text and as heading",
    find=find,
    cuts=(Example("Rest.\nGordon P Lisle, MD\n[[Gordon P Lisle, MD]]\nProfessor", "a byline"),),
    keeps=(
        Example("Monday\nRest\nTuesday\nRest", "not in a row"),
        Example("Yes\nYes", "too short to be sure"),
    ),
)
