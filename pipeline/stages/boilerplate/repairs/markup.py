"""The signs that Markdown is written in: `**`, backticks, brackets and addresses of links.

Ingest leaves them in the page text, since the page has them; nobody is meant to read them, and
"**500** mg" or "[ibuprofen](/a)" must be plain words to every rule. What a sign stands around
always stays. An asterisk between figures multiplies and an underscore inside a word is a part of
its name, so a sign counts only where it opens or closes words, and only in pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Repair, RuleId
from pipeline.model.document import Block, BlockKind, Format
from pipeline.model.span import Span
from pipeline.stages.boilerplate.page import Page

MARKS = RuleId("REP012")

_REASON = "A sign of Markdown, not of the article."
_TARGET = (
    r"\([ ]?<?[^()\s<>]{0,1000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,200})?>?"
    r"(?:[ ]\"[^\"\n]{0,200}\")?\)"
)
_CODE = re.compile(r"(?<![`\\])(`{1,3})(?!`)([^`\n]{1,300})(?<!`)\1(?!`)")
_PICTURE = re.compile(rf"\[!\[([^\[\]\n]{{0,300}})\]{_TARGET}\]{_TARGET}")
_LINK = re.compile(rf"(?<!\\)!?\[([^\[\]\n]{{0,300}})\]{_TARGET}")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,1000})>")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>*]{1,1000}")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])|(?<=\S)\\(?=[ \t]*[\r\n])")
_RUN = re.compile(r"\*+|_+")
_QUOTED = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\n|\r)[ \t]*>[ \t>]*")

_NESTED = 8  # open signs that a closing one is compared with

Edit = tuple[int, int, str]  # from, to, what stands there instead


def mend_markup(page: Page) -> Iterator[Repair]:
    """Repairs of all signs on the lines that stay; none unless the page is Markdown."""
    if page.document.source.format is not Format.MARKDOWN:
        return
    text = page.document.text
    for line in page.lines:
        if line.index not in page.gone:
            for start, end, new in _block(text, line.block):
                yield Repair(Span(start, end), new, MARKS, _REASON)


def _block(text: str, block: Block) -> Iterator[Edit]:
    """Edits of a block: what opens and closes it, and the signs among its words."""
    span, body = block.span, block.body
    if body.start > span.start and block.kind is not BlockKind.LIST_ITEM:
        yield span.start, body.start, ""
    if body and body.end < span.end:
        yield body.end, span.end, ""
    if block.kind is BlockKind.CODE:
        return
    for part in block.cells or (body,):
        for start, end, new in find_marks(part.of(text), quoted=block.kind is BlockKind.QUOTE):
            yield part.start + start, part.start + end, new


def find_marks(words: str, *, quoted: bool = False) -> list[Edit]:
    """Disjoint, sorted edits of `words` that take Markdown's inline signs out.

    `quoted` words may run over lines that begin with `>` again.
    """
    edits: list[Edit] = []
    taken = bytearray(len(words))  # 1 where a sign is no emphasis: in code, links and addresses

    def take(start: int, end: int) -> bool:
        if any(taken[start:end]):
            return False
        taken[start:end] = b"\1" * (end - start)
        return True

    for found in _CODE.finditer(words):
        if take(*found.span()):
            edits += [(found.start(), found.start(2), ""), (found.end(2), found.end(), "")]
    for pattern in (_PICTURE, _LINK, _AUTOLINK):
        for found in pattern.finditer(words):
            heads, tails = (found.start(), found.start(1)), (found.end(1), found.end())
            if any(taken[slice(*heads)]) or any(taken[slice(*tails)]):
                continue
            take(*heads)
            take(*tails)
            edits += [(*heads, ""), (*tails, "")]
    for found in _ADDRESS.finditer(words):
        take(*found.span())
    for found in _ESCAPE.finditer(words):
        if take(*found.span()):
            edits.append((*found.span(), ""))
            taken[found.end() : found.end() + 1] = b"\1"
    if quoted:
        edits += [(*f.span(), " ") for f in _QUOTED.finditer(words) if take(*f.span())]
    runs = [f.span() for f in _RUN.finditer(words) if not any(taken[slice(*f.span())])]
    edits += [(start, end, "") for start, end in _pairs(words, runs)]
    return sorted(e for e in edits if e[0] < e[1])


def _pairs(words: str, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The runs of asterisks or underscores, or parts of them, that open and close emphasis."""
    opened: list[tuple[int, int]] = []
    for start, end in runs:
        if end - start > 3:
            continue
        closes, left = _closes(words, start, end), start
        while closes and left < end and (at := _partner(words, opened, left, end)) is not None:
            low, high = opened[at]
            size = min(high - low, end - left)
            del opened[at:]
            if high - low > size:
                opened.append((low, high - size))
            yield high - size, high
            yield left, left + size
            left += size
        if left == start and _opens(words, start, end):
            opened.append((start, end))


def _partner(words: str, opened: list[tuple[int, int]], start: int, end: int) -> int | None:
    """Which of `opened` the run closes: the nearest as long as it, where neither is three long."""
    for at in range(len(opened) - 1, max(-1, len(opened) - 1 - _NESTED), -1):
        low, high = opened[at]
        sizes = high - low, end - start
        if words[low] == words[start] and (sizes[0] == sizes[1] or 3 in sizes):
            return at
    return None


def _opens(words: str, start: int, end: int) -> bool:
    before, after = words[max(0, start - 1) : start], words[end : end + 1]
    return bool(after) and not after.isspace() and _outside(before, words[start:end])


def _closes(words: str, start: int, end: int) -> bool:
    before, after = words[max(0, start - 1) : start], words[end : end + 1]
    return bool(before) and not before.isspace() and _outside(after, words[start:end])


def _outside(beside: str, sign: str) -> bool:
    """May `beside` stand outside of emphasis by `sign`? Inside words only `**`, never at digits."""
    return not beside.isalnum() or (sign == "**" and beside.isalpha())
