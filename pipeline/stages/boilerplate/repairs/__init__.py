"""Mending what stays: each mend is stand-off, with what was there and why it reads better now.

The kinds are tried from the surest to the least; where two would change the same characters, the
surer one stands. Nothing here changes a number, a unit or a word that carries meaning.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model.changes import Repair
from pipeline.stages.boilerplate.page import Page
from pipeline.stages.boilerplate.repairs.brackets import mend_brackets
from pipeline.stages.boilerplate.repairs.characters import mend_characters
from pipeline.stages.boilerplate.repairs.doubles import mend_doubles
from pipeline.stages.boilerplate.repairs.lookalikes import mend_lookalikes
from pipeline.stages.boilerplate.repairs.markup import mend_markup
from pipeline.stages.boilerplate.repairs.mojibake import mend_mojibake
from pipeline.stages.boilerplate.repairs.spacing import mend_spacing
from pipeline.stages.boilerplate.repairs.tables import mend_tables

_KINDS = (
    mend_markup,
    mend_tables,
    mend_doubles,
    mend_brackets,
    mend_mojibake,
    mend_lookalikes,
    mend_characters,
    mend_spacing,
)


def find_repairs(page: Page) -> tuple[Repair, ...]:
    """Disjoint repairs of the lines that stay, sorted."""
    kept: list[Repair] = []
    for mend in _KINDS:
        kept = _add(kept, mend(page))
    return tuple(kept)


def _add(kept: list[Repair], new: Iterable[Repair]) -> list[Repair]:
    """`kept` with those of `new` that touch no kept repair, sorted."""
    merged = sorted(
        [(r.span, 0, r) for r in kept] + [(r.span, 1, r) for r in new], key=lambda x: x[:2]
    )
    out: list[tuple[int, Repair]] = []
    for span, rank, repair in merged:
        while out and (span.start < out[-1][1].span.end or span == out[-1][1].span):
            if rank >= out[-1][0]:
                break
            out.pop()  # a kept repair displaces the new one before it
        else:
            out.append((rank, repair))
    return [repair for _, repair in out]
