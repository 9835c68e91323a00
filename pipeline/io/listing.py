"""What lies in a raw folder: pages to read, and everything else with the reason it is not read.

A folder of scrapes holds pictures, half-written downloads, links to other disks and links to
itself. Nothing in it is passed over in silence: a file that is no page is listed with a reason,
so that the report shows it as set aside. Only dot-files (`.gitkeep`, `.DS_Store`) are left out,
and counted. The walk follows no linked folder, so it ends.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import SetupError
from pipeline.model.document import Format

SIDECAR = ".meta.json"

_FORMATS = {
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}


@dataclass(frozen=True, slots=True)
class PageFile:
    """One file of the raw folder.

    `path` is relative to the folder, with forward slashes, and always valid Unicode; `file` is
    where it lies. `reason` says why the file is not read, and is empty for a page.
    """

    path: str
    file: Path
    format: Format = Format.TEXT
    gzipped: bool = False
    sidecar: Path | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder in the order of their paths, and how many dot-files were left out."""

    pages: tuple[PageFile, ...]
    hidden: int = 0


def find_pages(root: Path) -> tuple[PageFile, ...]:
    """The files under `root` (a folder, or one file), sorted by the bytes of their paths.

    Raises SetupError when `root` does not exist or cannot be opened.
    """
    return list_folder(root).pages


def list_folder(root: Path) -> Listing:
    """As `find_pages`, with the count of dot-files."""
    try:
        if root.is_file():
            beside = root.with_name(_stem(root.name) + SIDECAR)
            page = _page(root.name, root, beside if beside.is_file() else None)
            return Listing((page,))
        entries = list(_walk(root))
    except OSError as error:
        raise SetupError(
            f"{root}: cannot be read: {_why(error)}; name a folder of pages"
        ) from error
    files = [entry for entry in entries if not entry.reason]
    sidecars = {e.path: e.file for e in files if e.path.endswith(SIDECAR)}
    stems = {_stem(e.path) + SIDECAR for e in files if _kind(e.path)[0]}
    pages = [e for e in entries if e.reason]
    for entry in files:
        if entry.path in sidecars and entry.path in stems:
            continue
        if entry.path in sidecars:
            reason = "metadata of a page that is not there"
            pages.append(PageFile(entry.path, entry.file, reason=reason))
        else:
            pages.append(_page(entry.path, entry.file, sidecars.get(_stem(entry.path) + SIDECAR)))
    shown = [p for p in pages if p.reason != _DOT]
    return Listing(_without_clashes(sorted(shown, key=_order)), len(pages) - len(shown))


_DOT = "dot-file"


def _walk(root: Path) -> Iterator[PageFile]:
    """Every entry under `root` that is not a folder, and folders that cannot be entered."""
    real_root = os.path.realpath(root)
    waiting: list[tuple[str, str]] = [(os.fspath(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda e: os.fsencode(e.name))
        except OSError as error:
            if not prefix:
                raise
            reason = f"folder cannot be read: {_why(error)}"
            yield PageFile(_readable(prefix.rstrip("/")), Path(folder), reason=reason)
            continue
        for entry in entries:
            path = prefix + entry.name
            reason = _reason(entry, real_root)
            if reason == "folder":
                waiting.append((entry.path, path + "/"))
            else:
                yield PageFile(_readable(path), Path(entry.path), reason=reason)


def _reason(entry: os.DirEntry[str], real_root: str) -> str:
    """Why an entry is not read; empty for a plain file, "folder" for a folder to enter."""
    if entry.name.startswith("."):
        return _DOT
    try:
        if entry.is_symlink():
            target = os.path.realpath(entry.path)
            if target != real_root and not target.startswith(real_root.rstrip(os.sep) + os.sep):
                return "a link that leads out of the folder"
            if entry.is_dir():
                return "a link to a folder that is read where it lies"
            if not os.path.exists(target):
                return "a link that leads nowhere"
        elif entry.is_dir(follow_symlinks=False):
            return "folder"
        mode = entry.stat().st_mode
    except OSError as error:
        return f"cannot be looked at: {_why(error)}"
    return "" if stat.S_ISREG(mode) else "not a regular file"


def _page(path: str, file: Path, sidecar: Path | None) -> PageFile:
    """The page at `path`, or the reason that it is none."""
    kind, gzipped = _kind(path)
    if kind is None:
        return PageFile(path, file, reason="not a kind of file that is read here")
    return PageFile(path, file, kind, gzipped, sidecar)


def _kind(path: str) -> tuple[Format | None, bool]:
    """The format a path's suffixes promise, and whether it is gzipped."""
    name = path.lower()
    gzipped = name.endswith(".gz")
    name = name.removesuffix(".gz")
    return next((kind for suffix, kind in _FORMATS.items() if name.endswith(suffix)), None), gzipped


def _stem(path: str) -> str:
    """`path` without the suffixes that make it a page: `a/b.c.HTML.gz` → `a/b.c`."""
    name = path[:-3] if path.lower().endswith(".gz") else path
    suffix = next((s for s in _FORMATS if name.lower().endswith(s)), "")
    return name[: len(name) - len(suffix)]


def _readable(path: str) -> str:
    """A path that can be written as UTF-8: bytes of a name that are none become `\\xNN`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _order(page: PageFile) -> bytes:
    return page.path.encode("utf-8")


def _without_clashes(pages: list[PageFile]) -> tuple[PageFile, ...]:
    """`pages`, where a path that two file names come down to is given to the first alone."""
    seen: dict[str, int] = {}
    kept: list[PageFile] = []
    for page in pages:
        seen[page.path] = seen.get(page.path, 0) + 1
        if (count := seen[page.path]) > 1:
            path = f"{page.path} ({count})"
            page = PageFile(path, page.file, reason="another file has the same name once decoded")
        kept.append(page)
    return tuple(kept)


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
