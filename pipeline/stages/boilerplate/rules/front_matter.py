"""The header of a Markdown file: `layout: list` between two rules of dashes.

It is written for the program that publishes the page. Ingest has read what it says about the
article; as text it is residue.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Page, hit

_PATH = "front-matter"


def find(page: Page) -> Iterable[Hit]:
    """The block that ingest marked as front matter."""
    for line in page.lines:
        if line.block.path == _PATH:
            yield hit([line], "Front matter: written for the publishing program, not for readers.")


RULE = CutRule[Page](
    id=RuleId("CUT021"),
    name="front_matter",
    summary="The header of a Markdown file",
    seen="Markdown files of site generators",
    find=find,
    cuts=(Example("[[<front-matter> layout: list]]\nKnees that crack", "marked by ingest"),),
    keeps=(Example("layout: list", "the same words in the text"),),
)
