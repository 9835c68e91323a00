"""Marked text that is damaged, and files that are no text at all."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PageError
from pipeline.io.decode import decode

TEXT = "Take care of your knees.\n"


def test_a_mark_is_believed_over_damage_and_the_damage_is_noted() -> None:
    raw = codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"\x00\xdc"
    decoded = decode(raw, markup=False)
    assert decoded.text == TEXT + "\ufffd"
    assert decoded.encoding == "utf-16-le"
    assert decoded.notes == (f"utf-16-le text is damaged at byte {2 * len(TEXT)}; "
                             "what is lost reads \ufffd",)  # fmt: skip


def test_a_utf8_mark_before_windows_text_is_no_promise() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"It\x92s fine. " + TEXT.encode(), markup=False)
    assert decoded.text == "It\u2019s fine. " + TEXT
    assert "windows-1252" in " ".join(decoded.notes)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"\x89PNG\r\n\x1a\n" + TEXT.encode(), "PNG"),
        (b"PK\x03\x04" + TEXT.encode(), "ZIP"),
        (b"%PDF-1.4 " + TEXT.encode(), "PDF"),
        (codecs.BOM_UTF8 + b" \n", "white space"),
        (b"\x01\x02" * 20 + b"abc", "control characters"),
        (b"ab\x00" * 99, "NUL"),
    ],
)
def test_no_text(raw: bytes, why: str) -> None:
    with pytest.raises(PageError, match=why):
        decode(raw, markup=True)


@given(st.text(min_size=1).filter(lambda t: t.isprintable() and not t.isspace()),
       st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))  # fmt: skip
def test_marked_text_comes_back_without_its_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), markup=False).text == text
