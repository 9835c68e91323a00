"""A header that announces other articles, and the run of titles below it.

Where the teasers were lost or never were, "Related articles" is followed by bare titles. The run
ends where prose resumes, and the short line right above that prose is taken for its heading and
stays. Without any title below, a header alone at the end of the page goes too. "Related
conditions" and "See a doctor" announce parts of the article and are no headers here.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit
from pipeline.stages.boilerplate.rules.comment_section import in_comments
from pipeline.stages.boilerplate.rules.recommended_list import is_header
from pipeline.text.alarms import first_alarm

_LONGEST = 200  # lines of a list
_LONGEST_INSIDE = 12  # lines of a list that stands between paragraphs


def _is_title(line: Line) -> bool:
    """Short, or mostly links; no statement."""
    if line.block.link_density > 0.8 and len(line.words) <= 40:
        return True
    return 1 <= len(line.words) <= 18 and not line.text.endswith((".", ";", ":"))


def _run(page: Page, header: Line) -> list[Line]:
    """The titles below `header`; empty when they cannot be told from the article."""
    run: list[Line] = []
    for line in page.following(header, _LONGEST):
        if not (_is_title(line) or line.is_truncated) or first_alarm(line.text):
            break
        if in_comments(line) and not in_comments(header):
            break  # the comments are their own rule's
        run.append(line)
    after = page.following(run[-1] if run else header, 1)
    if not after:
        return run
    if run and after[0].is_prose and not _is_link(run[-1]):
        run.pop()  # the heading of the prose that resumes
    inside = not page.outside_prose(header)
    return [] if inside and len(run) > _LONGEST_INSIDE else run


def _is_link(line: Line) -> bool:
    return line.block.link_density > 0.8


def find(page: Page) -> Iterable[Hit]:
    """Header and titles as one hit."""
    at = -1
    for line in page.lines:
        if line.index <= at or not is_header(line):
            continue
        run = _run(page, line)
        if run:
            at = run[-1].index
            yield hit([line, *run], "A list of links to other articles.")
        elif page.outside_prose(line) and not page.following(line, 1):
            yield hit([line], "The header of a list of other articles that is not there.")


RULE = CutRule[Page](
    id=RuleId("CUT004"),
    name="related_links",
    summary="Related or popular articles as bare titles",
    seen="magazines and blogs, below the article or between paragraphs",
    find=find,
    cuts=(
        Example(
            "Rest is enough for most people who strain a calf on the first warm day of the year.\n"
            "[[Related Articles]]\n[[How to warm up]]\n[[Shoes for beginners]]",
            "at the end of the page",
        ),
        Example(
            "[[You may also like:]]\n[[How to warm up]]\nThe first week\n"
            "In the first week you should walk a little every day, but never so far that it hurts.",
            "the heading above resumed prose stays",
        ),
    ),
    keeps=(
        Example("Related conditions\nShin splints\nStress fracture", "a part of the article"),
        Example("Recommended\nDrink 2 glasses of water.\nSleep.", "advice, not titles"),
    ),
)
