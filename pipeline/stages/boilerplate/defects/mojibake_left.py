"""Letters decoded with the wrong table that could not be read again with certainty.

The replacement character says that a byte was lost for good; the other sequences are typical of
UTF-8 read as Windows-1252 and stand in no English or Latin word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from pipeline.model.changes import TEXT_DEFECT, RuleId, Severity
from pipeline.model.span import Span
from pipeline.rulebook.rule import Example, FlagRule, Hit
from pipeline.stages.boilerplate.leftover import Leftover

_DAMAGE = re.compile(
    "\\ufffd|\u00e2\u20ac[^\\s]?|\u00c3[\u0080-\u00bf]|\u00c2[\u00a0-\u00bf]|[\u0080-\u009f]"
)
_MOST = 5  # places shown for one page: they come in hundreds


def check(leftover: Leftover) -> Iterable[Hit]:
    """The first few damaged places that no repair covers, each with its word."""
    shown = 0
    mended = sorted(r.span for r in leftover.repairs)
    starts = [span.start for span in mended]
    for line in leftover.lines:
        text = leftover.text(line)
        for found in _DAMAGE.finditer(text):
            span = Span(*found.span()).shift(line.span.start)
            before = bisect_left(starts, span.end) - 1
            if before >= 0 and mended[before].end > span.start:
                continue
            yield Hit((span,), Severity.MINOR, "Letters were lost when the page was decoded.")
            shown += 1
            if shown == _MOST:
                return


RULE = FlagRule[Leftover](
    id=RuleId("TEXT004"),
    name="mojibake_left",
    category=TEXT_DEFECT,
    severity=Severity.MINOR,
    summary="Letters that were lost in decoding",
    advice="Compare with the source page; look hardest where a unit may have been hit.",
    citations=(),
    check=check,
    flags=(
        Example("Take it with a cup of caf[[\ufffd]] in the morning.", "the byte is gone for good"),
    ),
    passes=(Example("Ménière's disease was named in the 19th century.", "good letters"),),
)
