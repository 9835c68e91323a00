"""The `results` of an openFDA download, one at a time, from a JSON file of any size.

The file is one object, `{"meta": …, "results": [ …` and so on. It is read in pieces, and the
standard decoder takes value after value off the front of what is there.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from pipeline.errors import SetupError
from pipeline.io.terms.files import opened, wrong

PIECE = 1 << 20
LONGEST = 1 << 26
"""Characters of one result; a label with all of its sections takes about a million."""

_DECODER = json.JSONDecoder()
_SPACE = " \t\r\n"


def results(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Numbered results of `path`, from 1.

    Raises SetupError when the file is no such object, and with the number of the result that is
    damaged.
    """
    with opened(path) as file:
        text = _Text(file)
        at, beginning = 0, text.ahead()
        try:
            _open_results(text)
        except (ValueError, RecursionError) as error:
            expected = 'an openFDA download, {"meta": …, "results": […'
            raise wrong(path, expected, beginning) from error
        try:
            more = not text.skips("]")
            while more:
                at += 1
                found = text.value()
                if not isinstance(found, dict):
                    raise ValueError("no object")
                yield at, found
                more = text.skips(",")
            if at and not text.skips("]"):
                raise ValueError("no comma after it")
            _close_results(text)
        except (ValueError, RecursionError) as error:
            raise SetupError(f"{path}: result {at} is damaged: {error}") from error


def _open_results(text: _Text) -> None:
    """Move `text` into its array of results; raises ValueError when it has none."""
    if not text.skips("{"):
        raise ValueError("no object")
    while text.value() != "results":
        if not text.skips(":"):
            raise ValueError("no key")
        text.value()
        if not text.skips(","):
            raise ValueError("no results")
    if not (text.skips(":") and text.skips("[")):
        raise ValueError("results are no list")


def _close_results(text: _Text) -> None:
    """Move `text` to its end; raises ValueError when the file was cut off behind the results."""
    while text.skips(","):
        text.value()
        if not text.skips(":"):
            raise ValueError("no key after the results")
        text.value()
    if not text.skips("}"):
        raise ValueError("no end after the results")


class _Text:
    """JSON text that is read as far as it is needed; what was taken is dropped piece by piece."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._ended = False
        self._held, self._at = "", 0

    def ahead(self) -> str:
        """What comes next, as far as it was read."""
        self._skip_space()
        return self._held[self._at : self._at + 100]

    def skips(self, character: str) -> bool:
        """True, and past it, when `character` comes next."""
        self._skip_space()
        found = self._held.startswith(character, self._at)
        self._at += found
        return found

    def value(self) -> Any:
        """The next value; raises ValueError when there is none or it has no end."""
        self._skip_space()
        while True:
            try:
                found, end = _DECODER.raw_decode(self._held, self._at)
                if end < len(self._held) or self._ended:
                    self._at = end
                    return found
            except ValueError:
                if self._ended:
                    raise
            if len(self._held) - self._at > LONGEST:
                raise ValueError(f"longer than {LONGEST:,} characters")
            self._more()

    def _skip_space(self) -> None:
        """Move to the next character that is no white space, unless the file ends before."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._held) or self._ended:
                return
            self._more()

    def _more(self) -> None:
        """Read on, by as much again as is there, so that a long value is not decoded too often."""
        ahead = self._held[self._at :]
        piece = self._file.read(max(PIECE, len(ahead)))
        self._ended = not piece
        self._held, self._at = ahead + self._decode(piece, final=not piece), 0
