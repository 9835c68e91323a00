"""Words for a terminal: wrapped, perhaps coloured, and never obeyed as commands.

Scraped text could carry control sequences that move the cursor or retitle the window; they are
written as code points like every invisible character.
"""

from __future__ import annotations

import textwrap

from pipeline.model.changes import Severity
from pipeline.render.escape import visible

WIDTH = 92
_CODES = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "green": "32", "blue": "34"}
SEVERITY = {
    Severity.CRITICAL: "red",
    Severity.MAJOR: "yellow",
    Severity.MINOR: "blue",
    Severity.INFO: "dim",
}


class Ink:
    """Paints words with ANSI colours, or leaves them alone."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, words: str, *looks: str) -> str:
        if not self._colour or not words:
            return words
        return f"\x1b[{';'.join(_CODES[look] for look in looks)}m{words}\x1b[0m"


def flat(text: str, limit: int = 10_000) -> str:
    """`text` on one line, invisible characters written out."""
    line = " ".join(visible(text).split())
    return line if len(line) <= limit else f"{line[: limit - 2].rstrip()} …"


def under(text: str, indent: int = 18) -> str:
    """`text` wrapped below an entry, invisible characters written out."""
    return textwrap.fill(
        flat(text),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
