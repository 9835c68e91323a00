"""The tables of an index of imported terms, and what is known of each release in it.

A phrase is the folded words of a name, joined by spaces. `term` is kept in the order of phrases, so
that a lookup is one walk down one tree. `filter` holds one bit for the beginning of each phrase
(see `filter.py`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pipeline.errors import SetupError
from pipeline.io.terms.folding import folding

VERSION = 1

TABLES = """
    CREATE TABLE meta (version INTEGER NOT NULL, folding TEXT NOT NULL);
    CREATE TABLE filter (bits BLOB NOT NULL);
    CREATE TABLE release (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, format TEXT NOT NULL,
        rank INTEGER NOT NULL, files TEXT NOT NULL, licence TEXT NOT NULL,
        link TEXT NOT NULL, concepts INTEGER NOT NULL, terms INTEGER NOT NULL,
        skipped TEXT NOT NULL, digest TEXT NOT NULL);
    CREATE TABLE concept (
        id INTEGER PRIMARY KEY, release INTEGER NOT NULL, ident TEXT NOT NULL,
        label TEXT NOT NULL, name TEXT NOT NULL, cues TEXT NOT NULL, UNIQUE (release, ident));
    CREATE TABLE code (
        concept INTEGER NOT NULL, system TEXT NOT NULL, code TEXT NOT NULL,
        place INTEGER NOT NULL, PRIMARY KEY (concept, system, code)) WITHOUT ROWID;
    CREATE TABLE term (
        phrase TEXT NOT NULL, concept INTEGER NOT NULL, written TEXT NOT NULL,
        trust TEXT NOT NULL, PRIMARY KEY (phrase, concept, written)) WITHOUT ROWID;
"""

_WHOLE = "SELECT 1 FROM filter, release, concept, code, term LIMIT 0"
"""Fails where a table is missing, and reads nothing where none is."""


@dataclass(frozen=True, slots=True)
class Release:
    """One imported release. `skipped` counts rows that were not used, by reason."""

    name: str
    format: str
    rank: int
    files: tuple[str, ...]
    licence: str
    link: str
    concepts: int = 0
    terms: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The index at `path`, checked and for reading; it is closed again at the end."""
    connection = connect(path)
    try:
        yield connection
    finally:
        connection.close()


def connect(path: Path) -> sqlite3.Connection:
    """The index at `path` for reading.

    The file is never written in place, so readers need no locks and may be many. Raises SetupError
    when it is missing, no index, or made by another version.
    """
    again = "move it away and run clean-corpus terms import again"
    if path.exists() and not path.is_file():
        raise SetupError(f"{path}: a folder, not an index of terms; name a file in it")
    if not path.exists():
        raise SetupError(f"{path}: no such index of terms; clean-corpus terms import makes it")
    try:
        where = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(where, uri=True, check_same_thread=False)
        known = connection.execute("SELECT version, folding FROM meta").fetchone()
        connection.execute(_WHOLE)
    except sqlite3.Error as error:
        raise SetupError(f"{path}: no index of terms ({error}); {again}") from error
    if known != (VERSION, folding()):
        connection.close()
        raise SetupError(f"{path}: made by another version of clean-corpus; {again}")
    return connection


def check_index(path: Path) -> None:
    """Raise SetupError unless the index at `path` is whole, which takes reading all of it."""
    with reading(path) as connection:
        try:
            ((told,),) = connection.execute("PRAGMA quick_check(1)").fetchall()
        except sqlite3.Error as error:
            told = str(error)
    if told != "ok":
        raise damaged(path, told)


def damaged(path: Path, why: object) -> SetupError:
    """What to say of an index that cannot be read to its end."""
    said = " ".join(str(why).split())
    return SetupError(f"{path}: the index is damaged ({said}); import its releases again")


def releases(connection: sqlite3.Connection) -> tuple[Release, ...]:
    """The releases in an index, the most trusted first."""
    rows = connection.execute(
        "SELECT name, format, rank, licence, link, concepts, terms, digest, files, skipped"
        " FROM release ORDER BY rank, name"
    )
    return tuple(
        Release(
            *(name, form, rank, tuple(json.loads(files)), licence, link, concepts, terms),
            skipped=json.loads(skipped),
            digest=digest,
        )
        for name, form, rank, licence, link, concepts, terms, digest, files, skipped in rows
    )


def digest(path: Path) -> str:
    """A fingerprint of all that the index at `path` can answer; raises SetupError as `connect`."""
    with reading(path) as connection:
        held = [f"{one.rank} {one.name} {one.digest}" for one in releases(connection)]
    parts = [str(VERSION), folding(), *held]
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
