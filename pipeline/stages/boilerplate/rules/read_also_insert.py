"""A pointer to another article, set between two paragraphs.

"Read also: seven foods for strong nails" stands in the middle of the text and is about something
else. The cue must open the line and be followed by a title, not by a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Page, hit

_CUE = re.compile(
    r"(?:\W{0,3})(?:read also|also read|read more|read next|read this|see also|you may also like|"
    r"you might also like|must read|more on this(?: topic)?|related(?: reading| articles?| posts?| "
    r"stor(?:y|ies))?|don't miss|recommended(?: reading)?|up next|also see|interesting|on the "
    r"topic|"
    r"click here|learn more)\s?(?:[:：»→>|]|[-–—] )\s?\S"
)
_LONGEST = 30  # words


def find(page: Page) -> Iterable[Hit]:
    """Each such line by itself."""
    for line in page.lines:
        if len(line.words) <= _LONGEST and _CUE.match(line.folded) and not line.text.endswith("."):
            yield hit([line], "A pointer to another article, set into the text.")


RULE = CutRule[Page](
    id=RuleId("CUT005"),
    name="read_also_insert",
    summary="A pointer to another article between paragraphs",
    seen="magazines; translated portals",
    find=find,
    cuts=(
        Example(
            "Nails grow slowly.\n[[Read also: Seven foods for strong nails]]\nToenails are slower.",
            "set between two paragraphs",
        ),
        Example("Nails grow slowly.\n[[RELATED: The truth about ridges]]", "in capitals"),
    ),
    keeps=(
        Example("Related: my sister had the same rash last year.", "a sentence"),
        Example("Read more about ridges below.", "no colon, and it points inside the page"),
        Example("See also the table of doses", "points inside the page"),
    ),
)
