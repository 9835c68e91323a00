"""What stands below the last line of the article.

Footers, teasers, addresses and offers. Prose never resumes after them, their words are not the
article's, and the lines are short.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.extent import find_hits
from pipeline.stages.boilerplate.page import Page


def find(page: Page) -> Iterable[Hit]:
    """The stretch, if the evidence against it is strong enough."""
    return find_hits(page, "after", "Stands after the article has ended")


RULE = CutRule[Page](
    id=RuleId("CUT091"),
    name="after_the_article",
    summary="Lines after the article that are not part of it",
    seen="pages whose footers, teasers and forms survived naive text extraction",
    find=find,
    cuts=(
        Example(
            "A stiff back in the morning is as a rule a matter of the joints, and they need some "
            "minutes of gentle movement before they are ready for the day.\n"
            "The stiffness goes when the joints are warm, and the back is then as good as it was "
            "on the day before.\n"
            "A warm shower, a short walk and gentle movement of the back are the best ways to warm "
            "the joints in the morning.\n"
            "If the stiffness is still there at noon, the joints of the back may be inflamed, and "
            "movement alone will not be enough.\n"
            "[[Our Story]]\n[[Careers]]\n[[Press]]\n[[Find a Store]]\n[[Gift Cards]]\n"
            "[[Advertise with us]]\n[[Terms of Use]]",
            "names of the site's sections below the last sentence",
        ),
    ),
    keeps=(
        Example(
            "A stiff back in the morning is as a rule a matter of the joints, and they need some "
            "minutes of gentle movement before they are ready for the day.\n"
            "The stiffness goes when the joints are warm, and the back is then as good as it was "
            "on the day before.\n"
            "A warm shower, a short walk and gentle movement of the back are the best ways to warm "
            "the joints in the morning.\n"
            "If the stiffness is still there at noon, the joints of the back may be inflamed, and "
            "movement alone will not be enough.\n"
            "Warm up first\nStretch gently\nSee a doctor if it stays",
            "a short list that belongs to the article",
        ),
    ),
)
