"""The title again, word for word, after it has been said.

Content farms print the headline two or three times: as page title, as heading and once more below
the lead. Only whole lines count, so a sentence that takes the question up again stays. A title of
one or two words is left alone: "Symptoms" may well head the page and a section of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit

_LONGEST = 40  # words
_LATEST = 3  # the line that opens the page stands among its first lines


def _same(folded: str) -> str:
    return folded.rstrip(" .:!?")


def _titles(page: Page) -> tuple[Line, ...]:
    """Lines that may be the page's title: named by its metadata, opening the page, or said twice
    before the first sentence."""
    worded = [x for x in page.lines if 3 <= len(x.words) <= _LONGEST and not x.is_prose_sentence]
    worded = [x for x in worded if not x.text[0].isdigit()]
    found = [x for x in worded if page.is_named(x)]
    found += [x for x in worded[:1] if x.index < _LATEST]
    if page.last_prose >= 0:
        head = [x for x in worded if x.index < page.first_prose]
        said = Counter(_same(x.folded) for x in head)
        twice = [x for x in head if said[_same(x.folded)] > 1]
        if len({_same(x.folded) for x in twice}) == 1:  # more of them are a table of contents
            found += twice
    return tuple(found)


def find(page: Page) -> Iterable[Hit]:
    """Every later line that says a title again."""
    said: set[str] = set()
    for title in _titles(page):
        key = _same(title.folded)
        if key in said:
            continue
        said.add(key)
        copies = [x for x in page.lines[title.index + 1 :] if _same(x.folded) == key]
        kept = next((x for x in [title, *copies] if x.is_heading and x.block.level == 1), title)
        for copy in [title, *copies]:
            if copy is not kept:
                yield hit([copy], "The title stands on the page once already.")


RULE = CutRule[Page](
    id=RuleId("CUT001"),
    name="title_repeat",
    summary="The page's title said again, word for word",
    seen="content farms, where the headline opens the page and returns above and below the lead",
    find=find,
    cuts=(
        Example(
            "Why do my knees crack on the stairs?\n"
            "[[Why do my knees crack on the stairs?]]\n"
            "Knees that crack without pain are as a rule nothing to worry about at all.\n"
            "[[Why do my knees crack on the stairs?]]\n"
            "1. Gas in the joint",
            "said three times, kept once",
        ),
    ),
    keeps=(
        Example(
            "Why do my knees crack?\nMany ask: why do my knees crack? The answer is gas.",
            "the question is taken up inside a sentence",
        ),
        Example("Symptoms\nIt hurts.\nSymptoms\nIt itches.", "too short to be surely the title"),
        Example(
            "Knee pain on the stairs\nWarm up first.\nWhat to do?\nRest.\nWhat to do?\nIce.",
            "a heading that returns is not the title",
        ),
    ),
)
