"""Bytes to text: what proves its encoding is believed, the rest is noted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PageError
from pipeline.io.decode import decode

ENGLISH = "The café’s tea – at 80 °C – is “too hot” to drink.\n"
RUSSIAN = "Головная боль проходит после сна. Обратитесь к врачу, если она остаётся.\n" * 3


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")],
)
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_byte_order_marks(encoding: str, read_as: str, text: str) -> None:
    decoded = decode(text.encode(encoding), markup=False)
    assert (decoded.text, decoded.encoding, decoded.notes) == (text, read_as, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_wide_text_without_a_mark(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding), markup=False)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert "no byte order mark" in decoded.notes[0]


def test_wide_text_cut_in_a_character() -> None:
    decoded = decode(ENGLISH.encode("utf-16-le")[:-1], markup=False)
    assert decoded.text == ENGLISH[:-1]
    assert "cut off" in decoded.notes[1]


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "Shift_JIS", "rot13", "utf-16"])
def test_a_declaration_that_lies_about_utf8(declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><p>{ENGLISH}'
    decoded = decode(page.encode(), markup=True)
    assert (decoded.text, decoded.encoding) == (page, "utf-8")


def test_the_lie_is_noted() -> None:
    page = f"<meta charset=iso-8859-1><p>{ENGLISH}"
    assert decode(page.encode(), markup=True).notes == ("declared iso8859-1, read as utf-8",)


def test_a_declaration_in_words_of_a_text_file_is_no_declaration() -> None:
    assert decode(b"<meta charset=koi8-r> caf\xe9", markup=False).text.endswith("café")


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r"])
@pytest.mark.parametrize(
    "form",
    ["<meta charset={}>", "<?xml version='1.0' encoding='{}'?>",
     "<meta http-equiv='Content-Type' content='text/html; charset={}'>"],
)  # fmt: skip
def test_a_declaration_that_is_true(declared: str, form: str) -> None:
    page = form.format(declared) + RUSSIAN
    assert decode(page.encode(declared), markup=True).text == page


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")])
def test_undeclared_text_is_recognised(text: str, encoding: str) -> None:
    assert decode((text * 5).encode(encoding), markup=False).text == text * 5


def test_declared_utf8_that_is_windows() -> None:
    page = f"<meta charset=utf-8><p>{ENGLISH}"
    decoded = decode(page.encode("cp1252"), markup=True)
    assert decoded.text == page
    assert decoded.notes == ("declared utf-8, read as windows-1252",)


def test_a_windows_quote_in_a_utf8_page() -> None:
    raw = ("naïve café crème – " * 3).encode() + b"it\x92s"
    decoded = decode(raw, markup=False)
    assert decoded.text.endswith("it’s")
    assert decoded.notes == ("1 byte is not utf-8; read as windows-1252",)


def test_utf8_cut_in_a_character() -> None:
    decoded = decode("so close – the end…".encode()[:-1], markup=False)
    assert decoded.text == "so close – the end"
    assert decoded.notes == ("last character cut off",)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
        (b"%PDF-1.7\nwords words words", "PDF"),
        (b"PK\x03\x04" + bytes(30), "ZIP"),
        (b"a page with one \0 in it, and many other words", "NUL"),
        (bytes(range(256)) * 20, "NUL"),
        (bytes(range(1, 32)) * 20, "control characters"),
        (b" \n\t ", "white space"),
    ],
)
def test_what_is_no_text(raw: bytes, why: str) -> None:
    with pytest.raises(PageError, match=why):
        decode(raw, markup=False)


@given(st.binary(min_size=1, max_size=300), st.booleans())
def test_any_bytes_are_text_or_refused(raw: bytes, markup: bool) -> None:
    try:
        text = decode(raw, markup=markup).text
    except PageError as error:
        text = error.reason
    assert text.encode("utf-8")
    assert "\0" not in text


@given(st.text(min_size=1, max_size=200))
def test_utf8_comes_back_unchanged(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    try:
        decoded = decode(raw, markup=False)
    except PageError:
        return
    if decoded.encoding == "utf-8" and not raw.startswith(b"\xef\xbb\xbf"):
        assert decoded.text.encode() == raw
