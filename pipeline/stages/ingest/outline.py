"""Headings, list items and table rows in text that has lost its markup.

A reader still sees them: a short line without a full stop above a long one is a heading, a run of
short numbered lines is a list, "1. Having sex too early." above a long paragraph is a heading
although it ends in a full stop. The same numbered line is one or the other by its neighbours, so
lines are judged in their company and never alone. What is in doubt stays a paragraph: a wrong
heading misleads every later stage, a missing one only looks plain.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import Block, BlockKind
from pipeline.model.span import Span
from pipeline.stages.ingest.markers import Marker, find_marker, indent_of
from pipeline.stages.ingest.tables import find_tables
from pipeline.stages.ingest.wording import (
    CREDIT,
    LONGEST_HEADING,
    UNFINISHED,
    folded,
    is_date,
    is_menu,
    looks_like_heading,
    may_be_title,
)

LONGEST_FIRST = 120  # characters of a first line that is a title by its place alone
LONG_TEXT = 80  # what stands under a heading is at least this long …
_TOP = 6  # blocks, among which a page without a title has it
LONGER = 1.5  # … and this much longer than the heading

_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_LABELLED = re.compile(r"[^:]{2,80}[:–—]\s")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A run of text that is to become a block, with what its opening says."""

    span: Span
    words: str
    marker: Marker | None
    indent: int = 0
    crowded: bool = False  # on a page of blank lines, none parts this line from the one above

    @property
    def body(self) -> str:
        return self.words[self.marker.width :] if self.marker else self.words


def outline(text: str, spans: Sequence[Span], title: str | None = None) -> tuple[Block, ...]:
    """One block for each of `spans`, with the kind a reader would give it."""
    sketches = _mark_crowded([_sketch(text, span) for span in spans], text)
    tables = find_tables(text, spans)
    numbered = find_numbered_headings(sketches)
    headings = numbered | _find_headings(sketches, numbered | tables.keys())
    head = _find_title(sketches, text, title)
    blocks: list[Block] = []
    nesting: list[tuple[int, str]] = []
    for at, sketch in enumerate(sketches):
        row = tables.get(at)
        if row is not None:
            block = row
        elif head and folded(sketch.words) == head:
            block = Block(sketch.span, BlockKind.HEADING, sketch.span, level=1)
        elif at in headings:
            block = Block(sketch.span, BlockKind.HEADING, sketch.span, level=2)
        elif sketch.marker:
            blocks.append(_item(sketch, nesting))
            continue
        else:
            block = Block(sketch.span, BlockKind.PARAGRAPH, sketch.span)
        nesting.clear()
        blocks.append(block)
    return tuple(blocks if head else _promote_first(blocks))


def _sketch(text: str, span: Span) -> Sketch:
    words = span.of(text)
    return Sketch(span, words, find_marker(words), indent=indent_of(text, span.start))


def _mark_crowded(sketches: list[Sketch], text: str) -> list[Sketch]:
    """`sketches`, marking those without a blank line above where most others have one."""
    tight = [False] * len(sketches)
    for at in range(1, len(sketches)):
        gap = text[sketches[at - 1].span.end : sketches[at].span.start]
        tight[at] = not _BLANK_LINE.search(gap)
    if sum(tight) * 2 > len(sketches):
        return sketches
    return [replace(s, crowded=True) if t else s for s, t in zip(sketches, tight, strict=True)]


def _item(sketch: Sketch, nesting: list[tuple[int, str]]) -> Block:
    """A list item; its level follows from indent and kind of marker of the items above."""
    assert sketch.marker is not None
    here = (sketch.indent, sketch.marker.style)
    while nesting and nesting[-1][0] > sketch.indent:
        nesting.pop()
    if here in nesting:
        del nesting[nesting.index(here) + 1 :]
    elif len(nesting) < 6:
        nesting.append(here)
    body = Span(sketch.span.start + sketch.marker.width, sketch.span.end)
    kind, label = BlockKind.LIST_ITEM, sketch.marker.label
    return Block(sketch.span, kind, body, level=len(nesting), marker=label)


