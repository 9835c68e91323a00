"""Spaces that are missing, or stand where none belongs.

"endometriosis- growth" was a dash, "cervix,inflammation" lost a space with its link, "pain ." has
one too many. Only between letters, so that no number, range or unit is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Repair, RuleId
from pipeline.stages.boilerplate.page import Page
from pipeline.stages.boilerplate.repairs.lines import mendable, repair

DASH = RuleId("REP008")
COMMA = RuleId("REP009")
SPACE = RuleId("REP010")

_LETTER = r"[^\W\d_]"
_DASH = re.compile(rf"(?<={_LETTER}{{4}})- (?={_LETTER}{{3}})(?!(?:and|or|und|to|as)\b)")
_COMMA = re.compile(rf"(?<={_LETTER}{{3}}),(?={_LETTER}{{3}})")
_BEFORE = re.compile(r"(?<=[\w)\]\"”’]) {1,3}(?=[,.;](?:\s|$)|[!?](?:\s|$))(?! ?\.\.)")
_INSIDE = re.compile(r"(?<=[(\[]) {1,3}(?=[^\s)\]])|(?<=[^\s(\[]) {1,3}(?=[)\]])")
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
