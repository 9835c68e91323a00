"""Words, sentences and word hashes for comparing texts, with the place of every word.

Two copies of one article rarely agree character by character: a content system straightens
quotes, ligates "fi", turns spaces into no-break spaces and shouts the title. What stays is the
sequence of words and numbers. So a text becomes a sequence of normalised words, each with its
offsets, cut into sentences; everything that may not be lost on the way to a comparison is kept
as a word of its own: decimals ("0.5" is one word), "10mg" as "10" and "mg", percent and
comparison signs, vulgar fractions, superscripts (10² never becomes 102).

All hashes are BLAKE2b cut to 64 bits: the same on every machine, in every process, for ever, so
that they can be stored and joined. One linear scan; no pattern here can backtrack.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

MAX_SENTENCE = 120
"""Words after which a sentence is cut: text without punctuation must not become one sentence."""

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*"  # a number with its decimals and thousands
    r"|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*"  # a word, with inner apostrophes
    r"|[<>≤≥±%‰]"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?:\s|$)")
_BULLETS = frozenset("-–—•*·▪‣◦○●|")
_ABBREVIATIONS = {"dr", "mr", "mrs", "ms", "prof", "vs", "approx", "no", "fig", "al", "etc", "st"}


@dataclass(frozen=True, slots=True)
class Words:
    """Normalised words of a text in order, where each stands, and where sentences begin.

    `starts` and `ends` are offsets into the text; `breaks` holds, for each sentence, the index
    of its first word, so that sentence k is words `breaks[k]` to `breaks[k + 1]`.
    """

    texts: tuple[str, ...]
    starts: array[int]
    ends: array[int]
    breaks: tuple[int, ...]

    def sentences(self) -> list[tuple[str, ...]]:
        """The words of each sentence."""
        bounds = (*self.breaks, len(self.texts))
        return [self.texts[a:b] for a, b in pairwise(bounds)]


def words_of(text: str) -> Words:
    """The words and sentences of `text`."""
    texts: list[str] = []
    starts, ends = array("L"), array("L")
    breaks: list[int] = []
    at = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = text[at:start]
        if (
            not texts
            or _breaks(gap, texts[-1], text[start])
            or len(texts) - breaks[-1] >= MAX_SENTENCE
        ):
            breaks.append(len(texts))
        texts.append(normal(match.group()))
        starts.append(start)
        ends.append(end)
        at = end
    return Words(tuple(texts), starts, ends, tuple(breaks))


@lru_cache(maxsize=1 << 17)
def normal(word: str) -> str:
    """`word` without case, width, ligature or typographic apostrophe; numbers in plain form."""
    if word[0].isdecimal():
        return _plain_number(word)
    folded = unicodedata.normalize("NFKC", word).casefold()
    return re.sub(r"['’ʼ`]", "'", folded)


def _plain_number(word: str) -> str:
    """1,500 and 1500 are one number, as are 2.50 and 2.5; a decimal comma counts as a point."""
    word = unicodedata.normalize("NFKC", word)
    plain = word.replace(",", "") if _THOUSANDS.fullmatch(word) else word.replace(",", ".")
    whole, point, rest = plain.partition(".")
    if "." in rest:  # a date or a version: keep it as it is
        return plain
    whole, rest = whole.lstrip("0") or "0", rest.rstrip("0")
    return whole + point + rest if rest else whole


def _breaks(gap: str, before: str, first: str) -> bool:
    """True when a sentence ends in `gap`, which stands between word `before` and letter `first`."""
    if gap == " " or not gap:
        return False
    if "\n" in gap:
        if gap.count("\n") > 1 or not _BULLETS.isdisjoint(gap):
            return True
        return not first.islower() or _END.search(gap) is not None
    if gap == ".":  # "the end.The next": a lost line break
        return first.isupper() and len(before) > 1 and before.isalpha()
    if not _BULLETS.isdisjoint(gap) and gap[0] == gap[-1] == " ":
        return True  # a flattened list: "Symptoms are - fever - chills"
    if _END.search(gap) is None:
        return False
    if gap.startswith("."):  # "e.g. pigs" goes on; "the end. the next" was badly typed
        return before not in _ABBREVIATIONS and not (len(before) == 1 and first.islower())
    return True


@lru_cache(maxsize=1 << 17)
def hash_word(word: str) -> int:
    """64-bit BLAKE2b of one word."""
    return hash64(word)


def hash64(text: str) -> int:
    """64-bit BLAKE2b of `text`, the same everywhere."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
