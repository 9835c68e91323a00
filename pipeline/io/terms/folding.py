"""A fingerprint of how words are cut and folded, without doing it.

An index holds phrases folded when they were imported, and texts are folded when they are tagged. If
the two differ, names are silently no longer found. So an index remembers what it was folded with:
the code that does it, and the tokenizer's release.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files

MODULES = ("words.py", "folding.py")


@cache
def folding() -> str:
    """Changes whenever words might be folded differently."""
    folder = files("pipeline") / "stages" / "entities"
    parts = [version("spacy").encode(), *((folder / name).read_bytes() for name in MODULES)]
    return sha256(b"\0".join(parts)).hexdigest()
