"""Abbreviations that a page defines for itself: "intrauterine device (IUD)".

The long form has to stand right before the bracket and its initials have to spell the
abbreviation, as in Schwartz and Hearst (2003), read more strictly: on health pages a bracket also
holds brands, units and asides, and a wrong definition would spread over the whole page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.stages.entities.words import Words

Meaning = TypeVar("Meaning")

_SHORT = re.compile(r"(?=[^a-z]*[A-Z][^a-z]*[A-Z])[A-Za-z0-9&]{2,8}")
_SMALL = frozenset({"and", "of", "the", "for", "in", "to", "with", "or", "by"})
_LONGEST = 12
_MORE = 3
"""Words a long form may have beyond the letters of its abbreviation ("and", "of")."""


@dataclass(frozen=True, slots=True)
class Definition(Generic[Meaning]):
    """What a page says an abbreviation stands for; None when that is no mention of ours."""

    meaning: Meaning | None


def find_definitions(
    text: str, words: Words, mentions: Sequence[tuple[int, int, Meaning]]
) -> dict[str, Definition[Meaning]]:
    """Abbreviations defined in `text`; `mentions` are first word, end word and meaning."""
    ending = {last: (first, meaning) for first, last, meaning in mentions}
    found: dict[str, Definition[Meaning]] = {}
    for at in range(1, len(words.folded) - 2):
        if words.folded[at] != "(" or words.folded[at + 2] != ")":
            continue
        short = text[words.starts[at + 1] : words.ends[at + 1]]
        if not _SHORT.fullmatch(short) or short in found:
            continue
        known = ending.get(at)
        if known and _spells(short, words.folded[known[0] : at]):
            found[short] = Definition(known[1])
        elif _spelled_before(short, words.folded[max(0, at - _LONGEST) : at]):
            found[short] = Definition(None)
    return found


def _spelled_before(short: str, folded: Sequence[str]) -> bool:
    """True when some words right before the bracket spell `short`."""
    size = len(short)
    return any(_spells(short, folded[-n:]) for n in range(size, size + _MORE) if n <= len(folded))


def _spells(short: str, folded: Iterable[str]) -> bool:
    """True when the initials of the words, small ones optional, spell `short`.

    One word may give several letters ("gastro" in GERD), so a letter that no initial gives is
    looked for inside the last word read.
    """
    wanted = [c for c in short.lower() if c.isalpha()]
    words = [w for w in folded if w[0].isalpha()]
    if not words or words[0][0] != wanted[0]:
        return False
    last = ""
    for word in words:
        while wanted and last and word[0] != wanted[0] and wanted[0] in last:
            last = last[last.index(wanted.pop(0)) + 1 :]
        if wanted and word[0] == wanted[0]:
            wanted.pop(0)
            last = word[1:]
        elif word not in _SMALL:
            return False
    return all(c in last for c in wanted) or wanted == ["s"]
