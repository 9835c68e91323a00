"""What interrupts the article.

Offers and links set between paragraphs. Here the article is on both sides, and a line lost would
change what is left, so a score takes only what cannot be text: links by the markup, or a row of
buttons. All else is left to the sure rules and to editors.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.extent import find_hits
from pipeline.stages.boilerplate.page import Page
from pipeline.stages.boilerplate.specimen import MORE_PROSE, PROSE


def find(page: Page) -> Iterable[Hit]:
    """The stretch, if the evidence against it is strong enough."""
    return find_hits(page, "inside", "Interrupts the article")


RULE = CutRule[Page](
    id=RuleId("CUT092"),
    name="inside_the_article",
    summary="Lines inside the article that interrupt it",
    seen="magazines and shops that set offers between paragraphs",
    find=find,
    cuts=(
        Example(
            f"{PROSE}\n"
            "[[Shop now]]\n[[Add to cart]]\n[[Gift card]]\n[[Sale]]\n[[Free shipping]]\n"
            "[[Buy now]]\nExercise in the morning\n"
            f"{MORE_PROSE}",
            "an offer between paragraphs",
        ),
    ),
    keeps=(
        Example(
            f"{PROSE}\nWhat helps\nWarmth\nMovement\nSleep\n{MORE_PROSE}",
            "a heading and a list of single words",
        ),
    ),
)
