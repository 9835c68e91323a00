from __future__ import annotations

import pytest
from markupsafe import Markup

from pipeline.render.escape import finalize, name_of, safe_link, shown, visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("take 5\u202e01 mg", "take 5⟨U+202E⟩01 mg"),
        ("para\u200bcetamol", "para⟨U+200B⟩cetamol"),
        ("\x1b[2J", "⟨U+001B⟩[2J"),
        ("\ud800", "⟨U+D800⟩"),
        ("line\nand\ttab", "line\nand\ttab"),
        ("naïve 5 mg – ½ ärzte 药", "naïve 5 mg – ½ ärzte 药"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    "url", ["https://a.example/b?c=d&e=f#g", "http://a.example", "mailto:a@b.example"]
)
def test_web_and_mail_links_are_links(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:x"),
        *("data:text/html,x", "vbscript:x", "file:///etc/passwd", "//a.example", "/a", "a.example"),
        *("https://a.example/\u202e", "https://a.example/\x00", 'https://a.example/"x', ""),
        *("https://[half", "https://a b.example", None),
    ],
)
def test_nothing_else_is(url: str | None) -> None:
    assert safe_link(url) == ""


def test_own_markup_is_left_alone_and_numbers_are_numbers() -> None:
    assert finalize(Markup("<b>\u200b</b>")) == "<b>\u200b</b>"
    assert finalize("\u200b") == "⟨U+200B⟩"
    assert finalize(3) == 3


def test_white_space_is_shown_where_it_is_the_point() -> None:
    assert shown(" \n") == "␣↵"
    assert shown(" | ") == " | "
    assert shown("\u200b") == "⟨U+200B⟩"
    assert name_of("\u202e") == "right-to-left override (U+202E)"
    assert name_of("\x07") == "control (U+0007)"
