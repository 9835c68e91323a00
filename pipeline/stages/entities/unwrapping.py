"""Line ends that end nothing are no stops.

Pages that were wrapped at a column break their sentences anywhere, and flattened ones leave holes
of many spaces. Between the words of a name neither may stand, but for what a sentence says of a
mention they mean nothing: a break without a line end, or one behind a long line that goes on with
a small letter, is taken out before cues are looked for. The line end behind a heading, a lead-in
or an item of a list stays.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.words import Words

_HOLE = 3
"""Characters: wider gaps part columns and items, but for the gap behind the colon of a label."""
_LONG_LINE = 45
"""Characters: pages are wrapped at 60 and more, items of lists are mostly shorter."""


def unwrap(text: str, words: Words, hits: Sequence[Hit]) -> tuple[Words, Sequence[Hit]]:
    """`words` without the breaks that end nothing, and `hits` at their new places."""
    gone = [
        at for at, word in enumerate(words.folded) if word == "\n" and _is_soft(text, words, at)
    ]
    if not gone:
        return words, hits
    lost = set(gone)
    kept = [at for at in range(len(words.folded)) if at not in lost]
    slim = Words(
        [words.folded[at] for at in kept],
        [words.starts[at] for at in kept],
        [words.ends[at] for at in kept],
    )
    return slim, [
        replace(
            h,
            first=h.first - bisect_right(gone, h.first),
            last=h.last - bisect_right(gone, h.last - 1),
        )
        for h in hits
    ]


def _is_soft(text: str, words: Words, at: int) -> bool:
    """True for white space that only looks like the end of something."""
    start, end = words.starts[at], words.ends[at]
    blank = text[start:end]
    if "\n" not in blank:
        return end - start <= _HOLE or words.folded[at - 1] == ":"
    if blank.count("\n") > 1 or not text[end : end + 1].islower():
        return False
    line = start - (text.rfind("\n", 0, start) + 1)
    return line >= _LONG_LINE and words.folded[at - 1] != ":"
