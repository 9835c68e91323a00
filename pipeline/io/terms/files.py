"""The files of a release, opened as they come: plain, gzipped, or the one file of a zip.

Releases run to gigabytes, so a line is the most that is ever held, and a line has an end: a file
that is one long line is not what it says it is.
"""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, cast

from pipeline.errors import SetupError

LONGEST_LINE = 1 << 20
_ENCRYPTED = 1
_SHOWN = 70


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of `path`, unpacked; raises SetupError when it cannot be read to its end."""
    with ExitStack() as stack:
        try:
            if path.suffix == ".gz":
                yield cast("IO[bytes]", stack.enter_context(gzip.open(path, "rb")))
            elif path.suffix == ".zip":
                yield stack.enter_context(_only_member(stack.enter_context(zipfile.ZipFile(path))))
            else:
                yield stack.enter_context(path.open("rb"))
        except (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile) as error:
            raise SetupError(f"{path}: damaged, cannot be unpacked to its end") from error
        except (zipfile.LargeZipFile, NotImplementedError) as error:
            raise SetupError(f"{path}: {error}; unpack it and name the file") from error
        except OSError as error:
            raise SetupError(f"cannot read {path}: {error.strerror or error}") from error


def _only_member(archive: zipfile.ZipFile) -> IO[bytes]:
    names = [name for name in archive.namelist() if not name.endswith("/")]
    if len(names) != 1:
        raise SetupError(f"{archive.filename}: holds {len(names)} files; unpack it and name one")
    if archive.getinfo(names[0]).flag_bits & _ENCRYPTED:
        raise SetupError(f"{archive.filename}: encrypted; unpack it and name the file")
    return archive.open(names[0])


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines of `path` without their ends; what is no UTF-8 becomes U+FFFD."""
    with opened(path) as file:
        at = 0
        while line := file.readline(LONGEST_LINE):
            at += 1
            if len(line) == LONGEST_LINE:
                raise SetupError(f"{path}:{at}: a line of more than {LONGEST_LINE:,} bytes")
            text = line.decode("utf-8", "replace").rstrip("\r\n")
            yield at, text.removeprefix("\ufeff") if at == 1 else text


def wrong(path: Path, expected: str, found: str) -> SetupError:
    """The refusal of a file that is of another format."""
    seen = repr(found[:_SHOWN]) + ("…" if len(found) > _SHOWN else "") if found else "nothing"
    return SetupError(f"{path}: expected {expected}; found {seen}")


def base(path: Path) -> str:
    """The name of a file without what says how it is packed: RXNCONSO.RRF of RXNCONSO.RRF.gz."""
    return path.stem if path.suffix in (".gz", ".zip") else path.name


def beside(path: Path, name: str) -> Path | None:
    """The file called `name` in the folder of `path`, packed or not; None when there is none."""
    there = (path.with_name(name + packed) for packed in ("", ".gz", ".zip"))
    return next((file for file in there if file.is_file()), None)


def only(files: Sequence[Path], name: str) -> Path:
    """The one of `files` called `name`; raises SetupError when it is not named."""
    for file in files:
        if base(file).upper() == name:
            return file
    found = ", ".join(map(str, files))
    raise SetupError(f"expected a file called {name} (also .gz); found {found}")
