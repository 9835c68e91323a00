"""A cheap no: which words begin a phrase of the index, in a bit each.

Most words of a text begin no term, and most pairs of words no longer one. Asking the file for each
would cost more than the tagging, so the hash of every beginning of every phrase sets one bit of a
field that fits in memory. A clear bit is a sure no; a set one is worth a look. (Bloom, "Space/time
trade-offs in hash coding with allowable errors", 1970, with a single hash: at one bit in sixteen
set, a second would cost more time than the looks it saves.)
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

_BITS_A_PHRASE = 64
_LEAST, _MOST = 1 << 16, 1 << 28
"""Bits: 8 KiB for a handful of terms, and at most 32 MiB however large the release."""


END = "\n"
"""Stands behind a phrase that is whole, so that the same field tells beginnings from names."""


def make_filter(phrases: Iterable[str], count: int) -> bytes:
    """The bits of about `count` phrases and all their beginnings, a power of two of them."""
    size = _LEAST
    while size < min(count * _BITS_A_PHRASE, _MOST):
        size *= 2
    bits = bytearray(size // 8)
    mask = size - 1
    for phrase in phrases:
        hashed, end = 0, 0
        key = f"{phrase}{END}".encode("utf-8", "surrogatepass")
        for at in (*_spaces(key), len(key) - len(END), len(key)):
            hashed = crc32(key[end:at], hashed)
            bits[(hashed & mask) >> 3] |= 1 << (hashed & 7)
            end = at
    return bytes(bits)


def _spaces(key: bytes) -> Iterable[int]:
    return (at for at, byte in enumerate(key) if byte == 0x20)


def may_begin(bits: bytes, phrase: str) -> bool:
    """False when no phrase begins with the words `phrase`, or with END behind, is just them."""
    hashed = crc32(phrase.encode("utf-8", "surrogatepass")) & (len(bits) * 8 - 1)
    return bool(bits[hashed >> 3] & (1 << (hashed & 7)))
