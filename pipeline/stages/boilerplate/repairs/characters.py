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
APOSTROPHES = RuleId("REP014")

_ODD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d?);")
_BACKTICK = re.compile(r"(?<![\w`])[^\W\d_]{1,20}(`)[^\W\d_]{1,20}(?![\w`])")
_WRAP = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[ \t]*")
_ABOVE = re.compile(r"(-?)([^\W\d_]{2,40})-$")
_BELOW = re.compile(r"([^\W\d_]{1,40})")
_LEADS = re.compile(
    r"self|well|non|long|short|high|low|half|full|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|twenty|thirty|forty|fifty|sixty|follow|check"
)
_LINKS = re.compile(r"the|to|of|and|in|up|on|by|or|at")
_TRAILS = re.compile(
    r"the|to|of|up|out|in|off|on|down|free|based|like|related|term|old|year|day|week|month|hour"
    r"|acting|release|use"
)
"""Words before, inside and behind which a hyphen mostly belongs ("over-the-counter")."""


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
        for found in _BACKTICK.finditer(text):
            yield repair(line, found.span(1), "'", APOSTROPHES, "A backtick for an apostrophe.")
        if line.block.path:
            continue
        for found in _WRAP.finditer(text):
            where, new = _join(text, *found.span())
            yield repair(line, where, new, WRAPS, "A line wrapped at a fixed width, joined.")


def _join(text: str, start: int, end: int) -> tuple[tuple[int, int], str]:
    """What to replace where a line broke between `start` and `end`, and by what.

    A hyphen between small letters parted a word ("para-" above "cetamol") and goes, unless words
    beside it are mostly written with one ("self-" above "help").
    """
    if start == 0 or text[start - 1] != "-":
        return (start, end), " "
    above, below = _ABOVE.search(text[max(0, start - 42) : start]), _BELOW.match(text, end)
    if above is None or below is None or not below[1][0].islower():
        return (start, end), ""
    if below[1] in ("and", "or", "to"):  # "short-" above "and long-term"
        return (start, end), " "
    return ((start, end) if _keeps_hyphen(above, below[1]) else (start - 1, end)), ""


def _keeps_hyphen(above: re.Match[str], below: str) -> bool:
    chained, first = above[1], above[2].casefold()
    if (chained and _LINKS.fullmatch(first)) or _LEADS.fullmatch(first) or _TRAILS.fullmatch(below):
        return True
    # "anti-inflammatory" is written with its hyphen, "antibiotic" and "antihistamine" without
    return first == "anti" and below[0] in "aeiou"


def _unescape(entity: str) -> str:
    """The character an entity stands for, escaped once or twice; odd spaces come out plain."""
    plain = html.unescape(html.unescape(entity))
    return " " if _ODD_SPACE.fullmatch(plain) else plain if plain.isprintable() else entity
