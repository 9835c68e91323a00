"""Words that decide how a sentence is meant, found in one pass over its tokens.

Whether "6 g of paracetamol a day" is advice, a warning, a study or a price is said by the words
around it. They stand in lexicons a pharmacist can read, in a small pattern language: words with
blanks between, `a/b` for either, `~3` for up to three words of any kind, `#` for a number. No
regular expression is made of them: a gap is bounded, so the cost is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

from pipeline.model.span import Span
from pipeline.text.casing import lowered

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:'[^\W\d_]+)?")
_PAUSE = frozenset(",;:.!?()–—")
_GAP = re.compile(r"~([1-9])$")
_WIDEST_GAP = 8

Element = frozenset[str] | int
"""Words of which one must stand here, or how many words of any kind may."""

NUMERAL = "#"
NUMBER: frozenset[str] = frozenset({NUMERAL})
_ACROSS = frozenset({"emergency", "serious"})


class Token(NamedTuple):
    """A word in lower case, or a number; `paused` when a comma or the like stands before it."""

    word: str
    span: Span
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


@dataclass(frozen=True, slots=True)
class Phrase:
    """One pattern, ready to be matched behind its first word; a gap may run over a pause only
    where `across` says so (symptoms are listed with commas, advice is not)."""

    kind: str
    name: str
    rest: tuple[Element, ...]
    across: bool = False


@dataclass(frozen=True)
class Phrasebook:
    """All patterns by the word they begin with."""

    by_first: dict[str, tuple[Phrase, ...]]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, str, str]]) -> Phrasebook:
        """Of (kind, name, pattern); ValueError when a pattern is malformed."""
        table: dict[str, dict[Phrase, None]] = {}
        for kind, name, pattern in entries:
            for elements in compiled(pattern):
                head, rest = elements[0], tuple(elements[1:])
                if isinstance(head, int):
                    raise ValueError(f"pattern begins with a gap: {pattern!r}")
                for word in sorted(head):
                    table.setdefault(word, {})[Phrase(kind, name, rest, kind in _ACROSS)] = None
        return cls({word: tuple(phrases) for word, phrases in table.items()})

    @cached_property
    def by_pair(self) -> dict[tuple[str, str], tuple[Phrase, ...]]:
        """Phrases whose second word is fixed, by their first two words."""
        table: dict[tuple[str, str], list[Phrase]] = {}
        for first, phrases in self.by_first.items():
            for phrase in phrases:
                second = phrase.rest[0] if phrase.rest else 0
                if not isinstance(second, int):
                    for word in sorted(second):
                        table.setdefault((first, word), []).append(phrase)
        return {pair: tuple(found) for pair, found in table.items()}

    @cached_property
    def loose(self) -> dict[str, tuple[Phrase, ...]]:
        """Phrases of one word, and those with a gap behind it, by their first word."""
        return {
            first: tuple(p for p in phrases if not p.rest or isinstance(p.rest[0], int))
            for first, phrases in self.by_first.items()
        }

    def find(self, tokens: Sequence[Token], start: int, end: int) -> Iterator[Cue]:
        """Every phrase in `tokens[start:end]`, in order of their first word."""
        words = [NUMERAL if t.word[0].isdigit() else t.word for t in tokens[start:end]]
        for at in range(start, end):
            for phrase in self._begun(tokens, words, at, at - start):
                last = at
                if phrase.rest:
                    last = _match(phrase.rest, 0, tokens, at + 1, end, phrase.across)
                if last >= 0:
                    span = Span(tokens[at].span.start, tokens[last].span.end)
                    yield Cue(phrase.kind, phrase.name, span, at, last)

    def _begun(
        self, tokens: Sequence[Token], words: Sequence[str], at: int, place: int
    ) -> Iterator[Phrase]:
        """The phrases that may begin at token `at`, by its word and the one behind it."""
        firsts = (tokens[at].word,) if words[place] != NUMERAL else (tokens[at].word, NUMERAL)
        behind = place + 1 < len(words)
        for first in firsts:
            for phrase in self.loose.get(first, ()):
                if not phrase.rest or _reachable(phrase, words, place):
                    yield phrase
            if behind:
                yield from self.by_pair.get((first, tokens[at + 1].word), ())
                if words[place + 1] == NUMERAL:
                    yield from self.by_pair.get((first, NUMERAL), ())


def _reachable(phrase: Phrase, words: Sequence[str], place: int) -> bool:
    """False when the word behind the gap of `phrase` is nowhere near; most are not."""
    gap, target = phrase.rest[0], phrase.rest[1] if len(phrase.rest) > 1 else 0
    if isinstance(target, int) or not isinstance(gap, int) or target is NUMBER:
        return True
    return not target.isdisjoint(words[place + 1 : place + 2 + gap]) or NUMERAL in words


def tokenize(text: str) -> tuple[Token, ...]:
    """The words and numbers of `text`; a hyphen parts words, an apostrophe does not."""
    plain = lowered(text.replace("’", "'").replace("‘", "'"))
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(plain):
        between = plain[end : match.start()]
        end = match.end()
        paused = between != " " and not _PAUSE.isdisjoint(between)
        tokens.append(Token(match.group(), Span(match.start(), end), paused))
    return tuple(tokens)


def compiled(pattern: str) -> Iterator[list[Element]]:
    """The element lists that `pattern` stands for; raises ValueError when a part has no word."""
    columns: list[list[list[Element]]] = []
    for part in pattern.split():
        if gap := _GAP.match(part):
            columns.append([[min(int(gap.group(1)), _WIDEST_GAP)]])
            continue
        if part == "#":
            columns.append([[NUMBER]])
            continue
        spelled = [[t.word for t in tokenize(word)] for word in part.split("/")]
        if not all(spelled):
            raise ValueError(f"no word in {part!r} of pattern {pattern!r}")
        if all(len(words) == 1 for words in spelled):
            columns.append([[frozenset(words[0] for words in spelled)]])
        else:
            columns.append([[frozenset({word}) for word in words] for words in spelled])
    for choice in product(*columns):
        elements = [element for run in choice for element in run]
        if elements:
            yield elements


def _match(
    rest: tuple[Element, ...],
    index: int,
    tokens: Sequence[Token],
    at: int,
    end: int,
    across: bool,
) -> int:
    """Index of the last token of the match of `rest[index:]` from `at`, or -1."""
    while index < len(rest):
        element = rest[index]
        if isinstance(element, int):
            for skip in range(element + 1):
                if at + skip >= end or (tokens[at + skip].paused and not across):
                    return -1
                last = _match(rest, index + 1, tokens, at + skip, end, across)
                if last >= 0:
                    return last
            return -1
        if at >= end:
            return -1
        word = tokens[at].word
        if word not in element and not (element is NUMBER and word[0].isdigit()):
            return -1
        index += 1
        at += 1
    return at - 1
