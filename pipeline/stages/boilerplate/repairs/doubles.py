"""A phrase said twice on one line: "Gordon P Lisle, MD Gordon P Lisle, MD".

It comes from a picture's text beside the link's. The whole line must be the phrase twice, or the
phrase must be three words or more, all in capitals at their start, as names and titles are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Repair, RuleId
from pipeline.stages.boilerplate.page import Page
from pipeline.stages.boilerplate.repairs.lines import mendable, repair

DOUBLES = RuleId("REP007")

_WORD = re.compile(r"\S+")
_LONGEST = 400  # characters of a line with a doubled name
_MOST = 16  # words of a name or title


def mend_doubles(page: Page) -> Iterator[Repair]:
    """The second saying, with the space before it."""
    for line, text in mendable(page):
        if len(text) > _LONGEST:
            continue
        words = list(_WORD.finditer(text))
        size = _doubled([w.group() for w in words])
        if size:
            again = words[size - 1].end(), words[2 * size - 1].end()
            yield repair(line, again, "", DOUBLES, "Said twice on one line, kept once.")


def _doubled(words: list[str]) -> int:
    """How many words from the line's start are said again right after; 0 for none."""
    for size in range(min(_MOST, len(words) // 2), 1, -1):
        phrase = words[:size]
        if phrase != words[size : 2 * size]:
            continue
        named = size >= 3 and all(w[0].isupper() for w in phrase)
        if len(words) == 2 * size or named:
            return size
    return 0
