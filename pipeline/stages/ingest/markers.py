"""The signs that open a list item in text: bullets, numbers, letters.

"1.5 g" opens nothing, "1. Virginity." does, and so does "3.Cervicitis", where a translator's
space was lost. A marker is what a reader sees in front of the item, never a part of its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLET = re.compile(r"([•‣◦▪▫·●○■□◆◇➢➤►▶✓✔❖∙⁃*–—-]|[+o](?=\s))\s{1,20}(?=\S)|([•●▪■➢✓✔❖])(?=\w)")
_NUMBER = re.compile(r"\(?(\d{1,3})(?:[.)]\s{1,20}(?=\S)|[.)、](?=[^\W\d_])|、)")
_LETTER = re.compile(r"(?:([a-z])\)|\(([a-z])\))\s{1,20}(?=\S)", re.IGNORECASE)
_CIRCLED = re.compile("[\u2460-\u2473]\\s{0,20}(?=\\S)")


@dataclass(frozen=True, slots=True)
class Marker:
    """`label` is the marker as a reader sees it, `width` what it takes up with the space behind.

    `number` is set for numbered items; `style` tells kinds of marker apart.
    """

    label: str
    width: int
    style: str
    number: int | None = None


def find_marker(words: str) -> Marker | None:
    """The marker that `words` open with, or None."""
    if found := _BULLET.match(words):
        label = found.group().strip()
        return Marker(label, found.end(), label)
    if found := _NUMBER.match(words):
        label = found.group().strip()
        return Marker(label, found.end(), "1" + label[-1], int(found[1]))
    if found := _LETTER.match(words):
        return Marker(found.group().strip(), found.end(), "a")
    if found := _CIRCLED.match(words):
        return Marker(words[0], found.end(), "①", ord(words[0]) - 0x245F)
    return None


def indent_of(text: str, start: int) -> int:
    """How many columns of white space stand before `start` on its line, up to 40."""
    before = text[max(0, start - 40) : start]
    line = max(before.rfind("\n"), before.rfind("\r")) + 1
    return len(before[line:].expandtabs(4))
