"""A paragraph that stands word for word further up on the same page.

Scrapers collect a paragraph once as the summary and once as the text, and content farms paste the
same one twice to fill a page. The first one stays. Only whole paragraphs of prose are compared,
so that a warning set under each of three medicines, which is short, stays under all three; rows of
a table and list items may well be equal on purpose.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.model.document import BlockKind
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Page, hit

_LEAST_WORDS = 20
_MOST_CHARACTERS = 1_900  # a longer line is not read to its end, so two could differ there
_PASSAGE = (
    "Drink with your meals and between them, enough that the urine stays pale all day; coffee "
    "counts, and so do soup and fruit."
)
_WARNING = "Do not take it together with alcohol."


def find(page: Page) -> Iterable[Hit]:
    """Every paragraph of prose whose words stood on the page before."""
    seen: set[str] = set()
    for line in page.lines:
        if line.block.kind is not BlockKind.PARAGRAPH or len(line.text) > _MOST_CHARACTERS:
            continue
        if len(line.words) < _LEAST_WORDS:
            continue
        if line.folded in seen:
            yield hit([line], "The same paragraph stands further up on the page.")
        seen.add(line.folded)


RULE = CutRule[Page](
    id=RuleId("CUT022"),
    name="passage_repeat",
    summary="A whole paragraph that stands further up on the page",
    seen="summaries set above the text they are taken from; stitched and padded articles",
    find=find,
    cuts=(
        Example(f"{_PASSAGE}\n\nWalk after lunch.\n\n[[{_PASSAGE}]]", "pasted twice"),
        Example(f"{_PASSAGE}\n\n[[{_PASSAGE}]]", "summary and text"),
    ),
    keeps=(
        Example(f"Tablets\n\n{_WARNING}\n\nSyrup\n\n{_WARNING}", "a warning under each medicine"),
        Example(f"{_PASSAGE}\n\n{_PASSAGE.replace('pale', 'clear')}", "one word differs"),
        Example("Rest and wait.\n\nWalk.\n\nRest and wait.", "too short to be a passage"),
    ),
)
