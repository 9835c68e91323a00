"""What stands above the first line of the article.

Menus, dates, buttons and slogans come first on a scraped page. Each alone might be a heading; the
whole stretch, with no sentence in it and no word of the article's subject, is not.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.extent import find_hits
from pipeline.stages.boilerplate.page import Page
from pipeline.stages.boilerplate.specimen import PROSE


def find(page: Page) -> Iterable[Hit]:
    """The stretch, if the evidence against it is strong enough."""
    return find_hits(page, "before", "Stands before the article begins")


RULE = CutRule[Page](
    id=RuleId("CUT090"),
    name="before_the_article",
    summary="Lines before the article that are not part of it",
    seen="pages whose menus, dates and buttons survived naive text extraction",
    find=find,
    cuts=(
        Example(
            "[[Login]]\n[[Register]]\n[[Our Story]]\n[[Careers]]\n[[Blog]]\n[[March 4, 2024]]\n"
            f"{PROSE}",
            "names, a date and buttons above the first sentence",
        ),
    ),
    keeps=(
        Example(
            f"Stiff in the morning\n{PROSE}",
            "a title",
        ),
    ),
)
