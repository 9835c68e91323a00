"""One file of the raw folder, from bytes on disk to text with a known source.

Everything that can be wrong with a file ends here in one sentence that an editor understands.
Compressed files are opened as a stream and closed at the cap, so that a few kilobytes cannot
become gigabytes; a file that is not regular is never opened for reading, so that a pipe cannot
keep the run waiting.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import stat
import zlib
from dataclasses import replace
from typing import Protocol

from pipeline.errors import PageError
from pipeline.io.decode import STAGE, decode
from pipeline.io.listing import PageFile
from pipeline.io.sidecar import read_sidecar
from pipeline.model.document import Format, Metadata, RawPage, Source, page_id
from pipeline.model.metadata import host_of, merge

_CHUNK = 1 << 18
_GZIP = b"\x1f\x8b\x08"


class ReadLimits(Protocol):
    """The setting that reading needs: the most bytes of a page, packed and unpacked."""

    @property
    def max_bytes(self) -> int: ...


def read_page(file: PageFile, settings: ReadLimits) -> RawPage:
    """The decoded page; raises PageError when it cannot be read, with the reason."""
    if file.reason:
        raise PageError(STAGE, file.reason)
    raw = _read(file, settings.max_bytes)
    digest = hashlib.sha256(raw).hexdigest()
    notes: list[str] = []
    content = raw
    if raw.startswith(_GZIP):
        content = _unpack(raw, settings.max_bytes)
        if not file.gzipped:
            notes.append("compressed, though its name does not say so")
    elif file.gzipped:
        notes.append("not compressed, though its name says so")
    if not content:
        raise PageError(STAGE, "empty")
    decoded = decode(content, markup=file.format is Format.HTML)
    metadata, remarks = read_sidecar(file.sidecar) if file.sidecar else (Metadata(), ())
    source = Source(
        path=file.path,
        sha256=digest,
        size=len(raw),
        format=file.format,
        encoding=decoded.encoding,
        metadata=merge(metadata, _from_folder(file.path)),
        notes=(*notes, *decoded.notes, *remarks),
    )
    return RawPage(page_id(file.path), source, decoded.text)


def _read(file: PageFile, most: int) -> bytes:
    """The bytes on disk, of a regular file of at most `most` bytes."""
    try:
        descriptor = os.open(file.file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as opened:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise PageError(STAGE, "not a regular file")
            raw = opened.read(most + 1) if status.st_size <= most else b""
    except FileNotFoundError as error:
        raise PageError(STAGE, "vanished before it could be read") from error
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise PageError(STAGE, f"cannot be read: {why}") from error
    size = max(status.st_size, len(raw))
    if size > most:
        raise PageError(STAGE, f"too large: {size:,} bytes, at most {most:,} are read")
    return raw


def _unpack(raw: bytes, most: int) -> bytes:
    """The content of gzip data, all its members, up to `most` bytes."""
    parts: list[bytes] = []
    size = 0
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as stream:
            while part := stream.read(_CHUNK):
                parts.append(part)
                size += len(part)
                if size > most:
                    raise PageError(STAGE, f"too large: unpacks to more than {most:,} bytes")
    except EOFError as error:
        raise PageError(STAGE, "truncated gzip data") from error
    except (OSError, zlib.error) as error:
        raise PageError(STAGE, "damaged gzip data") from error
    return b"".join(parts)


def _from_folder(path: str) -> Metadata:
    """The site, where the pages of one site lie in a folder of its name."""
    folder, slash, _ = path.partition("/")
    return replace(Metadata(), site=host_of(folder) if slash else None)