def find_numbered_headings(sketches: Sequence[Sketch]) -> frozenset[int]:
    """Numbered lines that head a section instead of standing in a list."""
    found: set[int] = set()
    for at, sketch in enumerate(sketches[:-1]):
        number = sketch.marker.number if sketch.marker else None
        body = sketch.body
        if number is None or len(body) > LONGEST_HEADING or _LABELLED.match(body):
            continue
        if body.endswith((":", ";", ",")) or not body[0].isalpha():
            continue
        above = sketches[at - 1] if at else None
        if above and above.marker and above.marker.number == number - 1 and at - 1 not in found:
            continue
        below = sketches[at + 1]
        if below.marker is None:
            heads = _is_long_under(below.words, body)
        else:
            restarts = below.marker.number == 1 and len(body.split()) <= 10
            heads = restarts and not body.endswith(".")
        if heads:
            found.add(at)
    return frozenset(found)


def _find_headings(sketches: Sequence[Sketch], taken: Container[int]) -> frozenset[int]:
    """Short open lines above a long text, a list or another heading; read from the end."""
    found: set[int] = set()
    for at in range(len(sketches) - 2, -1, -1):
        words = sketches[at].words
        if sketches[at].marker or at in taken or not looks_like_heading(words):
            continue
        if sketches[at].crowded and len(sketches[at - 1].words) < LONG_TEXT:
            continue  # the last of several short lines: a row of a table, a line of a menu
        below = sketches[at + 1]
        if below.marker is not None and at + 1 not in taken:
            heads = below.marker.number in (None, 1) and len(words.split()) <= 8
        elif at + 1 in found or at + 1 in taken:
            heads = at > 0 and len(sketches[at - 1].words) >= LONG_TEXT
        else:
            heads = _is_long_under(below.words, words) and not _ends_list(sketches, at)
        if heads:
            found.add(at)
    return frozenset(found)


def _ends_list(sketches: Sequence[Sketch], at: int) -> bool:
    """True for the last of several short lines in a row: a list that has lost its bullets.

    At the top of a page such lines are the site's menu, and the last of them is the title.
    """
    if at < _TOP:
        return False
    above = sketches[at - 2 : at]
    return all(len(s.words) < LONG_TEXT and s.words[-1] not in ".!?:" for s in above)


def _is_long_under(below: str, above: str) -> bool:
    return len(below) >= LONG_TEXT and len(below) >= LONGER * len(above)


def _find_title(sketches: Sequence[Sketch], text: str, title: str | None) -> str | None:
    """The folded words of the page's title where it stands in the text, or None."""
    if title:
        known = folded(title)
        for sketch in sketches[:20]:
            words = folded(sketch.words)
            named = known.startswith((words + " - ", words + " | ", words + " – ", words + " — "))
            if words == known or (len(words) > 12 and named):
                return words
    if _opens_page(sketches, text):
        return folded(sketches[0].words)
    if not sketches or not may_be_title(sketches[0].words):
        return None
    below = [s.words for s in sketches[1:5] if not (CREDIT.match(s.words) or is_date(s.words))]
    first = sketches[0].words
    if below and (folded(below[0]) == folded(first) or _is_long_under(below[0], "")):
        return folded(first)
    return None


def _opens_page(sketches: Sequence[Sketch], text: str) -> bool:
    """True when the first line stands as a title does: apart from, or above, what is longer.

    Of a menu whose choices stand apart the next lines are as short, and no sentences.
    """
    if len(sketches) < 2 or sketches[0].marker or len(sketches[0].words) > LONGEST_FIRST:
        return False
    first, below = sketches[0], [s.words for s in sketches[1:4]]
    if "\n" in first.words or first.words[-1] in ".;,…|" or not any(map(str.isalpha, first.words)):
        return False
    if CREDIT.match(first.words) or is_date(first.words) or is_menu(first.words):
        return False
    if "\t" in first.words or UNFINISHED.search(first.words):
        return False
    longer = len(below[0]) > len(first.words) and below[0][-1] in ".!?…"
    apart = _BLANK_LINE.search(text[first.span.end : sketches[1].span.start]) is not None
    choices = all(len(words.split()) <= 3 and words[-1] not in ".!?" for words in below)
    return longer or (apart and not choices and len(first.words.split()) > 1)


def _promote_first(blocks: Sequence[Block]) -> list[Block]:
    """Without a title, a heading near the top of the page takes its place."""
    promoted = list(blocks)
    for at, block in enumerate(promoted[:_TOP]):
        if block.kind is BlockKind.HEADING:
            promoted[at] = replace(block, level=1)
            break
    return promoted
