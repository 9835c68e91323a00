"""Tells from the words of a text which of many patterns cannot match it.

The dose grammar is some three hundred regular expressions, and a sentence meets a handful. Trying
each costs a walk over the sentence; but most begin or end in words that the sentence does not have.
So each pattern is taken apart once into what any match of it must hold ("for", and one of "day",
"week" …), and a sentence's words are looked up once in a table that says which patterns they
feed. It is the literal prefilter of search engines (R. Cox, "Regular expression matching with a
trigram index", 2012), at the level of words: whatever is ruled out could not have matched, so a
sieve changes the time and never the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import product
from typing import Any

_PARSER: Any = import_module("re._parser")  # what `re.compile` itself reads patterns with
_MOST = 480
"""Words of one place in a pattern; beyond, the place is left open or cut in two."""
_FEW = 4
"""So often is a letter repeated one by one."""
_KEPT = 3
"""Places of a pattern that are looked at; more sift hardly better."""
_WORDS = re.compile(r"\w+").findall
_DIGITS = re.compile(r"[0-9]+")
_NUMBER = frozenset({"0"})
_REMEMBERED = 20_000
_LONGEST = 24

Needs = list[frozenset[str]]
"""Each set holds pieces of words one of which any match contains; a blank is a word's edge."""


class Sieve:
    """Sifts `patterns` by the words of a text."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self._patterns = tuple(patterns)
        self._wanted: list[tuple[int, int]] = []
        self._by_gram: dict[str, list[tuple[str, int]]] | None = None
        self._short: list[tuple[str, int]] = []
        self._known: dict[str, int] = {}

    def __getitem__(self, index: int) -> re.Pattern[str]:
        return self._patterns[index]

    def __len__(self) -> int:
        return len(self._patterns)

    def possible(self, text: str) -> list[int]:
        """Indices of the patterns that may match lower-case `text`, in order."""
        if self._by_gram is None:
            self._by_gram = self._index()
        bits = 0
        known = self._known
        for word in words_of(text):
            try:
                bits |= known[word]
            except KeyError:
                bits |= self._feed(word)
        return [index for index, wanted in self._wanted if wanted & bits == wanted]

    def may_match(self, text: str) -> bool:
        """False where none of the patterns can match lower-case `text`."""
        return bool(self.possible(text))

    def matches(self, text: str) -> bool:
        """True where one of the patterns is found in `text`, in whatever case they ask for."""
        return any(self._patterns[at].search(text) for at in self.possible(text.lower()))

    def _index(self) -> dict[str, list[tuple[str, int]]]:
        """Pieces of words by a trigram of theirs, each with the bits of the sets it fulfils."""
        fulfils: dict[str, int] = {}
        count = 0
        for index, pattern in enumerate(self._patterns):
            wanted = 0
            for pieces in needs_of(pattern):
                for piece in pieces:
                    fulfils[piece] = fulfils.get(piece, 0) | 1 << count
                wanted |= 1 << count
                count += 1
            self._wanted.append((index, wanted))
        by_gram: dict[str, list[tuple[str, int]]] = {}
        for piece, bits in fulfils.items():
            if len(piece) < 3:
                self._short.append((piece, bits))
            else:
                by_gram.setdefault(piece[:3], []).append((piece, bits))
        return by_gram

    def _feed(self, word: str) -> int:
        """The bits of the sets that `word` fulfils."""
        padded = f" {_DIGITS.sub('0', word)} "
        bits = 0
        for piece, fed in self._short:
            if piece in padded:
                bits |= fed
        table = self._by_gram or {}
        for at in range(len(padded) - 2):
            for piece, fed in table.get(padded[at : at + 3], ()):
                if padded.startswith(piece, at):
                    bits |= fed
        if len(word) <= _LONGEST:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = bits
        return bits


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[str, ...]:
    """The distinct words of `text`, as `\\\\b` parts them."""
    return tuple(dict.fromkeys(_WORDS(text)))


def needs_of(pattern: re.Pattern[str]) -> Needs:
    """What any match of `pattern` must hold; no set at all where nothing can be said."""
    exact, needs = _read(_PARSER.parse(pattern.pattern, pattern.flags))
    if exact is not None:
        needs = _needed(exact)
    return sorted(needs, key=lambda pieces: (_weight(pieces), sorted(pieces)))[:_KEPT]


def _read(items: Iterable[Any]) -> tuple[frozenset[str] | None, Needs]:
    """The only texts that `items` match, where they are few; else what any match holds."""
    needs: Needs = []
    run: frozenset[str] = frozenset({""})
    whole = True
    for item in items:
        exact, more = _read_one(*item)
        needs += more
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = frozenset(_joined(a, b) for a, b in product(run, exact))
            continue
        needs += _needed(run)
        whole = False
        run = frozenset({""}) if exact is None else exact
    if whole and not needs:
        return run, []
    return None, [*needs, *_needed(run)]


def _joined(first: str, second: str) -> str:
    """Two texts as one, with one nought for a number and one blank between words."""
    words = first + second
    return words.replace("00", "0").replace("  ", " ")


def _read_one(code: Any, value: Any) -> tuple[frozenset[str] | None, Needs]:
    """The same for one part of a pattern; ({""}, needs) where it takes no place itself."""
    nothing: frozenset[str] = frozenset({""})
    match str(code):
        case "LITERAL":
            return frozenset({_letter(value)}), []
        case "IN":
            return _of_class(value), []
        case "AT":
            return (None if "NON" in str(value) else frozenset({" "})), []
        case "SUBPATTERN":
            return _read(value[3])
        case "ASSERT":
            exact, needs = _read(value[1])
            return nothing, needs if exact is None else _needed(exact)
        case "ASSERT_NOT":
            return (frozenset({" "}) if _no_word(value[1]) else nothing), []
        case "BRANCH":
            return _of_branches([_read(branch) for branch in value[1]])
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _of_repeat(*value)
        case _:
            return None, []


def _of_branches(
    branches: Sequence[tuple[frozenset[str] | None, Needs]],
) -> tuple[frozenset[str] | None, Needs]:
    exact = [words for words, _ in branches if words is not None]
    if len(exact) == len(branches) and sum(map(len, exact)) <= _MOST:
        return frozenset().union(*exact), []
    chosen: set[str] = set()
    for words, needs in branches:
        best = min(needs if words is None else _needed(words), key=_weight, default=None)
        if best is None:
            return None, []
        chosen |= best
    return None, [frozenset(chosen)]


def _of_repeat(low: int, high: int, items: Any) -> tuple[frozenset[str] | None, Needs]:
    exact, needs = _read(items)
    if low and exact == _NUMBER:
        return exact, []  # a run of digits is written as one
    if high == 1:
        if exact is not None and low == 0:
            return exact | {""}, []
        return exact, needs if low else []
    if exact is not None and len(exact) * high <= _FEW:
        each = [exact if at < low else exact | {""} for at in range(high)]
        return frozenset("".join(words) for words in product(*each)), []
    if low == 0:
        return None, []
    return None, needs if exact is None else _needed(exact)


def _of_class(members: Any) -> frozenset[str] | None:
    """One of a few letters, a digit, or what parts words."""
    found: set[str] = set()
    for code, value in members:
        kind = str(code)
        if kind == "LITERAL":
            found.add(_letter(value))
        elif kind == "RANGE" and value[1] - value[0] < 16:
            found |= {_letter(letter) for letter in range(value[0], value[1] + 1)}
        elif kind == "CATEGORY" and str(value) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD"):
            found.add(" ")
        else:
            return None
    return frozenset(found)


def _no_word(items: Any) -> bool:
    """True for what stands in "no letter and no digit here": the edge of a word."""
    if len(items) != 1 or str(items[0][0]) != "IN":
        return False
    kinds = [str(code if str(code) != "CATEGORY" else value) for code, value in items[0][1]]
    return "CATEGORY_WORD" in kinds and "NEGATE" not in kinds


def _letter(code: int) -> str:
    letter = chr(code).lower()
    if letter.isdecimal() and letter.isascii():
        return "0"
    return letter if letter.isalnum() or letter == "_" else " "


def _needed(texts: frozenset[str]) -> Needs:
    """One piece of a word out of each of `texts`, the longest; none where one has too little."""
    pieces = {_piece(text) for text in texts}
    return [] if None in pieces else [frozenset(piece for piece in pieces if piece)]


def _piece(text: str) -> str | None:
    """The rarest piece of a word in `text`, with the blanks that mark the word's edges."""
    parts = text.split(" ")
    last = len(parts) - 1
    pieces = [" " * (at > 0) + part + " " * (at < last) for at, part in enumerate(parts) if part]
    told = [piece for piece in pieces if len(piece) > 1 or not "a" <= piece <= "z"]
    return min(told, key=lambda piece: (_share(piece), piece), default=None)


_COMMON = frozenset(
    re.findall("[a-z]+", "a an and at each every for from in is it of on or the to with your")
)


def _share(piece: str) -> float:
    """About how often a text holds `piece`: long ones are rare, unless English is full of them."""
    return 0.3 if piece.strip() in _COMMON else 5.0 ** -len(piece)


def _weight(pieces: frozenset[str]) -> float:
    return sum(map(_share, pieces))
