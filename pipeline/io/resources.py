"""The tables that ship with the package, as lines of text."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files


def lines(name: str) -> tuple[str, ...]:
    """Lines of `lexicons/NAME`, without line ends."""
    text = (files("pipeline") / "lexicons" / name).read_text(encoding="utf-8")
    return tuple(text.splitlines())


@cache
def fingerprint() -> str:
    """SHA-256 over the whole package: any change of code or table makes old results stale."""
    digest = hashlib.sha256()
    todo = [files("pipeline")]
    found: list[tuple[str, bytes]] = []
    while todo:
        folder = todo.pop()
        for entry in folder.iterdir():
            if entry.is_dir() and entry.name != "__pycache__":
                todo.append(entry)
            elif entry.is_file() and not entry.name.endswith(".pyc"):
                found.append((str(entry).removeprefix(str(files("pipeline"))), entry.read_bytes()))
    for name, content in sorted(found):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
