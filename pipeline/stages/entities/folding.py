"""One spelling for the many ways a medical word is written.

Scraped pages write oedema and edema, tumours and tumors, sulphate and sulfate, and put plurals
wherever the grammar wants them. Lexicon and text are folded by the same function, so that the
lexicon lists a word once. Folding may join words that differ ("aids" and "aid"); where that
matters the lexicon asks for capitals or for a cue.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LIGATURE = re.compile(r"(?<=[a-z])?(?:ae|oe)")
_OUR = re.compile(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$)")
_ISE = re.compile(r"(?<=[a-z]{3})([iy])s(?=e$|es$|ed$|ing$|ation$|ations$|ational$|er$|ers$)")
_RE = re.compile(r"(?<=[a-z]{2}[bt])re(?=s?$)")
_ACHES = re.compile(r"(?<![eo])(?<!t)aches$")
"""Plurals of -ache, unlike those of -ch: "headaches", not "beaches", "coaches", "attaches"."""
_MARKS = str.maketrans("", "", "®™©†‡*")
_CURLED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "‑": "-", "‐": "-"})
_SHORTEST_PLURAL = 4
_SHORTEST_SPELLING = 5
_SHORTEST_GREEK = 8


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """`word` without case, accents, British spelling, plural ending and trade marks."""
    word = word.lower().translate(_CURLED)
    if not word.isascii():
        apart = unicodedata.normalize("NFKD", word.translate(_MARKS))
        word = "".join(c for c in apart if not unicodedata.combining(c)) or word
    word = word.rstrip(".") or word
    if len(word) >= _SHORTEST_SPELLING:
        word = _american(word)
    return _singular(word) if len(word) >= _SHORTEST_PLURAL else word


def _american(word: str) -> str:
    """British to American where only the spelling differs."""
    word = _LIGATURE.sub("e", word)
    word = word.replace("sulph", "sulf")
    word = _OUR.sub("or", word)
    word = _ISE.sub(r"\1z", word)
    return _RE.sub("er", word)


def _singular(word: str) -> str:
    """The singular of a regular plural; the same wrong word for both of an irregular pair."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("oses", "yses")) and len(word) >= _SHORTEST_GREEK and word[-5] not in "pl":
        return word[:-2] + "is"  # thromboses, analyses; not purposes, encloses
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")) and not _ACHES.search(word):
        return word[:-2]
    return word[:-1]
