"""Words that decide how a sentence is meant, found in one pass over its tokens.

Whether "6 g of paracetamol a day" is advice, a warning, a study or a price is said by the words
around it. They stand in lexicons a pharmacist can read, in a small pattern language: words with
blanks between, `a/b` for either, `a?` or `a/b?` for what may be missing, `well-known` for words in
a row among such, `~3` for up to three words of any kind, `&3` for the same where what stands before
and behind it may also stand the other way round, `#` for a number, `^` and `$` for where the
sentence begins and ends. No regular expression is made of them: a gap is bounded, so the cost
is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from typing import NamedTuple

from pipeline.model.span import Span
from pipeline.text.casing import lowered

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:'[^\W\d_]+)?")
_PAUSE = frozenset(",;:.!?()–—")
_GAP = re.compile(r"~([1-9])$")
_BESIDE = re.compile(r" &([1-9]) ")
_WIDEST_GAP = 8

Element = frozenset[str] | int
"""Words of which one must stand here, or how many words of any kind may."""

NUMERAL, OPENS, CLOSES = "#", "^", "$"


class Token(NamedTuple):
    """A word in lower case, or a number; `paused` when a comma or the like stands before it."""

    word: str
    start: int
    end: int
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that mean something: `kind` is the list they stand in, `name` the entry of it.

    `first` and `last` are indices of tokens of the text, both inclusive.
    """

    kind: str
    name: str
    span: Span
    first: int
    last: int


class Node:
    """A place in the tree of patterns: what may stand next, and which patterns end here.

    A gap may run over a pause only where it is `across` (symptoms are listed with commas, advice
    is not).
    """

    __slots__ = ("ends", "gaps", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node] = {}
        self.gaps: list[tuple[int, bool, Node]] = []
        self.ends: list[tuple[int, str, str]] = []

    def grow(self, elements: Sequence[Element], across: bool, end: tuple[int, str, str]) -> None:
        """Add the pattern `elements`, which means `end`: its number, kind and name."""
        if not elements:
            self.ends.append(end)
            return
        first, rest = elements[0], elements[1:]
        if isinstance(first, int):
            key = (first, across)
            node = next((n for *same, n in self.gaps if tuple(same) == key), None)
            if node is None:
                node = Node()
                self.gaps.append((first, across, node))
            node.grow(rest, across, end)
            return
        for word in sorted(first):
            self.words.setdefault(word, Node()).grow(rest, across, end)


@dataclass(frozen=True)
class Phrasebook:
    """All patterns, as a tree of their words; a text is read against all of them at once."""

    root: Node

    @classmethod
    def of(
        cls, entries: Iterable[tuple[str, str, str]], across: frozenset[str] = frozenset()
    ) -> Phrasebook:
        """Of (kind, name, pattern); the gaps of kinds in `across` may run over pauses.

        Raises ValueError when a pattern is malformed.
        """
        root = Node()
        number = 0
        for kind, name, pattern in entries:
            for elements in compiled(pattern):
                if isinstance(elements[0], int) or isinstance(elements[-1], int):
                    raise ValueError(f"pattern begins or ends with a gap: {pattern!r}")
                root.grow(elements, kind in across, (number, kind, name))
                number += 1
        return cls(root)

    def find(self, tokens: Sequence[Token], start: int, end: int) -> Iterator[Cue]:
        """Every phrase in `tokens[start:end]`, in order of their first word; of the ways in which
        a pattern can match from one word, the first."""
        words = self.root.words
        opening, counting = words.get(OPENS), words.get(NUMERAL)
        for at in range(start, end):
            word = tokens[at].word
            found: dict[tuple[int, str, str], int] = {}
            if (node := words.get(word)) is not None:
                _follow(node, tokens, at + 1, end, found)
            if counting is not None and word[0].isdigit():
                _follow(counting, tokens, at + 1, end, found)
            if at == start and opening is not None:
                _follow(opening, tokens, at, end, found)
            for (_, kind, name), last in sorted(found.items()) if found else ():
                span = Span(tokens[at].start, tokens[last].end)
                yield Cue(kind, name, span, at, last)


def _follow(
    node: Node,
    tokens: Sequence[Token],
    at: int,
    end: int,
    found: dict[tuple[int, str, str], int],
) -> None:
    """File the patterns that go on from `node` at token `at`, with the last token of each."""
    for pattern in node.ends:
        found.setdefault(pattern, at - 1)
    if at >= end:
        for pattern in node.words[CLOSES].ends if CLOSES in node.words else ():
            found.setdefault(pattern, at - 1)
        return
    words, word = node.words, tokens[at].word
    if word in words:
        _follow(words[word], tokens, at + 1, end, found)
    if NUMERAL in words and word[0].isdigit():
        _follow(words[NUMERAL], tokens, at + 1, end, found)
    for width, across, behind in node.gaps:
        for place in range(at, min(at + width + 1, end)):
            if tokens[place].paused and not across:
                break
            word = tokens[place].word
            if word in behind.words:
                _follow(behind.words[word], tokens, place + 1, end, found)
            if NUMERAL in behind.words and word[0].isdigit():
                _follow(behind.words[NUMERAL], tokens, place + 1, end, found)


def tokenize(text: str) -> tuple[Token, ...]:
    """The words and numbers of `text`; a hyphen parts words, an apostrophe does not."""
    plain = lowered(text.replace("’", "'").replace("‘", "'"))
    tokens: list[Token] = []
    before = 0
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        between = plain[before:start]
        paused = between != " " and not _PAUSE.isdisjoint(between)
        tokens.append(Token(plain[start:end], start, end, paused))
        before = end
    return tuple(tokens)


def compiled(pattern: str) -> Iterator[list[Element]]:
    """The element lists that `pattern` stands for; raises ValueError when a part has no word."""
    beside = _BESIDE.search(pattern)
    if beside:
        for order in permutations(_BESIDE.split(pattern)[::2]):
            yield from compiled(f" ~{beside.group(1)} ".join(order))
        return
    columns: list[list[list[Element]]] = []
    for part in pattern.split():
        if gap := _GAP.match(part):
            columns.append([[min(int(gap.group(1)), _WIDEST_GAP)]])
            continue
        spelled = [_spelled(word) for word in part.rstrip("?").split("/")]
        if not all(spelled):
            raise ValueError(f"no word in {part!r} of pattern {pattern!r}")
        single = frozenset(s for w in spelled if len(w) == 1 for s in _also_without_mark(w[0]))
        column: list[list[Element]] = [[single]] if single else []
        column += [[frozenset({word}) for word in words] for words in spelled if len(words) > 1]
        columns.append([*column, []] if part.endswith("?") else column)
    for choice in product(*columns):
        elements = [element for run in choice for element in run]
        if elements:
            yield elements


def _also_without_mark(word: str) -> tuple[str, ...]:
    """ "don't", and "dont" as it is written in forums; any other word as it is."""
    return (word, word.replace("'", "")) if word.endswith("n't") else (word,)


def _spelled(word: str) -> list[str]:
    """The tokens of a word of a pattern: several where a hyphen stands, a mark for itself."""
    return [word] if word in (NUMERAL, OPENS, CLOSES) else [t.word for t in tokenize(word)]
