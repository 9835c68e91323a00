"""The gold in a form that a person can read and a pull request can show.

One text a line, `style: words with [[marked words|label]]`; marks may stand inside one another.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
_PIECE = re.compile(r"\[\[|\|[^\[\]|]*\]\]|[^\[\]|]+|[\[\]|]")


@dataclass(frozen=True)
class Mark:
    """Characters `start` up to `end` of the text, and what is said of them."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Marked:
    """One text of the gold, without its marks, which stand apart in order."""

    style: str
    text: str
    marks: tuple[Mark, ...]


def read_marked(line: str) -> Marked:
    """The text on one line of gold; raises ValueError where a mark is not closed."""
    style, _, words = line.partition(": ")
    text = ""
    open_at: list[int] = []
    marks: list[Mark] = []
    for piece in _PIECE.findall(words):
        if piece == "[[":
            open_at.append(len(text))
        elif piece.endswith("]]") and piece.startswith("|"):
            marks.append(Mark(open_at.pop(), len(text), piece[1:-2]))
        else:
            text += piece
    if open_at:
        raise ValueError(f"a mark is not closed: {line}")
    return Marked(style, text, tuple(sorted(marks, key=lambda m: (m.start, -m.end))))


@pytest.fixture(scope="session")
def read_gold() -> Callable[[str], list[Marked]]:
    """Reads a file of gold by its name."""

    def read(name: str) -> list[Marked]:
        lines = (HERE / name).read_text("utf-8").splitlines()
        return [read_marked(line) for line in lines if line]

    return read


@pytest.fixture(scope="session")
def floors() -> dict[str, Any]:
    """What was reached, a little under."""
    return tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
