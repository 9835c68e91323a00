"""The list that a lead-in opens: "Do not use if you have:", "Contraindications:", then the items.

What the lead-in says holds for every item, however many lines there are. Behind a colon on the
same line the list ends with the line or the sentence. On the lines below, items with a bullet or a
number go on as long as there are bullets; items without one, which flattened pages have, as long
as lines are short and do not end like sentences. A heading leads on without a colon, and then
items without a bullet are no clauses and no next heading. Of each item only the first sentence is
read: what follows is explanation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.stages.entities.scene import word_set

_BULLETS = frozenset("-•*–—·▪◦o")
NESTED = "◦"
"""The bullet of an item below an item, which explains that one."""
LEADING = word_set(
    "if with have had has in are include including following these when who to for of during cause"
)
"""Last words of a line that is not finished."""
_HEADING = 10
_HEADS = word_set(
    "how what when where why about before after taking using dose dosage side warning warnings "
    "storage overdose interaction interactions precaution precautions indication indications more "
    "related uses direction directions possible common other key general alternative alternatives "
    "symptom symptoms cause causes diagnosis treatment prevention summary composition"
)
"""First words of the next heading."""
_CLAUSE = word_set(
    "is are was were may might can could should must will do does don't not take use call see ask "
    "tell avoid never help helps cause causes"
)
_WHOSE = word_set("you your if anyone people who those patients children women a an are have had")
"""First words of items that are clauses: "you are pregnant", "anyone who is over 60"."""
_SENTENCE_ENDS = frozenset(".?!")
_SHORT = 12
_MOST_ITEMS = 30
_MOST_WORDS = 60
_MOST_WORDS_IN_LINE = 300
"""A flattened page may be one line; a list is looked for in bounded time."""


def list_items(folded: Sequence[str], start: int, *, colon: bool) -> Iterator[range]:
    """The words of each item of the list that begins at word `start`, if one does.

    Without a `colon` lines without bullets are items only as long as they are no clauses.
    """
    if start < len(folded) and folded[start] != "\n":
        yield _first_sentence(folded, start, _line_end(folded, start))
        return
    begin = at = _past_blanks(folded, start)
    bulleted, nested = _is_bullet(folded, at), folded[at : at + 1] == [NESTED]
    for _ in range(_MOST_ITEMS):
        end = _line_end(folded, at)
        if end <= at or _is_bullet(folded, at) != bulleted:
            return
        item = _first_sentence(folded, at, end)
        if not bulleted and (end - at > _SHORT or not (colon or _is_member(folded[at:end]))):
            return
        if not bulleted and folded[end - 1] in _SENTENCE_ENDS | {":"}:
            if not colon and at == begin and "," in folded[at:end]:
                yield item  # "Contraindications", then "Pregnancy, thrombosis."
            return
        if nested or folded[at] != NESTED:
            yield item
        at = _past_blanks(folded, end) if bulleted else end + 1


def _past_blanks(folded: Sequence[str], start: int) -> int:
    """Where the words go on behind line ends and blank lines, if any."""
    at = start
    while at < len(folded) and folded[at] == "\n":
        at += 1
    return at


def leads_on(folded: Sequence[str], first: int, end: int) -> bool:
    """True where a sentence of words `first` up to `end` may speak for the list behind it."""
    if folded[end - 1] in (":", "?"):
        return True
    return folded[end : end + 1] == ["\n"] and is_lead_in(
        folded, line_start(folded, first, end), end
    )


def is_lead_in(folded: Sequence[str], start: int, end: int) -> bool:
    """True for a line, words `start` up to `end`, as short as headings are and without a stop."""
    begins = start == 0 or folded[start - 1] == "\n"
    return begins and 0 < end - start <= _HEADING and folded[end - 1] not in _SENTENCE_ENDS


def line_start(folded: Sequence[str], first: int, end: int) -> int:
    """Where the line begins that ends before word `end`, at word `first` at the earliest."""
    return next((at + 1 for at in range(end - 1, first - 1, -1) if folded[at] == "\n"), first)


def _is_member(line: Sequence[str]) -> bool:
    """True for a line that could stand under a heading as an item: no heading, no clause."""
    if line[0] in _WHOSE:
        return True
    return line[0] not in _HEADS and _CLAUSE.isdisjoint(line)


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
