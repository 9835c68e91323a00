"""The path to the page: "Home > Health > Knees".

It begins at Home or says "You are here", or it is a chain of short names before the article
begins. Between paragraphs a ">" is a comparison or a direction in a menu, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit

_CHAIN = re.compile(r"\s*[›»→▸]\s*|\s+[>/|]\s+|\s*>\s+")
_LABEL = r"(?:(?:location|path|position|navigation|current page)\s?[:：]\s?)?"
_START = re.compile(
    rf"{_LABEL}(?:you are here\s?[:：]?\s?"
    r"|(?:home|main|homepage|start)\s*(?:[›»>▸→]|/ |\| ))"
)
_LONGEST = 40  # words


def _is_chain(line: Line) -> bool:
    """Two joints or more, only short names between them."""
    parts = [p for p in _CHAIN.split(line.text) if p]
    return len(parts) >= 3 and all(len(p.split()) <= 8 for p in parts[:-1])


def find(page: Page) -> Iterable[Hit]:
    """Each breadcrumb line by itself."""
    for line in page.lines:
        if not 1 <= len(line.words) <= _LONGEST or line.is_prose_sentence:
            continue
        begins = bool(_START.match(line.folded)) and not line.text.endswith((".", "!"))
        named = begins and (len(_CHAIN.split(line.text)) >= 2 or line.folded.startswith("you are"))
        early = line.index < min(page.first_prose, 25) and "|" not in line.text
        if named or (early and not line.ends_sentence and _is_chain(line)):
            yield hit([line], "A breadcrumb: the way to this page through the site.")


RULE = CutRule[Page](
    id=RuleId("CUT006"),
    name="breadcrumb",
    summary="The path to the page through the site",
    seen="most portals, above the title",
    find=find,
    cuts=(
        Example("[[Home > Health > Knees]]\nKnees that crack", "begins at home"),
        Example("[[Home > Knees > Why do they crack?]]\nKnees", "ends with the title"),
        Example("[[You are here: Home / Joints]]\nKnees that crack", "says what it is"),
        Example("[[Location: Home > Health > Knees]]\nKnees that crack", "with a label"),
        Example("[[Conditions › Joints › Knees]]\nKnees that crack", "a chain before the article"),
    ),
    keeps=(
        Example("Home remedies > tablets, she says", "not the page Home"),
        Example(
            "A fasting value of more than seven on two days is what doctors call diabetes in most "
            "cases.\nGlucose > 7 > twice",
            "a comparison after the article has begun",
        ),
    ),
)
