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
            "A stiff back in the morning is as a rule a matter of the joints, and they need some "
            "minutes of gentle movement before they are ready for the day.\n"
            "The stiffness goes when the joints are warm, and the back is then as good as it was "
            "on the day before.\n"
            "A warm shower, a short walk and gentle movement of the back are the best ways to warm "
            "the joints in the morning.\n"
            "If the stiffness is still there at noon, the joints of the back may be inflamed, and "
            "movement alone will not be enough.",
            "names, a date and buttons above the first sentence",
        ),
    ),
    keeps=(
        Example(
            "Stiff in the morning\n"
            "A stiff back in the morning is as a rule a matter of the joints, and they need some "
            "minutes of gentle movement before they are ready for the day.\n"
            "The stiffness goes when the joints are warm, and the back is then as good as it was "
            "on the day before.\n"
            "A warm shower, a short walk and gentle movement of the back are the best ways to warm "
            "the joints in the morning.\n"
            "If the stiffness is still there at noon, the joints of the back may be inflamed, and "
            "movement alone will not be enough.",
            "a title",
        ),
    ),
)
