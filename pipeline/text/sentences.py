"""Where sentences end in English health text.

Full stops that end nothing are everywhere here: doses ("0.5 mg. of"), titles, "No. 20",
"H. pylori", "3 r. a day", numbered lists. The rule is small on purpose: a stop ends a sentence
when what follows looks like a beginning, unless the word before it is known to be short for
something. A sentence is never longer than a limit, so that whatever reads sentences needs bounded
time on any text.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span

LIMIT = 1_000
"""Characters: ten times a long sentence; a longer one is a flattened table or an attack."""

_END = re.compile(
    r"[.!?…]{1,8}[\"'”’»)\]]{0,3}(?=\s|$)|\n[ \t\r]{0,200}\n"
    r"|\n(?=[ \t]{0,20}(?:[0-9]{1,3}[.)]|[-•*–—])\s)"
)
_LIST_NUMBER = re.compile(r"(?:^|[.!?;:\n]\s?)\s{0,8}\(?[0-9]{1,2}$")
_NEXT_ITEM = re.compile(r"[0-9]{1,2}[.)]\s")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_LOOKBACK = 24  # characters: no short form, and no number of a list, is longer

_NEVER_LAST = "e.g i.e dr mr mrs ms prof st vs approx fig eq cf resp incl vol r ca sp spp"
_NEVER = frozenset(_NEVER_LAST.split())
"""Short forms after which a sentence goes on, whatever follows."""

_OFTEN_LAST = (
    "mg ml mcg g kg tab tabs caps cap amp tsp tbsp min hr hrs sec no nos etc a.m p.m am pm "
    "max daily inc ltd co jr sr b.i.d t.i.d q.i.d p.o q.d o.d p.r.n vit"
)
_BEFORE_LOWER = frozenset(_OFTEN_LAST.split())
"""Short forms that may also end a sentence: a capital letter or the end of the text decides."""

_OPENERS = "\"'“‘«([-–—•*#"


def split_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Spans of the sentences in `text[start:end]`, without the white space around them.

    Spans are disjoint, in order, at most `LIMIT` characters, and hold every character that is
    not white space.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    at = start
    for match in _END.finditer(text, start, end):
        if match.end() <= at or not _ends(text, match, at, end):
            continue
        _add(spans, text, at, match.end())
        at = match.end()
    _add(spans, text, at, end)
    return tuple(spans)


def _ends(text: str, match: re.Match[str], at: int, end: int) -> bool:
    """True when the stop that `match` found ends the sentence that began at `at`."""
    mark = match.group()
    if mark[0] == "\n" or "?" in mark or "!" in mark or "…" in mark:
        return True
    following = text[match.end() : min(match.end() + 40, end)].lstrip()
    while following and following[0] in _OPENERS:
        following = following[1:].lstrip()
    if not following:
        return True
    begin = max(at, match.start() - _LOOKBACK)
    before = text[begin : match.start()]
    if not before.strip():
        return False
    listed = _LIST_NUMBER.search(before)
    if listed and (listed.start() > 0 or begin == at):
        return False
    if _NEXT_ITEM.match(following):
        return True
    word = _WORD.search(before)
    name = word.group().lower() if word else ""
    if name in _NEVER or (len(name) == 1 and word and word.group().isupper()):
        return False
    if name == "no" and following[0].isdigit():
        return False
    if name in _BEFORE_LOWER:
        return following[0].isupper()
    return not following[0].islower()


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Append the trimmed span, cut at white space into pieces of at most `LIMIT` characters."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end <= start:
            return
        if end - start <= LIMIT:
            spans.append(Span(start, end))
            return
        cut = max(text.rfind(" ", start + LIMIT // 2, start + LIMIT), start)
        cut = cut if cut > start else start + LIMIT
        spans.append(Span(start, cut))
        start = cut
