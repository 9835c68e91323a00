"""Spaces that are missing, or stand where none belongs.

"endometriosis- growth" was a dash, "cervix,inflammation" lost a space with its link, "pain ." has
one too many. Only between letters, so that no number, range or unit is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Repair, RuleId
from pipeline.stages.boilerplate.page import Line, Page
from pipeline.stages.boilerplate.repairs.lines import mendable, repair

DASH = RuleId("REP008")
COMMA = RuleId("REP009")
SPACE = RuleId("REP010")

_LETTER = r"[^\W\d_]"
# What is rare stands first and looks back, so that a search can leap from one to the next.
_DASH = re.compile(
    rf"- (?<={_LETTER}{{3}}- )(?<!pre- )(?<!non- )(?<!sub- )(?<!mid- )(?={_LETTER})"
    r"(?!(?:and|or|und|to|as|nor|but)\b)"
)
_COMMA = re.compile(rf",(?<={_LETTER}{{3}},)(?={_LETTER}{{3}})")
_BEFORE = re.compile(r" (?<=[\w)\]\"”’] ) {0,2}(?=[,.;](?:\s|$)|[!?](?:\s|$))(?! ?\.\.)")
_INSIDE = re.compile(r" (?:(?<=[(\[] ) {0,2}(?=[^\s)\]])|(?<=[^\s(\[] ) {0,2}(?=[)\]]))")
_QUOTED = re.compile(r'"([^"]{0,400})"')
_ADDRESS = re.compile(r"https?:|www\.|@")


def mend_spacing(page: Page) -> Iterator[Repair]:
    """Repairs of spaces on all lines that stay; lines with addresses are left alone."""
    for line, text in mendable(page):
        if _ADDRESS.search(text):
            continue
        for found in _DASH.finditer(text):
            yield repair(line, found.span(), " - ", DASH, "A dash that was glued to a word.")
        for found in _COMMA.finditer(text):
            yield repair(line, found.span(), ", ", COMMA, "The space after a comma was lost.")
        for found in _BEFORE.finditer(text):
            yield repair(line, found.span(), "", SPACE, "A space before a punctuation mark.")
        for found in _INSIDE.finditer(text):
            yield repair(line, found.span(), "", SPACE, "A space inside brackets.")
        if text.count('"') % 2 == 0:
            yield from _inside_quotes(line, text)


def _inside_quotes(line: Line, text: str) -> Iterator[Repair]:
    """Spaces at the ends of what straight quotes hold, where it is plain which quotes are a pair:
    outside, the first has no word right before it and the second none right behind it."""
    for found in _QUOTED.finditer(text):
        said = found[1]
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        if not said.strip() or before.isalnum() or after.isalnum():
            continue
        left, right = len(said) - len(said.lstrip(" ")), len(said) - len(said.rstrip(" "))
        start, end = found.span(1)
        if left:
            yield repair(line, (start, start + left), "", SPACE, "A space inside quotes.")
        if right:
            yield repair(line, (end - right, end), "", SPACE, "A space inside quotes.")
