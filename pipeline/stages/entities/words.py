"""spaCy's tokenizer, and a sentence as the words that matching reads.

spaCy is loaded only when the first page needs it: importing it takes longer than all else the
command line does. The tokenizer is that of its English without the exceptions ("don't" stays
whole) and with every inner hyphen and slash split, so that lexicon and text come apart alike:
"anti-inflammatory", "5-HT", "nausea/vomiting".

What is written between the words of a name varies, so some tokens are skipped: a hyphen with no
space around it and a possessive 's. Whatever else is no word stays as itself and so keeps a
phrase from running over it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.stages.entities.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HYPHENS = frozenset("-‐‑–")
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "s'", "s’"})
_INNER = r"[-‐‑–—/\\(),;:+|•·=<>\[\]…]|\.\.+|(?<=[a-z]{4})(?=[0-9])"
"""What comes apart inside a word; its last part parts a name from its strength ("aspirin500 mg"),
and needs four small letters so that "B12", "BRCA1" and "CoQ10" stay whole."""
_UNBROKEN = re.compile(r"\S{150,}")
"""Runs without a space that are no prose: spaCy peels brackets off one by one, in squared time."""
_PIECE = re.compile(r"\w+|[^\w\s]")
_PLAIN = re.compile(r"[A-Za-z]{1,60}(?: [A-Za-z]{1,60})*")
_LONGEST_WORD = 60
_MOST_STRINGS = 1_000_000
"""spaCy keeps every string it ever saw; past so many it starts anew, to work in bounded memory."""
_TIE = 2
"""White space up to this many characters still joins the words of a name; a line end never does."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text with their places: `folded[i]` stands at `starts[i]` to `ends[i]`."""

    folded: list[str]
    starts: list[int]
    ends: list[int]


@cache
def load_tokenizer() -> tuple[Callable[[str], Doc], Sized]:
    """spaCy's English tokenizer, adapted as said above, and the strings that it keeps.

    It gets a vocabulary that computes no features of a word (its shape, its likeness to a number):
    nothing here reads them, and they cost more than the splitting.
    """
    from spacy.lang.en import English
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
    from spacy.vocab import Vocab

    told = English.Defaults
    vocab = Vocab()
    tokenizer = Tokenizer(
        vocab,
        prefix_search=compile_prefix_regex(told.prefixes or ()).search,
        suffix_search=compile_suffix_regex(told.suffixes or ()).search,
        infix_finditer=compile_infix_regex((_INNER,)).finditer,
        token_match=told.token_match,
        url_match=told.url_match,
    )
    return tokenizer, vocab.strings


def split_words(text: str) -> Words:
    """The words of `text`, folded, without the tokens that names are written with or without."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    before = -1
    for word, start in _tokens(text):
        end = start + len(word)
        if word.isspace():
            if "\n" in word or len(word) > _TIE:
                folded.append("\n")
                starts.append(start)
                ends.append(end)
            continue
        tight = start == before
        before = end
        if tight and _is_silent(word, folded, text[end : end + 1]):
            continue
        folded.append(fold(word))
        starts.append(start)
        ends.append(start + (len(word.rstrip(".")) or len(word)))
    return Words(folded, starts, ends)


def split_phrases(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The folded words of each of `names`, which are trimmed and one line each.

    Names of letters and single spaces, three in four, come apart at the spaces alone; the others
    are cut in one go by the tokenizer that cuts texts.
    """
    marked = [(name, _PLAIN.fullmatch(name) is not None) for name in names]
    cut = _lines(split_words("\n".join(name for name, plain in marked if not plain)))
    for name, plain in marked:
        yield tuple(map(fold, name.split(" "))) if plain else next(cut)


def _lines(words: Words) -> Iterator[tuple[str, ...]]:
    """The words between line ends."""
    phrase: list[str] = []
    for word in words.folded:
        if word == "\n":
            yield tuple(phrase)
            phrase = []
        else:
            phrase.append(word)
    yield tuple(phrase)


def _is_silent(word: str, folded: list[str], following: str) -> bool:
    """True for what names are written with or without: 's, an inner hyphen, the stop of "St."."""
    if word in _HYPHENS:
        return bool(following.strip())
    return word in _POSSESSIVES or (word == "." and folded[-1:] == ["st"])


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Tokens with their places: spaCy's, and plain pieces of what would take it too long."""
    at = 0
    for run in _UNBROKEN.finditer(text):
        yield from _spacy_tokens(text, at, run.start())
        for piece in _PIECE.finditer(text, run.start(), run.end()):
            if len(piece.group()) <= _LONGEST_WORD:
                yield piece.group(), piece.start()
        at = run.end()
    yield from _spacy_tokens(text, at, len(text))


def _spacy_tokens(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    tokenize, strings = load_tokenizer()
    if len(strings) > _MOST_STRINGS:
        load_tokenizer.cache_clear()
    part = text if (start, end) == (0, len(text)) else text[start:end]
    for token in tokenize(part):
        yield token.text, token.idx + start
