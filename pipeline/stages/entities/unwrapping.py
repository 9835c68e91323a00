"""Line ends that end nothing are no stops.

Pages that were wrapped at a column break their sentences anywhere, and flattened ones leave holes
of many spaces. Between the words of a name neither may stand, but for what a sentence says of a
mention they mean nothing: a break without a line end, or one behind a long line that goes on with
a small letter, is taken out before cues are looked for. The line end behind a heading, a lead-in
or an item of a list stays. A page's own lists have no bullets in the text, and get them here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.words import Words

_HOLE = 3
"""Characters: wider gaps part columns and items, but for the gap behind the colon of a label."""
_LONG_LINE = 45
"""Characters: pages are wrapped at 60 and more, items of lists are mostly shorter."""


def unwrap(
    text: str, words: Words, hits: Sequence[Hit], items: Mapping[int, str]
) -> tuple[Words, Sequence[Hit]]:
    """`words` without the breaks that end nothing, and `hits` at their new places.

    `items` has the bullet of each list item whose page shows one without writing it, by the
    offset where the item begins; it is set in front of the item's first word. A blank line is
    two line ends.
    """
    bullets = {at: items[start] for at, start in enumerate(words.starts) if start in items}
    laid = Words([], [], [])
    moved: list[int] = []
    for at, word in enumerate(words.folded):
        if at in bullets and words.folded[max(0, at - 1)] == "\n":
            _add(laid, bullets[at], words.starts[at] - 1, words.starts[at] - 1)
        moved.append(len(laid.folded))
        if word != "\n" or at + 1 in bullets or not _is_soft(text, words, at):
            _add(laid, word, words.starts[at], words.ends[at])
        if word == "\n" and text.count("\n", words.starts[at], words.ends[at]) > 1:
            _add(laid, word, words.starts[at], words.ends[at])
    return laid, [replace(h, first=moved[h.first], last=moved[h.last - 1] + 1) for h in hits]


def _add(words: Words, word: str, start: int, end: int) -> None:
    words.folded.append(word)
    words.starts.append(start)
    words.ends.append(end)


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
