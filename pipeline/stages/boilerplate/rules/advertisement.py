"""Labels of advertisements, left where the picture was."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Page, hit

_LABEL = re.compile(
    r"(?:advertisements?|advertising|ads?|sponsored(?: (?:content|links?|post))?|promoted(?: "
    r"content)?"
    r"|(?:advertisement ?[-–—:.]? ?)?(?:story|article|continue|scroll|continues?|keep)"
    r"(?: (?:to|reading|scrolling|continues?))* ?(?:below|continue|after (?:the )?(?:ad|"
    r"advertisement))"
    r"(?: (?:the )?(?:ad|advertisement))?|skip (?:the )?(?:ad|advert(?:isement)?)|report this ad"
    r"|ads? by .{1,30}|remove ads|close ad|advertise with us|powered by .{1,30}"
    r"|(?:this (?:post|article|page) (?:may )?contains? )(?:affiliate|sponsored) links?.{0,120}"
    r"|(?:we|as an .{1,30} (?:associate|partner),? (?:we|i)) (?:may )?earn (?:a |from )?.{0,20}"
    r"(?:commission|purchases).{0,120})[.:!]?"
)


_FRAME = "[](){}*-–—•|<>~= "  # signs that a label is set between


def find(page: Page) -> Iterable[Hit]:
    """Each label by itself."""
    for line in page.lines:
        if line.words and len(line.words) <= 40 and _LABEL.fullmatch(line.folded.strip(_FRAME)):
            yield hit([line], "The label of an advertisement.")


RULE = CutRule[Page](
    id=RuleId("CUT012"),
    name="advertisement",
    summary="Labels of advertisements",
    seen="magazines, between paragraphs",
    find=find,
    cuts=(
        Example("Rest.\n[[Advertisement]]\nThen walk.", "the picture is gone, its label is not"),
        Example("Rest.\n[[Article continues below advertisement]]\nThen walk.", "a longer label"),
        Example("Rest.\n[[(Advertisement)]]\nThen walk.", "set in brackets"),
    ),
    keeps=(
        Example("Advertisements for sweets work on children.", "a sentence"),
        Example("AD: Alzheimer disease", "an abbreviation explained"),
    ),
)
