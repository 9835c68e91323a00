"""What the head of a column, or of a row, says about its cells.

In a table the "never" stands once, above: a dose in the column "Not together with" or in the row
"Myth" is no advice.
"""

from __future__ import annotations

import re

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_FORBIDS = re.compile(
    r"\b(?:not|never|avoid\w*|don't|contra-?indicat\w*|forbidden|prohibit\w*|myths?|dangers?"
    r"|dangerous|wrong|mistakes?|interact\w*|side effects?|overdose|warnings?|incompatib\w*"
    r"|caution)\b",
    re.I,
)


def column_forbids(passage: Passage, sentence: Sentence, span: Span) -> bool:
    """True when the head of a cell, or the first cell of the row, says "never" or "myth"."""
    if sentence.kind is not BlockKind.TABLE_ROW or not sentence.cells:
        return False
    first = sentence.cells[0]
    if first.end <= span.start and _FORBIDS.search(first.of(passage.text)):
        return True
    for cell, head in zip(sentence.cells, sentence.headers, strict=False):
        if head is not None and cell.overlaps(span) and _FORBIDS.search(head.of(passage.text)):
            return True
    return False
