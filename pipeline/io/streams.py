"""Lines in and lines out for commands that stream: files, gzipped files, stdin and stdout."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TextIO

from pipeline.errors import SetupError
from pipeline.io.atomic import PART, refusal


@contextmanager
def reading(name: str) -> Iterator[TextIO]:
    """Lines of a file, of a gzipped file, or of stdin."""
    if name == "-":
        yield sys.stdin
        return
    with ExitStack() as stack:
        try:
            raw: IO[bytes] = stack.enter_context(Path(name).open("rb"))
        except OSError as error:
            raise SetupError(f"cannot read {name}: {error.strerror}") from error
        unpacked = gzip.GzipFile(fileobj=raw) if name.endswith(".gz") else raw
        try:
            yield stack.enter_context(
                io.TextIOWrapper(unpacked, encoding="utf-8", errors="replace")
            )
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise SetupError(f"cannot read {name} to its end: damaged gzip data") from error


@contextmanager
def writing(name: str) -> Iterator[TextIO]:
    """A file that appears under its name only when it is whole; a device is written straight to."""
    if name == "-":
        yield sys.stdout
        return
    path = Path(name)
    whole = path.is_file() or not path.exists()
    place = path.with_name(path.name + PART) if whole else path
    try:
        with place.open("w", encoding="utf-8", errors="backslashreplace") as file:
            yield file
        if whole:
            place.replace(path)
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        if whole:
            with suppress(OSError):
                place.unlink()
