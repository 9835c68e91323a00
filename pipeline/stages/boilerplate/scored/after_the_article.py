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
from pipeline.stages.boilerplate.specimen import PROSE


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
            f"{PROSE}\n"
            "[[Our Story]]\n[[Careers]]\n[[Press]]\n[[Find a Store]]\n[[Gift Cards]]\n"
            "[[Advertise with us]]\n[[Terms of Use]]",
            "names of the site's sections below the last sentence",
        ),
    ),
    keeps=(
        Example(
            f"{PROSE}\nWarm up first\nStretch gently\nSee a doctor if it stays",
            "a short list that belongs to the article",
        ),
    ),
)
