"""The list that a lead-in opens: "Do not use if you have:", "Contraindications:", then the items.

What the lead-in says holds for every item, however many lines there are. Behind a colon on the
same line the list ends with the line or the sentence. On the lines below, items with a bullet or a
number go on as long as there are bullets; items without one, which flattened pages have, as long
as lines are short and do not end like sentences. Of each item only the first sentence is read:
what follows is explanation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_BULLETS = frozenset("-•*–—·▪◦o")
_SENTENCE_ENDS = frozenset(".?!")
_SHORT = 12
_MOST_ITEMS = 30
_MOST_WORDS = 60
_MOST_WORDS_IN_LINE = 300
"""A flattened page may be one line; a list is looked for in bounded time."""


def list_items(folded: Sequence[str], start: int, *, colon: bool) -> Iterator[range]:
    """The words of each item of the list that begins at word `start`, if one does.

    Without a `colon` only bullets make a list of the lines below a heading.
    """
    if start < len(folded) and folded[start] != "\n":
        yield _first_sentence(folded, start, _line_end(folded, start))
        return
    at = start + 1
    bulleted = at < len(folded) and _is_bullet(folded, at)
    if not (colon or bulleted):
        return
    for _ in range(_MOST_ITEMS):
        end = _line_end(folded, at)
        if end == at or _is_bullet(folded, at) != bulleted:
            return
        item = _first_sentence(folded, at, end)
        if not bulleted and (end - at > _SHORT or folded[end - 1] in _SENTENCE_ENDS | {":"}):
            return
        yield item
        at = end + 1


def leads_on(folded: Sequence[str], end: int) -> bool:
    """True where a sentence that ends before word `end` may speak for the list behind it."""
    if folded[end - 1] in (":", "?"):
        return True
    return end < len(folded) and folded[end] == "\n" and _is_bullet(folded, end + 1)


def _is_bullet(folded: Sequence[str], at: int) -> bool:
    return at < len(folded) and (folded[at] in _BULLETS or folded[at].rstrip(".)").isdigit())


def _line_end(folded: Sequence[str], start: int) -> int:
    """Where the line ends that word `start` is in, or far enough behind it."""
    far = min(len(folded), start + _MOST_WORDS_IN_LINE)
    return next((at for at in range(start, far) if folded[at] == "\n"), far)


def _first_sentence(folded: Sequence[str], start: int, end: int) -> range:
    for at in range(start, min(end, start + _MOST_WORDS)):
        if folded[at] in _SENTENCE_ENDS and at > start + 1:
            return range(start, at)
    return range(start, min(end, start + _MOST_WORDS))
