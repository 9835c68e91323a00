from __future__ import annotations

from pipeline.render.ink import Ink, flat, under


def test_ink_paints_only_when_asked() -> None:
    assert Ink(False)("cut", "red") == "cut"
    assert Ink(True)("cut", "red", "bold") == "\x1b[31;1mcut\x1b[0m"
    assert Ink(True)("", "red") == ""


def test_lines_are_flat_and_inert() -> None:
    assert flat("a\n b\x1b[0m") == "a b⟨U+001B⟩[0m"
    assert flat("one two three", 9) == "one two …"
    assert under("x" * 200) == " " * 18 + "x" * 200
    assert all(line.startswith("  ") for line in under("word " * 60, 2).splitlines())
