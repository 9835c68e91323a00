"""Characters that a reader cannot see or should not: controls, odd spaces, left-over entities.

Zero-width and bidirectional controls hide words from every later rule ("para\\u200bcetamol");
no-break spaces keep "500" and "mg" apart for a program though not for a reader; an entity that was
escaped twice shows as "&amp;nbsp;".
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pipeline.model.changes import Repair, RuleId
from pipeline.stages.boilerplate.page import Page
from pipeline.stages.boilerplate.repairs.lines import mendable, repair

CONTROLS = RuleId("REP001")
SPACES = RuleId("REP002")
ENTITIES = RuleId("REP003")
WRAPS = RuleId("REP004")

_ODD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d?);")
_WRAP = re.compile(r"[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[ \t]*")


def mend_characters(page: Page) -> Iterator[Repair]:
    """Repairs of single characters on all lines that stay."""
    for control in page.document.controls:
        yield Repair(control, "", CONTROLS, "An invisible character, left out.")
    for line, text in mendable(page):
        for found in _ODD_SPACE.finditer(text):
            yield repair(line, found.span(), " ", SPACES, "A no-break or odd space, made plain.")
        for found in _ENTITY.finditer(text):
            plain = _unescape(found.group())
            if plain != found.group():
                yield repair(
                    line, found.span(), plain, ENTITIES, "An HTML entity, read as its character."
                )
        if line.block.path:
            continue
        for found in _WRAP.finditer(text):
            hyphen = text[found.start() - 1 : found.start()] == "-"
            new = "" if hyphen else " "
            yield repair(line, found.span(), new, WRAPS, "A line wrapped at a fixed width, joined.")


def _unescape(entity: str) -> str:
    """The character an entity stands for, escaped once or twice; odd spaces come out plain."""
    plain = html.unescape(html.unescape(entity))
    return " " if _ODD_SPACE.fullmatch(plain) else plain if plain.isprintable() else entity
