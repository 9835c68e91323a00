"""Buttons of the page: print, back to top, log in, was this helpful.

Each is one whole line that a reader could only click, never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit
from pipeline.text.alarms import first_alarm

_BUTTON = re.compile(
    r"(?:print(?: (?:this|article|page|friendly))*|e-?mail (?:this|page|article)(?: page| "
    r"article)?|"
    r"(?:back|return|go|scroll) to (?:the )?top|top of (?:the )?page|to top|"
    r"(?:was|did) (?:this|you find this) (?:article|page|answer|information|content)? ?"
    r"(?:helpful|useful|answer your question)\??(?: yes no)?|is this (?:page|article) useful\??|"
    r"yes no|"
    r"rate this (?:article|page|post|answer)|log ?in(?: ?[/|] ?(?:register|sign ?up))?|log ?out|"
    r"sign ?in|"
    r"(?:log|sign) ?in or (?:register|sign ?up|create an account)|create (?:an |your )?account|"
    r"my account|"
    r"forgot (?:your )?password\??|remember me|read more ?[»›…>.]{0,3}|"
    r"(?:show|see|view|load) (?:more|all|less)(?: .{1,30})?|"
    r"listen to (?:this|the) (?:article|page)|bookmark this(?: page)?|save (?:article|for later)|"
    r"copy link|search(?: for)?:?|search (?:this|the) (?:site|website)|menu|close|loading\W{0,4}|"
    r"(?:increase|decrease|reset) (?:font|text) size|text size|font size|aa+|report (?:abuse|this)|"
    r"add to favou?rites|subscribe|continue reading(?: .{1,40})?|"
    r"(?:please )?enable javascript.{0,80}|your browser does not support .{1,80}|"
    r"click here to (?:read|view|see|learn|download) .{1,60})"
)


_TAGS = re.compile(
    r"(?:topics?|tags?|tagged(?: (?:with|in|as))?|filed (?:under|in)|posted in) ?: ?\S.{0,120}"
)
_ACCOUNT = re.compile(r"subscribe|(?:sign|log) ?(?:in|up|out)|register|my account|newsletters?")


def _is_top_bar(line: Line) -> bool:
    """Date, weather and buttons in one row, parted by bars."""
    parts = [part.strip() for part in line.folded.split("|")]
    return len(parts) >= 3 and any(map(_ACCOUNT.fullmatch, parts))


def find(page: Page) -> Iterable[Hit]:
    """Each button by itself."""
    for line in page.lines:
        if len(line.text) <= 130 and _BUTTON.fullmatch(line.folded):
            yield hit([line], "A button of the page.")
        elif len(line.text) > 130 or line.ends_sentence or first_alarm(line.text):
            continue
        elif page.first_prose > line.index and _is_top_bar(line):
            yield hit([line], "A row of buttons above the article.")
        elif 0 <= page.last_prose < line.index and _TAGS.fullmatch(line.folded):
            yield hit([line], "The tags under which the site files the article.")


RULE = CutRule[Page](
    id=RuleId("CUT018"),
    name="page_controls",
    summary="Buttons of the page",
    seen="portals and leaflets",
    find=find,
    cuts=(
        Example("[[Print this page]]\nKnees\n[[Back to top]]", "printing and scrolling"),
        Example("Rest.\n[[Was this article helpful?]]\n[[Yes No]]", "a vote"),
        Example(
            "[[Monday, 4 March | Rain 9°C | Sign in]]\nA sprained ankle swells within minutes, and "
            "it is then that cold and rest will help the most.\n[[Topics: Ankles Sport]]",
            "the site's bar above, and its tags below",
        ),
    ),
    keeps=(
        Example("Topics: ankles and knees\nRest helps.", "no article stands above it"),
        Example("See all doctors on your list before the operation.", "a sentence"),
        Example("Print and sign the form.", "an instruction"),
    ),
)
