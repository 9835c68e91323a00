"""The metadata file that may lie beside a page: `NAME.meta.json`.

A sidecar is written by somebody's scraper, often by hand. A mistake in it must neither lose the
page nor pass unseen: the page is read without what could not be understood, and a note says what.
"""

from __future__ import annotations

import difflib
import json
from dataclasses import fields
from pathlib import Path

from pipeline.model.document import Metadata
from pipeline.model.metadata import make_metadata

LARGEST = 1_000_000  # bytes

_FIELDS = tuple(f.name for f in fields(Metadata))
_ALIASES = {"license": "licence", "fetched": "fetched_at", "date": "published", "lang": "language"}


def read_sidecar(file: Path) -> tuple[Metadata, tuple[str, ...]]:
    """What the sidecar at `file` says, and notes on what it says wrong."""
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as error:
        return Metadata(), (f"metadata file not read: {(error.strerror or 'error').lower()}",)
    if len(raw) > LARGEST:
        return Metadata(), (f"metadata file not read: larger than {LARGEST:,} bytes",)
    try:
        table = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Metadata(), (f"metadata file not read: not UTF-8 at byte {error.start}",)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        return Metadata(), (f"metadata file not read: {error.msg} ({where})",)
    except (RecursionError, ValueError):
        return Metadata(), ("metadata file not read: nested too deep, or a number too long",)
    if not isinstance(table, dict):
        return Metadata(), ("metadata file not read: it holds no JSON object",)
    return _understand(table)


def _understand(table: dict[str, object]) -> tuple[Metadata, tuple[str, ...]]:
    """Metadata of a JSON object, with a note for each entry that means nothing here."""
    claims: dict[str, str] = {}
    notes: list[str] = []
    for key, value in table.items():
        name = _ALIASES.get(key, key)
        if name not in _FIELDS:
            near = difflib.get_close_matches(name[:40], _FIELDS, n=1, cutoff=0.7)
            hint = f"; did you mean {near[0]}?" if near else ""
            notes.append(f"metadata file: {_quote(key)} is not known here{hint}")
        elif isinstance(value, str):
            claims.setdefault(name, value)
        elif value is not None:
            notes.append(f"metadata file: {name} must be words, not {_quote(json.dumps(value))}")
    metadata, refused = make_metadata(claims)
    for name in refused:
        notes.append(f"metadata file: {name} makes no sense: {_quote(claims[name])}")
    return metadata, tuple(notes[:20])


def _quote(words: str) -> str:
    """`words` short and printable, between quotes."""
    short = words if len(words) <= 60 else words[:59] + "…"
    return json.dumps(short).encode("ascii", "replace").decode("ascii")
