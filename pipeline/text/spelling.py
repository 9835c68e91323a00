"""Slips of the finger in the words that doses are written with: "3 tiems a day", "1 tabelt".

A dose with a typing error is still taken. Only two slips are mended, two letters the wrong way
round and a letter left out of a long word, only in words that a dose needs, and never where the
slip is a word of its own ("table", "ties").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.span import Span
from pipeline.text.sieve import words_of

_WORDS = (
    "take", "tablet", "tablets", "capsule", "capsules", "teaspoon", "teaspoons", "drops", "puffs",
    "times", "twice", "daily", "every", "hours", "weeks", "month", "months", "needed", "mouth",
    "morning", "evening", "bedtime",
)  # fmt: skip
_OWN_WORDS = frozenset({"table", "tables", "horus", "veery", "dorps", "moths", "monts", "betime"})
_LONG = 6
"""A letter is missed in words of at least so many letters; shorter ones lose their likeness."""
_WORD = re.compile(r"(?<![^\W_])[a-z]{4,10}(?![^\W_])", re.IGNORECASE)


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if len(word) >= _LONG:
        for at in range(1, len(word) - 1):
            yield word[:at] + word[at + 1 :]


_MEANT = {
    slip: word
    for word in _WORDS
    for slip in _slips(word)
    if slip not in _OWN_WORDS and slip not in _WORDS
}


def find_slips(text: str) -> Iterator[tuple[Span, str]]:
    """Mistyped dose words of `text`, in order, each with the word that was meant, in lower case."""
    if "_" not in text and _MEANT.keys().isdisjoint(words_of(text.lower())):
        return
    for match in _WORD.finditer(text):
        meant = _MEANT.get(match.group().lower())
        if meant is not None:
            yield Span(*match.span()), meant
