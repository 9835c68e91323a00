"""The clean article as Markdown in which scraped text can never become markup.

A page may say `<script>`, `[click](javascript:…)` or simply start a sentence with "1." or "#".
All of that is text and has to come out as text, so every character that CommonMark or its usual
extensions could read as markup is escaped, and the only structure is the one written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pipeline.model.document import BlockKind
from pipeline.model.ledger import Ledger
from pipeline.render.article import Part, article_parts

_MARKUP = re.compile(r"([\\`*_\[<~|])")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]{1,32};)")
_LINE_START = re.compile(r"^([#>+=:-])")
_ORDERED_START = re.compile(r"^([0-9]{1,9})([.)])(?= |$)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_NUMBER = re.compile(r"^\(?([0-9]{1,9})[.):]?\)?$")
_DEEPEST = 8
"""Indentation grows with depth; nobody nests further, except to make a page expensive."""
_BULLETS = frozenset("•◦▪▫‣·●○■□–—-*+o")


def to_markdown(ledger: Ledger) -> str:
    """The clean article in CommonMark with GitHub tables; empty when nothing was kept."""
    chunks: list[str] = []
    for listed, run in groupby(article_parts(ledger), key=lambda p: p.kind is BlockKind.LIST_ITEM):
        if listed:
            chunks.append("\n".join(_list(run)).strip("\n"))
        else:
            chunks.extend(map(_chunk, run))
    return "\n\n".join(chunk for chunk in chunks if chunk) + "\n" * bool(chunks)


def escape(text: str) -> str:
    """`text` on one line, with all that could be inline markup escaped."""
    plain = " ".join(_CONTROL.sub(" ", text).split())
    return _ENTITY.sub(r"\\&", _MARKUP.sub(r"\\\1", plain))


def _lines(text: str) -> list[str]:
    """The lines of `text`, escaped, none of which can start a block."""
    lines = (escape(line) for line in text.replace("\r", "\n").split("\n"))
    return [_guard(line) for line in lines if line]


def _guard(line: str) -> str:
    return _ORDERED_START.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", line))


def _paragraph(text: str, first: str = "", then: str = "") -> str:
    """`text` with its line breaks kept as hard breaks; the lines get a prefix each."""
    return f"{first}" + f"\\\n{then}".join(_lines(text))


def _chunk(part: Part) -> str:
    match part.kind:
        case BlockKind.HEADING:
            level = 1 if part.title else min(6, max(2, part.level))
            words = escape(part.text)
            closing = re.sub(r"#(?=#*$)", r"\\#", words)
            return f"{'#' * level} {closing}" if words else ""
        case BlockKind.TABLE_ROW:
            return _table(part)
        case BlockKind.QUOTE:
            return _paragraph(part.text, "> ", "> ")
        case BlockKind.CODE:
            return _fence(part.text)
        case _:
            return _paragraph(part.text)


def _fence(text: str) -> str:
    """A fenced block; its fence is longer than any run of backticks inside."""
    plain = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", " ", text.replace("\r", "\n")).strip("\n")
    longest = max((len(run) for run in re.findall(r"`+", plain)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{plain}\n{fence}"


def _table(part: Part) -> str:
    """A pipe table; one without a header row gets an empty one, as the syntax demands."""
    width = max(len(row) for row in part.rows)
    header = part.rows[0] if part.headers else ()
    body = part.rows[1:] if part.headers else part.rows
    lines = [(*header, *[""] * (width - len(header))), ("---",) * width]
    cells = [[escape(cell) for cell in row] for row in (lines[0], *body)]
    cells.insert(1, list(lines[1]))
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


@dataclass(slots=True)
class _Level:
    """An open list: where its items' text starts, and for ordered ones the last number."""

    indent: int
    number: int | None
    delimiter: str


def _list(items: Iterable[Part]) -> Iterator[str]:
    """List items as lines, nested by their level, ordered ones under their own numbers.

    Markdown numbers an ordered list by its first item alone. Where the numbers on the page do not
    run on, the other delimiter starts a new list, so that every item keeps the number it had.
    """
    open_lists: list[_Level] = []
    for item in items:
        number, words = _marker(item)
        if not _lines(words):
            continue  # an item without words would take the next one for its text
        depth = min(item.level, len(open_lists) + 1, _DEEPEST)
        sibling = open_lists[depth - 1] if depth <= len(open_lists) else None
        del open_lists[depth - 1 :]
        indent = open_lists[-1].indent if open_lists else 0
        runs_on = sibling is not None and number is not None and sibling.number == number - 1
        delimiter = sibling.delimiter if sibling is not None else "."
        if number is not None and sibling is not None and not runs_on:
            delimiter = ")" if delimiter == "." else "."
        bullet = "-" if number is None else f"{number}{delimiter}"
        if number is not None and not runs_on:
            yield ""  # an ordered list that does not start with 1 cannot interrupt a paragraph
        inner = indent + len(bullet) + 1
        yield _paragraph(words, f"{' ' * indent}{bullet} ", " " * inner)
        open_lists.append(_Level(inner, number, delimiter))


def _marker(item: Part) -> tuple[int | None, str]:
    """The item's number, if it has one, and its words; a marker of another kind joins them."""
    marker = item.marker.strip()
    number = _NUMBER.match(marker)
    if number:
        return int(number.group(1)), item.text
    if marker and marker not in _BULLETS:
        return None, f"{marker} {item.text}"
    return None, item.text
