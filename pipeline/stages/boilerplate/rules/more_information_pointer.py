"""A pointer to more information elsewhere on the site, with the links that hung below it.

"For more information:" and "Go to the Thyroid health topic, where you can:" led to a list of
links. Without them they lead nowhere. The pointer must be a bare header that ends in a colon, and
what follows goes only while it points too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit
from pipeline.text.alarms import first_alarm

_HEADER = re.compile(
    r"(?:for (?:more|further|additional) (?:information|info|details|reading)(?: on this "
    r"(?:topic|subject))?"
    r"|(?:more|further|additional) information(?: (?:can be found|is available))?(?: (?:here|at|"
    r"below))?"
    r"|learn more(?: about this)?|to learn more)\s?[:：]"
)
_POINTER = re.compile(
    r"(?:go to|visit|see|read|browse|explore|search|check|view|return to|back to) .{1,160}"
)
_WHERE = re.compile(
    r"go to the .{1,80} (?:topic|page|section|centre|center|library)(?:,| to| where).{0,60}[:：]"
)
_ITEMS = 10


def _is_item(line: Line) -> bool:
    """A short line below a pointer that ends in a colon: a link in a list."""
    listed = line.is_list_item or line.block.link_density > 0.5
    return listed and len(line.words) <= 16 and not line.text.endswith(":")


def _below(page: Page, header: Line) -> list[Line]:
    """The lines below `header` that point elsewhere."""
    run: list[Line] = []
    for line in page.following(header, _ITEMS + 2):
        points = bool(_POINTER.fullmatch(line.folded)) and len(line.words) <= 25
        if not (points or _is_item(line)) or first_alarm(line.text):
            break
        run.append(line)
    return run


def find(page: Page) -> Iterable[Hit]:
    """Header, pointers and their links as one hit."""
    at = -1
    for line in page.lines:
        if line.index <= at:
            continue
        if _HEADER.fullmatch(line.folded) or _WHERE.fullmatch(line.folded):
            run = _below(page, line)
            nothing = not run and _HEADER.fullmatch(line.folded) and page.following(line, 1)
            if nothing:
                continue
            at = run[-1].index if run else line.index
            yield hit([line, *run], "A pointer to more information whose links are not here.")


RULE = CutRule[Page](
    id=RuleId("CUT016"),
    name="more_information_pointer",
    summary="A pointer to more information, without its links",
    seen="question-and-answer pages, below the answer",
    find=find,
    cuts=(
        Example(
            "Ask for a blood test.\n[[For more information:]]\n"
            "[[Go to the Thyroid health topic, where you can:]]\nResponse by:\nGordon P Lisle",
            "the links are gone",
        ),
    ),
    keeps=(
        Example(
            "For more information:\nThe helpline answers on weekdays from nine to five.",
            "the information itself follows",
        ),
        Example("For more information, see the section on cancer.", "a sentence of the article"),
        Example("Go to the next room and sit down:", "no part of a site"),
    ),
)
