"""Page numbers and links to the other pages of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Page, hit

_NUMBERED = re.compile(
    r"page \d{1,4} (?:of|/) \d{1,4}(?:\W{0,3}(?:next|prev(?:ious)?)(?: page)?\W{0,3})?"
    r"|pages?[:.]? (?:\d{1,3} ){1,20}\d{1,3}(?: next(?: page)?)?\W{0,4}"
    r"|(?:[«‹<]{0,2} ?(?:first|prev(?:ious)?) )?(?:\d{1,4} |… |\.\.\. |\| ){2,30}(?:\d{1,4} )?"
    r"(?:next|last|[»›>]{1,2})(?: page)?(?: last)? ?[»›>]{0,2}"
    r"|[«‹]{1,2} ?(?:first|prev(?:ious)?) (?:\d{1,4} ?){1,30}(?:next)? ?[»›]{0,2}"
    r"|(?:go to )?(?:next|previous) page\W{0,3}|load more(?: \w{1,12})?|1 2 3(?: "
    r"\d{1,3}){0,20}(?: \.\.\. \d{1,4})?"
)


def find(page: Page) -> Iterable[Hit]:
    """Each such line by itself."""
    for line in page.lines:
        if len(line.text) <= 120 and _NUMBERED.fullmatch(line.folded):
            yield hit([line], "Page numbers of a longer article or list.")


RULE = CutRule[Page](
    id=RuleId("CUT014"),
    name="pagination",
    summary="Page numbers and links to other pages",
    seen="forums and long magazine articles",
    find=find,
    cuts=(
        Example("Rest.\n[[Page 1 of 3]]", "says where we are"),
        Example("Rest.\n[[« Previous 1 2 3 4 Next »]]", "numbers between links"),
    ),
    keeps=(
        Example("1 2\n120 80", "rows of a table"),
        Example("Page 2 of 3 holds the diary of your pain.", "a sentence"),
    ),
)
