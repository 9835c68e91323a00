"""Scores would have cut most of the page, so they cut nothing.

A page that is nearly all residue and a page that is misjudged look the same to a score. The surer
rules have done their part; the rest waits for a person, and the article is held until then.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import TEXT_DEFECT, RuleId, Severity
from pipeline.rulebook.rule import Example, FlagRule, Hit
from pipeline.stages.boilerplate.leftover import Leftover


def check(leftover: Leftover) -> Iterable[Hit]:
    """One hit on the first line that stays, when the cut was refused."""
    if leftover.too_much and leftover.lines:
        yield Hit(
            (leftover.lines[0].span,),
            Severity.MAJOR,
            f"{leftover.too_much:.0%} of this page looks like menus, links or other residue. "
            "That is too much to cut unseen, so all of it was left in.",
        )


RULE = FlagRule[Leftover](
    id=RuleId("TEXT006"),
    name="too_much_cut",
    category=TEXT_DEFECT,
    severity=Severity.MAJOR,
    summary="Most of the page looks like residue, so a person must look",
    advice="Read the page. If it is an article, accept it: nothing was cut by score. If it is a "
    "list of links, a shop or a log-in page, reject it. If the site always looks like this, raise "
    "max-cut-share in the settings and run again.",
    citations=(),
    check=check,
    flags=(),
    passes=(Example("Knees that crack\nIt is only gas.", "nothing was to be cut"),),
)
