"""Lines that no score may cut: the title, who wrote and checked it, the references, and alarms.

A menu and a byline look alike to any score: short, capitals, no verb. What tells them apart is the
cue in front ("By", "Response by:", "Medically reviewed by") and the place next to the article. A
settings switch gives each class up; the alarms it cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.stages.boilerplate.page import Line, Page
from pipeline.stages.boilerplate.repairs.tables import find_tables
from pipeline.stages.boilerplate.words import DATE, cue_share
from pipeline.text.alarms import first_alarm
from pipeline.text.invisible import without_invisible

_BYLINE = re.compile(
    r"(?:(?:medically |clinically |scientifically )?(?:written|reviewed|approved|edited|authored|"
    r"answered|fact[- ]checked|checked|posted|published|updated)(?: (?:and|&) \w+)? ?(?:by|"
    r"on)?\s?[:：]?\s?\S?"
    r"|by:? (?:dr\.? )?[^\W\d_]|response by|answer(?:ed)? by|authors?\s?[:：]|reviewers?\s?[:：]|"
    r"(?:last )?(?:updated|reviewed|modified|published)(?: on)?\s?[:：]?\s?(?:\d|[a-z]{3,9}\.? \d))"
)
_CREDENTIAL = re.compile(
    r"(?<!\w)(?:m\.?d|ph\.?d|r\.?n|d\.?o|mbbs|pharm\.?d|frcp|mph|fnp|np|dds|rd|frcog|mrcog|"
    r"prof(?:essor)?|"
    r"dr|university|college|hospital|institute|department|school of)(?!\w)"
)
_REFERENCES = re.compile(
    r"(?:references?|sources?|bibliography|citations?|works cited|literature|footnotes|notes|"
    r"references and (?:sources|further reading)|sources and references|article sources)\s?[:：]?"
)
_ENTRY = re.compile(
    r"\(?(?:19|20)\d\d[a-z]?\)?|doi|https?:|www\.|et al|vol\.?|journal|pmid|isbn|press|institutes?|"
    r"university|association|organi[sz]ation|centers? for|accessed|retrieved|available (?:at|from)"
)
_NEAR = 8  # lines between a byline or title and the article it belongs to
_AFFILIATION = 4  # lines below "Response by:" that say who
_ENTRIES = 60


def protected(page: Page, among: Iterable[int]) -> dict[int, str]:
    """Index → why, for lines that a score must not cut; alarms are looked for `among` these."""
    found: dict[int, str] = {}
    for index in among:
        if has_alarm(page, page.lines[index]):
            found[index] = "a dose, a warning or an instruction to see a doctor"
    found.update((line.index, "a row of a table") for line in _rows(page))
    if "title" in page.keep:
        found.update((line.index, "the title") for line in _titles(page))
        found.update((line.index, "the heading of a paragraph") for line in _headings(page))
    if "byline" in page.keep:
        found.update((line.index, "who wrote or checked it, and when") for line in _bylines(page))
    if "references" in page.keep:
        found.update((line.index, "references") for line in _references(page))
    return found


def _titles(page: Page) -> Iterator[Line]:
    """The line that its metadata names, else the last title-like line before the first prose."""
    for line in page.lines:
        if len(line.words) >= 2 and line.index not in page.gone and page.is_named(line):
            yield line
            return
    for line in page.lines:
        if line.is_heading and line.block.level == 1 and line.block.path:
            yield line
            return
    yield from _title_above_prose(page)


def has_alarm(page: Page, line: Line) -> bool:
    """Holds a dose, a warning or the like anywhere, beyond the part of it that lines show too."""
    return first_alarm(without_invisible(line.span.of(page.document.text)), topics=True) is not None


def _rows(page: Page) -> Iterator[Line]:
    """Rows of tables, those that can be rebuilt included: numbers never look like prose."""
    yield from (line for line in page.lines if line.block.table)
    for header, rows in find_tables(page):
        yield header
        yield from rows


def _headings(page: Page) -> Iterator[Line]:
    """Headings of the markup with a paragraph of the article right below."""
    for line in page.lines:
        if line.is_heading and line.block.path and line.index not in page.gone:
            below = page.following(line, 1)
            if below and below[0].is_prose and below[0].index not in page.gone:
                yield line


def _title_above_prose(page: Page) -> Iterator[Line]:
    """Of the lines above the first prose, the nearest that shares its subject and names nothing
    of the site."""
    start = max(0, page.first_prose - _NEAR)
    for line in reversed(page.lines[start : page.first_prose]):
        if line.index in page.gone or not 3 <= len(line.words) <= 25:
            continue
        if (
            page.kinship(line) >= 0.5
            and not cue_share(line.folded)
            and not DATE.search(line.folded)
        ):
            yield line
            return


def _bylines(page: Page) -> Iterator[Line]:
    """Lines that open with a byline cue next to the article, and the affiliation below them."""
    for line in page.lines:
        near = page.first_prose - _NEAR <= line.index <= page.last_prose + _NEAR
        if not near or len(line.words) > 16 or not _BYLINE.match(line.folded):
            continue
        yield line
        for below in page.following(line, _AFFILIATION):
            bare = line.text.endswith(":")
            if len(below.words) > 14 or below.ends_sentence or below.text.endswith(":"):
                break
            if not (_CREDENTIAL.search(below.folded) or (bare and below.index == line.index + 1)):
                break
            yield below


def _references(page: Page) -> Iterator[Line]:
    """A references header with entries that look like references below it."""
    for line in page.lines:
        if not _REFERENCES.fullmatch(line.folded):
            continue
        entries = []
        for below in page.following(line, _ENTRIES):
            if not (_ENTRY.search(below.folded) or below.is_list_item):
                break
            entries.append(below)
        if entries:
            yield line
            yield from entries
