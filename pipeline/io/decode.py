"""Bytes to text, by what the bytes are and not by what they are called.

Scraped files lie about their encoding: a page declares iso-8859-1 and is UTF-8, a UTF-8 page holds
three Windows bytes pasted from a word processor, a text file is UTF-16 without the mark, a
`.txt` is a picture. The bytes are asked in the order in which they can prove their answer: a byte
order mark, the pattern of NUL bytes, strict UTF-8, and only then the page's own declaration, a
statistical guess, and Windows-1252, in which nearly any bytes are text. What had to be assumed is
noted in words, because it stands behind every character of the page.
"""

from __future__ import annotations

import codecs
import unicodedata

from pipeline.errors import PageError
from pipeline.io.bytewise import CONTROL, Decoded, decode_bytewise, find_declared

STAGE = "ingest"


# Longer marks first: the UTF-16 mark opens the UTF-32 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
)


def decode(raw: bytes, *, markup: bool) -> Decoded:
    """The text of `raw`; `markup` says that a declaration inside it counts.

    Raises PageError when the bytes are not text.
    """
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise PageError(STAGE, f"not text: the file is {what}")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _checked(_marked(raw[len(mark) :], encoding))
    if b"\0" in raw:
        return _checked(_wide(raw))
    return _checked(decode_bytewise(raw, find_declared(raw) if markup else None))


def _marked(raw: bytes, encoding: str) -> Decoded:
    """Text behind a byte order mark."""
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return decode_bytewise(raw, None)
        text = raw.decode(encoding, "replace")
        note = f"{encoding} text is damaged at byte {error.start}; what is lost reads \ufffd"
        return Decoded(text, encoding, (note,))


def _wide(raw: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a mark, told by where the NUL bytes stand.

    Latin text has a NUL in every unit, Cyrillic or Chinese at least in its spaces and line
    breaks, always on the same side. One unit in twenty is asked for, so that a stray NUL in
    ordinary text is not taken for an encoding.
    """
    for encoding, width, side in (
        ("utf-32-le", 4, (2, 3)),
        ("utf-32-be", 4, (0, 1)),
        ("utf-16-le", 2, (1,)),
        ("utf-16-be", 2, (0,)),
    ):
        units, rest = divmod(len(raw), width)
        nuls = [raw[at::width].count(0) for at in range(width)]
        share = 0.9 if width == 4 else 0.05
        if not units or any(nuls[at] < share * units for at in side):
            continue
        if width == 2 and nuls[1 - side[0]] * 20 > nuls[side[0]]:
            continue
        try:
            text = raw[: units * width].decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_text(text):
            notes = [f"no byte order mark; read as {encoding} by its NUL bytes"]
            notes += ["last character cut off"] * bool(rest)
            return Decoded(text, encoding, tuple(notes))
    raise PageError(STAGE, f"not text: {raw.count(0):,} NUL bytes, and not UTF-16 or UTF-32")


def _reads_as_text(text: str) -> bool:
    """False when characters nobody assigned show that the bytes were no text."""
    sample = text[:2000]
    strange = sum(1 for c in sample if unicodedata.category(c) in ("Cn", "Co"))
    return strange * 50 <= len(sample)


def _checked(decoded: Decoded) -> Decoded:
    """`decoded`, or a PageError when it is empty or made of control characters."""
    if not decoded.text or decoded.text.isspace():
        raise PageError(STAGE, "only white space")
    controls = sum(1 for _ in CONTROL.finditer(decoded.text))
    if "\0" in decoded.text or controls * 50 > len(decoded.text):
        raise PageError(STAGE, f"not text: {controls:,} control characters")
    return decoded
