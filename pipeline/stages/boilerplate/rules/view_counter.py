"""A line about the page itself: its source, its date and how often it was read.

"Source: Daily Knees 2024-01-09 Views: 1186" counts readers, and a count of readers is no part of an
article. The line must be short and name a counter with its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Page, hit

_COUNTER = re.compile(
    r"(?<!\w)(?:(?:page ?)?views?|reads?|reading|clicks?|hits|popularity|browse|downloads|"
    r"times read)\s?[:：(]\s?\d[\d.,]*k?"
    r"|^[\d.,]+k? (?:views|reads|shares|likes|clicks|followers)$"
)
_LONGEST = 16  # words


def find(page: Page) -> Iterable[Hit]:
    """Each such line by itself."""
    for line in page.lines:
        if len(line.words) <= _LONGEST and not line.is_prose and _COUNTER.search(line.folded):
            yield hit([line], "A line about the page: its source, its date, its readers.")


RULE = CutRule[Page](
    id=RuleId("CUT020"),
    name="view_counter",
    summary="How often the page was read",
    seen="content farms, below the title",
    find=find,
    cuts=(Example("Knees\n[[Source: Daily Knees  2024-01-09  Views: 1186]]\nRest.", "a counter"),),
    keeps=(
        Example("Blood pressure readings: 120/80 is fine.", "another kind of reading"),
        Example("Reading time\nSome read faster.", "no number"),
    ),
)
