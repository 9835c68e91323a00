"""Lines in and lines out for commands that stream: files, gzipped files, stdin and stdout."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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
        yield stack.enter_context(io.TextIOWrapper(unpacked, encoding="utf-8", errors="replace"))


@contextmanager
def writing(name: str) -> Iterator[TextIO]:
    """A file that appears under its name only when it is whole."""
    if name == "-":
        yield sys.stdout
        return
    path = Path(name)
    part = path.with_name(path.name + PART)
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        part.unlink(missing_ok=True)
