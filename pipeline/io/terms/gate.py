"""How far an imported name is trusted in running text, from its words alone.

Three kinds of name do harm. Names made of ordinary words ("lead", "Clear", "all 4") stand in every
article and mean something else. Words of up to three letters are mostly something else, too.
Abbreviations mean what they mean only in capitals. The first two only lend their codes to what our
own lexicon finds, and the last are asked for their capitals. Very long names are never written out.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.io.terms.ordinary import is_ordinary
from pipeline.model.terms import Trust

MOST_WORDS = 12
_SHORT_WORD = 3
_LONGEST_ABBREVIATION = 6
_SHORTEST_ABBREVIATION = 3


def trust_of(written: str, phrase: Sequence[str]) -> Trust | None:
    """The trust in a name by its folded words `phrase`; None when no text would hold it."""
    if not 0 < len(phrase) <= MOST_WORDS:
        return None
    if all(is_ordinary(word) or not _has_letters(word) for word in phrase):
        return Trust.LENDS
    if " " in written:
        return Trust.ANY
    if is_capitals(written):
        return Trust.CASED if len(written) >= _SHORTEST_ABBREVIATION else Trust.LENDS
    return Trust.LENDS if len(written) <= _SHORT_WORD else Trust.ANY


def is_capitals(written: str) -> bool:
    """True for what looks like an abbreviation ("IUD", "SSRIs", "HIV-1"), not a shouted name."""
    core = written.removesuffix("s")
    return len(core) <= _LONGEST_ABBREVIATION and core == core.upper()


def _has_letters(word: str) -> bool:
    return any(c.isalpha() for c in word)
