"""Plain text: blocks by how the lines stand.

Text that somebody else stripped of its HTML is the commonest input and has no structure left but
its lines. One line is one block, with one exception: text wrapped at a fixed width, as in mail
and old leaflets, where a sentence runs over many lines. There a line ends because the next word
did not fit, and the next line mostly goes on in lower case; both are asked for, so that
addresses, menus and lists of teasers of equal length are not welded together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.errors import PageError
from pipeline.model.document import Document, RawPage
from pipeline.model.span import Span
from pipeline.stages.ingest import STAGE, IngestSettings
from pipeline.stages.ingest.controls import find_controls
from pipeline.stages.ingest.markers import find_marker
from pipeline.stages.ingest.outline import outline

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
NARROWEST, WIDEST = 45, 120  # columns between which text is taken to be wrapped
_CLOSED = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; `blank_before` when the line above is blank."""

    span: Span
    words: str
    blank_before: bool


def read_plain(page: RawPage, settings: IngestSettings) -> Document:
    """A document whose text is the page as given."""
    text = page.content
    spans = [s for run in split_runs(find_lines(text, settings)) for s in join_wrapped(run)]
    blocks = outline(text, spans, title=page.source.metadata.title)
    return Document(page.id, page.source, text, blocks, controls=find_controls(text))


def find_lines(text: str, settings: IngestSettings) -> list[Line]:
    """The lines of `text` that hold more than white space.

    Raises PageError when there are more than an HTML page may have elements.
    """
    lines: list[Line] = []
    end = 0
    for found in _LINE.finditer(text):
        words = found.group().strip()
        if not words:
            continue
        start = found.start() + found.group().index(words[0])
        gap = text[end:start]
        blank = gap.replace("\r\n", "\n").count("\n") > 1 or gap.count("\r") > 1
        if len(lines) >= settings.max_elements:
            raise PageError(STAGE, f"too large: more than {settings.max_elements:,} lines")
        lines.append(Line(Span(start, start + len(words)), words, blank))
        end = start + len(words)
    return lines


def split_runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """`lines` in runs without a blank line."""
    run: list[Line] = []
    for line in lines:
        if line.blank_before and run:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def join_wrapped(run: Sequence[Line]) -> Iterator[Span]:
    """Blocks of a run: wrapped lines together, all others by themselves."""
    joined = [False] * len(run)
    width = max(len(line.words) for line in run)
    if len(run) > 1 and NARROWEST <= width <= WIDEST:
        for at in range(1, len(run)):
            joined[at] = _goes_on(run[at - 1].words, run[at].words, width)
        joins = [at for at in range(1, len(run)) if joined[at]]
        lower = sum(1 for at in joins if run[at].words[0].islower())
        if lower * 2 < len(joins) or (len(joins) == 1 and not _open_ended(run[joins[0] - 1].words)):
            joined = [False] * len(run)
    for at in range(1, len(run)):
        joined[at] = joined[at] or _parts_word(run[at - 1].words, run[at].words)
    start = run[0].span.start
    for at, line in enumerate(run):
        if at and not joined[at]:
            yield Span(start, run[at - 1].span.end)
            start = line.span.start
    yield Span(start, run[-1].span.end)


def _goes_on(above: str, below: str, width: int) -> bool:
    """True when `above` has no room for the first word of `below`, and `below` opens nothing."""
    word = below.split(None, 1)[0]
    full = len(above) + 1 + len(word) > width and len(above) * 10 >= width * 6
    return full and find_marker(below) is None and "\t" not in below and "|" not in below


def _parts_word(above: str, below: str) -> bool:
    """True when a word was parted at the end of `above` ("para-" above "cetamol")."""
    parted = len(above) > 2 and above[-1] == "-" and above[-2].isalpha() and above[-3].isalpha()
    return parted and below[0].islower() and find_marker(below) is None and "|" not in above


def _open_ended(above: str) -> bool:
    return not above.endswith(_CLOSED)
