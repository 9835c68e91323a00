"""Structure that a page shows and its markup does not say.

Scraped pages set headings as bold paragraphs, and lists as paragraphs that open with a bullet or
a number. A reader sees no difference, so neither do we: what looks like a heading above a longer
text is one, with the level below the last heading that the markup does name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.ingest.markers import Marker, find_marker
from pipeline.stages.ingest.outline import (
    LONG_TEXT,
    Sketch,
    find_numbered_headings,
)
from pipeline.stages.ingest.wording import looks_like_heading
from pipeline.stages.ingest.writing import Draft

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TABLE_ROW)


def refine(drafts: Sequence[Draft]) -> list[Draft]:
    """`drafts` with the kinds that a reader would give them."""
    markers = [find_marker(d.words) if d.kind is BlockKind.PARAGRAPH else None for d in drafts]
    sketches = [
        Sketch(Span(0, len(d.words)), d.words, m) for d, m in zip(drafts, markers, strict=True)
    ]
    numbered = find_numbered_headings(sketches)
    refined: list[Draft] = []
    above = 1
    for at, draft in enumerate(drafts):
        if draft.kind is BlockKind.HEADING:
            above = draft.level
        marker = markers[at]
        if at in numbered or _is_bold_heading(drafts, at):
            draft = replace(draft, kind=BlockKind.HEADING, level=min(above + 1, 6))
        elif marker and (marker.number is None or _counts_on(markers, at)):
            kind, lead = BlockKind.LIST_ITEM, marker.width
            draft = replace(draft, kind=kind, level=1, marker=marker.label, lead=lead)
        refined.append(draft)
    return refined


def _counts_on(markers: Sequence[Marker | None], at: int) -> bool:
    """True when the line above or below carries the number before or behind."""
    here = markers[at]
    for other, step in ((at - 1, -1), (at + 1, 1)):
        near = markers[other] if 0 <= other < len(markers) else None
        if here and near and here.number is not None and near.number == here.number + step:
            return True
    return False


def _is_bold_heading(drafts: Sequence[Draft], at: int) -> bool:
    draft = drafts[at]
    if draft.kind is not BlockKind.PARAGRAPH or not draft.bold or draft.link_density > 0.5:
        return False
    words = draft.words.rstrip(" :.")
    if not words or not looks_like_heading(words) or at + 1 >= len(drafts):
        return False
    below = drafts[at + 1]
    if below.kind not in _TEXT or below.bold:
        return False
    return below.kind is not BlockKind.PARAGRAPH or len(below.words) >= LONG_TEXT
