"""Markdown: the text as given, its blocks named by the signs it is written in.

Only signs at the beginning of lines count: `#`, `-`, `1.`, `>`, `|`, fences, underlines. Signs
inside a line (emphasis, links) stay in the text, and are mended when the page is cleaned. A
block's body leaves its sign out; a line that is nothing but sign (a rule, a fence, the front
matter) is a block with an empty body or of kind code, so that every character of the page still
has its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import Block, BlockKind, Document, Metadata, RawPage
from pipeline.model.metadata import make_metadata, merge
from pipeline.model.span import Span
from pipeline.stages.ingest import IngestSettings
from pipeline.stages.ingest.controls import find_controls
from pipeline.stages.ingest.markers import indent_of
from pipeline.stages.ingest.plain import Line, find_lines
from pipeline.stages.ingest.tables import is_rule, split_cells

FRONT_MATTER = "front-matter"  # the `path` of the block that holds it

_HASHES = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]#{1,6}$")
_ITEM = re.compile(r"([-*+•]|\d{1,9}[.)])(?:[ \t]+(?=\S)|$)")
_UNDERLINE = re.compile(r"(?:=+|-{2,})$")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,1000}\)")
_FIELD = re.compile(r"([A-Za-z_]{1,30})[ \t]*:[ \t]+(\S.{0,2000})$")

_SAME = {"date": "published", "lastmod": "modified", "updated": "modified", "lang": "language"}


def read_markdown(page: RawPage, settings: IngestSettings) -> Document:
    """A document whose text is the page as given."""
    text = page.content
    lines = find_lines(text, settings)
    matter = _front_matter(lines)
    blocks = [_code(lines[0], lines[matter - 1], path=FRONT_MATTER)] if matter else []
    scan = _Scan(text, lines)
    scan.read(matter)
    claims = make_metadata(_fields(lines[:matter]))[0] if matter else Metadata()
    source = replace(page.source, metadata=merge(page.source.metadata, claims))
    found = (*blocks, *scan.blocks)
    return Document(page.id, source, text, found, controls=find_controls(text))


def _front_matter(lines: Sequence[Line]) -> int:
    """How many lines the front matter takes; 0 when there is none."""
    if not lines or lines[0].words != "---":
        return 0
    for at, line in enumerate(lines[1:60], start=1):
        if line.words in ("---", "..."):
            return at + 1
    return 0


def _fields(lines: Sequence[Line]) -> dict[str, str]:
    """`key: value` lines, unquoted; anything deeper is left alone."""
    found = [match for line in lines if (match := _FIELD.match(line.words))]
    said = {match[1].lower(): match[2].strip().strip("\"'") for match in found}
    return {_SAME.get(name, name): words for name, words in said.items()}


def _code(first: Line, last: Line, path: str = "") -> Block:
    span = Span(first.span.start, last.span.end)
    return Block(span, BlockKind.CODE, span, path=path)


class _Scan:
    """Reads lines into blocks, one construct at a time."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.blocks: list[Block] = []
        self._text = text
        self._lines = lines
        self._indents: list[int] = []
        self._tables = 0

    def read(self, at: int) -> None:
        """Read from line `at` to the end."""
        while at < len(self._lines):
            words = self._lines[at].words
            is_item = _ITEM.match(words) and not _RULE.match(words)
            if not is_item and self._lines[at].blank_before and not self._indent(at):
                self._indents.clear()
            at = self._one(at, bool(is_item))

    def _one(self, at: int, is_item: bool) -> int:
        """Read the construct at line `at`; returns the line behind it."""
        line = self._lines[at]
        if fence := _FENCE.match(line.words):
            return self._fenced(at, fence[1])
        if hashes := _HASHES.match(line.words):
            self._heading(line.span, hashes.end(), len(hashes[1]))
            return at + 1
        if _RULE.match(line.words):
            self._add(line.span, BlockKind.PARAGRAPH, Span(line.span.end, line.span.end))
            return at + 1
        if line.words.startswith(">"):
            return self._quote(at)
        if is_item:
            return self._item(at)
        if "|" in line.words and (behind := self._table(at)) > at:
            return behind
        return self._paragraph(at)

    def _quote(self, at: int) -> int:
        """Read the lines of a quotation up to one that is empty or opens something."""
        first = self._lines[at]
        sign = len(first.words) - len(first.words.lstrip("> \t"))
        end = at + 1
        while sign < len(first.words) and end < len(self._lines):
            line = self._lines[end]
            inside = line.words.lstrip("> \t")
            opens = _HASHES.match(inside) or _ITEM.match(inside) or _FENCE.match(inside)
            if line.blank_before or line.words[0] != ">" or not inside or opens:
                break
            end += 1
        span = Span(first.span.start, self._lines[end - 1].span.end)
        self._add(span, BlockKind.QUOTE, Span(span.start + sign, span.end))
        return end

    def _fenced(self, at: int, fence: str) -> int:
        last = at + 1
        while last < len(self._lines) and not self._lines[last].words.startswith(fence):
            last += 1
        closed = last < len(self._lines)
        inside = self._lines[at + 1 : last]
        span = Span(self._lines[at].span.start, self._lines[last - (not closed)].span.end)
        body = (
            Span(inside[0].span.start, inside[-1].span.end) if inside else Span(span.end, span.end)
        )
        self._add(span, BlockKind.CODE, body)
        return last + closed

    def _heading(self, span: Span, sign: int, level: int) -> None:
        words = _CLOSING.sub("", span.of(self._text))
        start = min(span.start + sign, span.end)
        body = Span(start, max(start, span.start + len(words)))
        self._add(span, BlockKind.HEADING, body, level=level)

    def _item(self, at: int) -> int:
        line = self._lines[at]
        found = _ITEM.match(line.words)
        assert found is not None
        indent = self._indent(at)
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        end = self._behind(at)
        span = Span(line.span.start, self._lines[end - 1].span.end)
        body = Span(line.span.start + found.end(), span.end)
        level = min(len(self._indents), 9)
        self._add(span, BlockKind.LIST_ITEM, body, level=level, marker=found[1])
        return end

    def _table(self, at: int) -> int:
        """Read a table whose second line is a rule; returns `at` when there is none."""
        if at + 1 >= len(self._lines) or not is_rule(self._lines[at + 1].words):
            return at
        self._tables += 1
        head = at
        while at < len(self._lines) and "|" in self._lines[at].words:
            if at > head and self._lines[at].blank_before:
                break
            span = self._lines[at].span
            cells = () if at == head + 1 else split_cells(self._text, span)
            body = span if cells else Span(span.end, span.end)
            self.blocks.append(
                Block(
                    span,
                    BlockKind.TABLE_ROW,
                    body,
                    cells=cells,
                    table=self._tables,
                    header=at == head,
                )
            )
            at += 1
        return at

    def _paragraph(self, at: int) -> int:
        end = self._behind(at)
        span = Span(self._lines[at].span.start, self._lines[end - 1].span.end)
        if end < len(self._lines) and not self._lines[end].blank_before:
            below = self._lines[end].words
            if _UNDERLINE.match(below) and end == at + 1:
                whole = Span(span.start, self._lines[end].span.end)
                self._add(whole, BlockKind.HEADING, span, level=1 if below[0] == "=" else 2)
                return end + 1
        self._add(span, BlockKind.PARAGRAPH, span)
        return end

    def _behind(self, at: int) -> int:
        """The line behind the paragraph that begins at line `at`."""
        end = at + 1
        while end < len(self._lines) and not self._lines[end].blank_before:
            words = self._lines[end].words
            opens = _HASHES.match(words) or _ITEM.match(words) or _FENCE.match(words)
            if opens or words[0] == ">" or _RULE.match(words) or _UNDERLINE.match(words):
                break
            if is_rule(words) or (
                end + 1 < len(self._lines) and is_rule(self._lines[end + 1].words)
            ):
                break
            end += 1
        return end

    def _indent(self, at: int) -> int:
        return indent_of(self._text, self._lines[at].span.start)

    def _add(
        self, span: Span, kind: BlockKind, body: Span, *, level: int = 0, marker: str = ""
    ) -> None:
        density = _link_density(span.of(self._text))
        block = Block(span, kind, body, level=level, marker=marker, link_density=density)
        self.blocks.append(block)


def _link_density(words: str) -> float:
    """The share of a block's visible characters that stand in links."""
    if "](" not in words:
        return 0.0
    linked = sum(len(match[1].replace(" ", "")) for match in _LINK.finditer(words))
    visible = len(_LINK.sub(r"\1", words).replace(" ", "")) or 1
    return round(min(1.0, linked / visible), 4)
