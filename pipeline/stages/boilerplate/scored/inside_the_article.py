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
            "A stiff back in the morning is as a rule a matter of the joints, and they need some "
            "minutes of gentle movement before they are ready for the day.\n"
            "The stiffness goes when the joints are warm, and the back is then as good as it was "
            "on the day before.\n"
            "A warm shower, a short walk and gentle movement of the back are the best ways to warm "
            "the joints in the morning.\n"
            "If the stiffness is still there at noon, the joints of the back may be inflamed, and "
            "movement alone will not be enough.\n"
            "[[Shop now]]\n[[Add to cart]]\n[[Gift card]]\n[[Sale]]\n[[Free shipping]]\n"
            "[[Buy now]]\nExercise in the morning\n"
            "The best exercise for the back in the morning is the one that you will do on every "
            "day of the week.\n"
            "Lie down and rock the back from side to side, a gentle movement that warms the joints "
            "in some minutes.\n"
            "Then stand up in a warm room and walk until the stiffness goes and the joints are "
            "ready for the day.\n"
            "After some weeks most people find that the stiffness of the joints in the morning is "
            "gone for good.",
            "an offer between paragraphs",
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
            "What helps\nWarmth\nMovement\nSleep\n"
            "The best exercise for the back in the morning is the one that you will do on every "
            "day of the week.\n"
            "Lie down and rock the back from side to side, a gentle movement that warms the joints "
            "in some minutes.\n"
            "Then stand up in a warm room and walk until the stiffness goes and the joints are "
            "ready for the day.\n"
            "After some weeks most people find that the stiffness of the joints in the morning is "
            "gone for good.",
            "a heading and a list of single words",
        ),
    ),
)
