"""Text in an encoding that goes byte by byte: UTF-8 where it can be, else declared, else guessed.

Strict UTF-8 goes before the page's own declaration: text in another encoding that happens to be
valid UTF-8 is next to impossible, a wrong declaration is common.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and what had to be assumed."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


# What browsers read under these names (WHATWG Encoding Standard, section 4.2, "Names and labels").
_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
# A page whose declaration can be read byte by byte is not in UTF-16, whatever it says; and Python
# knows "encodings" (rot13, unicode_escape) that no page was ever written in.
_PLAUSIBLE = re.compile(
    r"(?:utf-8|ascii|iso8859-\d+|cp125\d|cp(?:437|850|852|866|874|932|949)|koi8-[ru]|hz|tis-620"
    r"|mac-(?:roman|cyrillic)|gb\w+|big5\w*|shift_jis|euc_(?:jp|kr)|iso2022_(?:jp|kr))\Z"
)
# Encodings that hide in plain ASCII; UTF-7 is left out, since no browser reads it.
_STATEFUL = ("iso2022_jp", "iso2022_kr", "hz")

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s{0,20}=\s{0,20}["']([A-Za-z0-9._:-]{1,40})"""
    rb"""|<meta\b[^>]{0,400}?\bcharset\s{0,20}=\s{0,20}["']?\s{0,20}([A-Za-z0-9._:-]{1,40})""",
    re.IGNORECASE,
)
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_WINDOWS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
    for byte in range(0x80, 0x100)
}
_SNIFFED = 100_000  # bytes shown to the statistical guess: enough to tell, and its cost is capped


def find_declared(raw: bytes) -> str | None:
    """The encoding the page claims in its first 2,048 bytes, as Python knows it."""
    if not (found := _DECLARED.search(raw[:2048])):
        return None
    label = (found[1] or found[2]).decode("ascii")
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return name if _PLAUSIBLE.match(name) else None


def decode_bytewise(raw: bytes, declared: str | None) -> Decoded:
    """Text in an encoding without NUL bytes: UTF-8 if it can be, else declared, else guessed."""
    if declared in _STATEFUL and (b"\x1b" in raw or b"~{" in raw):
        try:
            return Decoded(raw.decode(declared), declared)
        except UnicodeDecodeError:
            pass
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _mostly_utf8(raw, error) or _legacy(raw, declared)
    if declared in (None, "utf-8", "ascii") or text.isascii():
        return Decoded(text, "utf-8")
    return Decoded(text, "utf-8", (f"declared {declared}, read as utf-8",))


def _mostly_utf8(raw: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 with a few foreign bytes or a cut-off end; None when UTF-8 is the exception.

    A foreign byte is nearly always a curly quote or dash of Windows-1252.
    """
    if error.reason == "unexpected end of data" and error.end == len(raw):
        whole = raw[: error.start].decode("utf-8")
        if not whole.isascii() or error.end - error.start > 1:
            return Decoded(whole, "utf-8", ("last character cut off",))
    text = raw.decode("utf-8", "surrogateescape")
    foreign = sum(1 for c in text if "\udc80" <= c <= "\udcff")
    proper = sum(1 for c in text if c > "\x7f") - foreign
    if foreign * 4 > proper:
        return None
    plural = "byte is" if foreign == 1 else "bytes are"
    note = f"{foreign:,} {plural} not utf-8; read as windows-1252"
    return Decoded(text.translate(_WINDOWS), "utf-8", (note,))


def _legacy(raw: bytes, declared: str | None) -> Decoded:
    """Text in an old one- or two-byte encoding."""
    if declared and declared != "utf-8":
        try:
            text = raw.decode(_BROWSERS_READ.get(declared, declared))
        except UnicodeDecodeError:
            pass
        else:
            if not CONTROL.search(text):
                return Decoded(text, declared)
    encoding = _guess(raw)
    claim = f"declared {declared}" if declared else "not utf-8"
    if encoding is not None:
        return Decoded(raw.decode(encoding), encoding, (f"{claim}, read as {encoding}",))
    text = raw.decode("ascii", "surrogateescape").translate(_WINDOWS)
    return Decoded(text, "windows-1252", (f"{claim}, read as windows-1252",))


def _guess(raw: bytes) -> str | None:
    """A statistical guess, or None where Windows-1252 is the better one.

    On text that is nearly all ASCII the guess rests on a handful of bytes and is often wrong
    ("café" as Big5), while English pages with a few such bytes are Windows-1252 nearly always.
    """
    high = len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))
    if high * 10 < len(raw):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SNIFFED]).best()
    if best is None:
        return None
    try:
        text = raw.decode(best.encoding)
    except UnicodeDecodeError:
        return None
    return None if CONTROL.search(text) else best.encoding
