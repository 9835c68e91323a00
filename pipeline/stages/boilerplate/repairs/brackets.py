"""Empty brackets: what is left when a link or a citation number was dropped with its text.

"the mucosa () is" reads well without them. A pair at the start of a line is a tick box, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Repair, RuleId
from pipeline.stages.boilerplate.page import Page
from pipeline.stages.boilerplate.repairs.lines import mendable, repair

BRACKETS = RuleId("REP006")

_EMPTY = re.compile(r"[ \t\u00a0]{0,4}(?:\([\s,;.–-]{0,6}\)|\[[\s,;.–-]{0,6}\]|\{\s{0,6}\})")


def mend_brackets(page: Page) -> Iterator[Repair]:
    """Each empty pair, with the space before it."""
    for line, text in mendable(page):
        for found in _EMPTY.finditer(text):
            if found.start() == 0:
                continue
            yield repair(
                line, found.span(), "", BRACKETS, "Empty brackets, left by a dropped link."
            )
