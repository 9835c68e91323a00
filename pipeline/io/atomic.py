"""Write whole or not at all.

A run may be killed at any moment. A reader must then find either the old file or the new one, so
every file is written beside its place and moved over in one step.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import SetupError

PART = ".part"

_WHY = {
    errno.ENOSPC: "the disk is full; free some space and run again",
    errno.EDQUOT: "the disk quota is used up; free some space and run again",
    errno.EROFS: "the file system is read-only; choose another folder",
    errno.EACCES: "permission denied; make the folder writable or choose another",
    errno.EPERM: "permission denied; make the folder writable or choose another",
    errno.EEXIST: "a file stands where a folder is needed; move it away",
    errno.ENOTDIR: "a file stands where a folder is needed; move it away",
    errno.EISDIR: "a folder stands where a file is needed; move it away",
    errno.ENAMETOOLONG: "the path is too long for this file system; choose a shorter folder",
}


def refusal(path: Path, error: OSError) -> SetupError:
    """What to tell a person when `path` cannot be written."""
    why = _WHY.get(error.errno or 0, error.strerror or str(error))
    return SetupError(f"cannot write {path}: {why}")


def write_bytes(path: Path, content: bytes, *, durable: bool = False) -> bool:
    """Put `content` at `path` unless it is there already; True when the file changed.

    `durable` waits for the disk; outputs that a next run can make again and checks by their hash
    need not, and at ten thousand files the waiting is what a person would notice.
    Raises SetupError when the folder or the disk refuses; nothing half-written stays behind.
    """
    part = path.with_name(path.name + PART)
    try:
        if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):  # where the folder itself refuses there is no part either
            part.unlink()
        raise refusal(path, error) from error
    return True


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold `folder` for this run; raises SetupError at once when another run holds it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / ".lock").open("w")
    except OSError as error:
        raise refusal(folder, error) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SetupError(
                f"another run is writing to {folder}; wait for it to end, or choose other folders"
            ) from error
        yield
