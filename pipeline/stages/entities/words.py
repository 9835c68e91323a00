"""spaCy's tokenizer, and a sentence as the words that matching reads.

This is the one module that loads spaCy, and only when the first page needs it: importing it
takes longer than all else the command line does. The tokenizer is that of the blank English
pipeline without its exceptions ("don't" stays whole) and with every inner hyphen and slash split,
so that lexicon and text come apart alike: "anti-inflammatory", "5-HT", "nausea/vomiting".

What is written between the words of a name varies, so some tokens are skipped: a hyphen with no
space around it and a possessive 's. Whatever else is no word stays as itself and so keeps a
phrase from running over it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from pipeline.stages.entities.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HYPHENS = frozenset("-‐‑–")
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "s'", "s’"})
_INNER = r"[-‐‑–—/\\(),;:+|•·=<>\[\]…]|\.\.+"
_TIE = 2
"""White space up to this many characters still joins the words of a name; a line end never does."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text with their places: `folded[i]` stands at `starts[i]` to `ends[i]`."""

    folded: list[str]
    starts: list[int]
    ends: list[int]

    def cut(self, first: int, last: int) -> Words:
        """Words `first` up to `last`."""
        return Words(self.folded[first:last], self.starts[first:last], self.ends[first:last])


@cache
def load_tokenizer() -> Callable[[str], Doc]:
    """The tokenizer of spaCy's blank English pipeline, adapted as said above."""
    import spacy
    from spacy.util import compile_infix_regex

    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {}
    tokenizer.infix_finditer = compile_infix_regex((_INNER,)).finditer
    return cast("Callable[[str], Doc]", tokenizer)


def split_words(text: str) -> Words:
    """The words of `text`, folded, without the tokens that names are written with or without."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    before = -1
    for token in load_tokenizer()(text):
        word, start = token.text, token.idx
        end = start + len(word)
        if word.isspace():
            if "\n" in word or len(word) > _TIE:
                _put(folded, starts, ends, word, start)
            continue
        tight = start == before
        before = end
        if tight and (word in _POSSESSIVES or (word in _HYPHENS and text[end : end + 1].strip())):
            continue
        folded.append(fold(word))
        starts.append(start)
        ends.append(start + (len(word.rstrip(".")) or len(word)))
    return Words(folded, starts, ends)


def _put(folded: list[str], starts: list[int], ends: list[int], word: str, start: int) -> None:
    """Keep white space that parts what stands on its two sides."""
    folded.append("\n")
    starts.append(start)
    ends.append(start + len(word))
