"""A text derived from another by stand-off edits, with the way home for every offset.

Rules want to read text without its damage (zero-width characters inside a drug name, a comma for
a decimal point, a cut menu in the middle of a sentence); people want to see where it stands on
the page they scraped. A `View` is the derived text plus the map, so that both get what they need
and nobody ever edits the page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `replacement` where `span` stands.

    `barrier` marks a place over which no reading may run: text on its two sides never belonged
    together, so a span across it has no home.
    """

    span: Span
    replacement: str = ""
    barrier: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the derived text and the run of the source that it came from.

    `verbatim` pieces map character by character; the others only as a whole.
    """

    out: Span
    source: Span
    verbatim: bool
    barrier: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """Derived `text` and the `pieces` that tile it (and the source) in order."""

    text: str
    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, source: str, edits: Iterable[Edit] = ()) -> View:
        """Apply disjoint `edits` to `source`; raises ValueError when two of them overlap."""
        pieces: list[Piece] = []
        out: list[str] = []
        at = length = 0

        def add(span: Span, words: str, verbatim: bool, barrier: bool = False) -> None:
            nonlocal length
            pieces.append(Piece(Span(length, length + len(words)), span, verbatim, barrier))
            out.append(words)
            length += len(words)

        for edit in sorted(edits, key=lambda e: e.span):
            if edit.span.start < at:
                raise ValueError(f"edits overlap at {edit.span.start}")
            if edit.span.end > len(source):
                raise ValueError(f"edit ends at {edit.span.end}, behind the text")
            if edit.span.start > at:
                add(Span(at, edit.span.start), source[at : edit.span.start], True)
            add(edit.span, edit.replacement, False, edit.barrier)
            at = edit.span.end
        if at < len(source) or not pieces:
            add(Span(at, len(source)), source[at:], True)
        return cls("".join(out), tuple(pieces), tuple(p.out.start for p in pieces))

    def home(self, span: Span) -> Span | None:
        """The source span that `span` of the view was read from; None across a barrier.

        An offset inside a replacement maps to the whole of what was replaced.
        """
        first = self._piece_at(span.start, right=True)
        last = self._piece_at(span.end, right=False) if span.end > span.start else first
        if last < first:
            last = first
        if any(p.barrier and len(p.source) for p in self.pieces[first : last + 1]):
            return None
        head, tail = self.pieces[first], self.pieces[last]
        start = head.source.start + (span.start - head.out.start if head.verbatim else 0)
        end = tail.source.start + (span.end - tail.out.start) if tail.verbatim else tail.source.end
        return Span(min(start, end), max(start, end))

    def away(self, span: Span) -> Span | None:
        """The view span that holds what is left of source `span`; None when nothing is."""
        start = end = None
        first = bisect_left(self.pieces, span.start, key=lambda piece: piece.source.end)
        for index in range(first, len(self.pieces)):
            piece = self.pieces[index]
            if piece.source.end <= span.start and not (
                piece.source.start == piece.source.end == span.start
            ):
                continue
            if piece.source.start >= span.end:
                break
            if not len(piece.out):
                continue
            low, high = piece.out.start, piece.out.end
            if piece.verbatim:
                low += max(0, span.start - piece.source.start)
                high -= max(0, piece.source.end - span.end)
            start = low if start is None else start
            end = high
        return None if start is None or end is None else Span(start, end)

    def _piece_at(self, offset: int, *, right: bool) -> int:
        """Index of the non-empty piece that holds `offset` (its character to the right or left)."""
        if right:
            index = bisect_right(self._starts, offset) - 1
            while index + 1 < len(self.pieces) and not len(self.pieces[index].out):
                index += 1
            return max(index, 0)
        index = bisect_right(self._starts, offset - 1) - 1
        while index > 0 and not len(self.pieces[index].out):
            index -= 1
        return max(index, 0)
