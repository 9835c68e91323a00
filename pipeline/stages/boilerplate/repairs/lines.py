"""The lines that repairs may touch, and a shorter way to say a repair."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.changes import Repair, RuleId
from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.boilerplate.page import Line, Page


def mendable(page: Page) -> Iterator[tuple[Line, str]]:
    """Lines that stay and are not code, with their text as it stands on the page."""
    text = page.document.text
    for line in page.lines:
        if line.index not in page.gone and line.block.kind is not BlockKind.CODE:
            yield line, line.span.of(text)


def repair(line: Line, where: tuple[int, int], new: str, rule: RuleId, reason: str) -> Repair:
    """A repair of the line's characters from the first offset of `where` up to the second."""
    return Repair(Span(*where).shift(line.span.start), new, rule, reason)
