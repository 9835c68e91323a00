"""Writing an index: a new file beside the old one, moved over it when it is whole.

The releases that stay are copied from the old file, the one that is imported is read anew. So an
import that breaks off, or is refused halfway, leaves the index as it was.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pipeline.errors import SetupError
from pipeline.io.atomic import PART, locked, refusal
from pipeline.io.terms.filter import make_filter
from pipeline.io.terms.folding import folding
from pipeline.io.terms.record import Record, Skipped
from pipeline.io.terms.schema import TABLES, VERSION, Release, connect
from pipeline.model.terms import Trust

_KEEP = (
    "INSERT INTO release SELECT * FROM old.release WHERE name <> ?",
    "INSERT INTO concept SELECT * FROM old.concept WHERE release IN (SELECT id FROM release)",
    "INSERT INTO code SELECT * FROM old.code WHERE concept IN (SELECT id FROM concept)",
    "INSERT INTO term SELECT * FROM old.term WHERE concept IN (SELECT id FROM concept)",
)


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a concept, with the folded words it is found by."""

    written: str
    phrase: str
    trust: Trust


class IndexWriter:
    """Takes the concepts of one release; `release` then tells what came of them."""

    def __init__(self, file: sqlite3.Connection, release: Release) -> None:
        self._file, self._release = file, release
        self._digest = sha256()
        self._id = file.execute("SELECT coalesce(max(id), 0) + 1 FROM release").fetchone()[0]

    def add(self, record: Record, names: Sequence[Name]) -> None:
        """Store `record` under `names`; what is known of it already is not stored twice."""
        run = self._file.execute
        cues = "|".join(record.cues)
        self._digest.update(repr((record, names)).encode("utf-8", "surrogatepass"))
        run("INSERT OR IGNORE INTO concept (release, ident, label, name, cues) VALUES (?,?,?,?,?)",
            (self._id, record.id, record.label, record.name, cues))  # fmt: skip
        key = run("SELECT id FROM concept WHERE release = ? AND ident = ?",
                  (self._id, record.id)).fetchone()[0]  # fmt: skip
        self._file.executemany(
            "INSERT OR IGNORE INTO code VALUES (?,?,?,?)",
            [(key, *code, place) for place, code in enumerate(record.codes)],
        )
        self._file.executemany(
            "INSERT OR IGNORE INTO term VALUES (?,?,?,?)",
            [(n.phrase, key, n.written, n.trust.value) for n in names],
        )

    def close(self, skipped: Skipped) -> Release:
        """Write down the release itself; raises SetupError when nothing of it can be used."""
        count = self._file.execute
        concepts = count("SELECT count(*) FROM concept WHERE release = ?", (self._id,)).fetchone()
        terms = count(
            "SELECT count(*) FROM term JOIN concept ON concept.id = concept WHERE release = ?",
            (self._id,),
        ).fetchone()
        done = replace(
            self._release,
            concepts=concepts[0],
            terms=terms[0],
            skipped=dict(sorted(skipped.items())),
            digest=self._digest.hexdigest(),
        )
        if not done.terms:
            reasons = "; ".join(f"{n:,} {why}" for why, n in done.skipped.items()) or "no rows"
            raise SetupError(f"{', '.join(done.files)}: no name that can be used ({reasons})")
        self._file.execute(
            "INSERT INTO release VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (self._id, done.name, done.format, done.rank, json.dumps(done.files),
             done.licence, done.link, done.concepts, done.terms, json.dumps(done.skipped),
             done.digest),
        )  # fmt: skip
        return done


@contextmanager
def replacing(index: Path, release: Release) -> Iterator[IndexWriter]:
    """Write `release` into the index at `index`, in place of an earlier one of that name.

    The writer has to be closed before the end. Raises SetupError when the index cannot be written
    or was made by another version; it is then as it was before.
    """
    with locked(index.absolute().parent):
        part = index.with_name(index.name + PART)
        try:
            part.unlink(missing_ok=True)
            file = sqlite3.connect(part, isolation_level=None)
            try:
                _begin(file, index, release)
                yield IndexWriter(file, release)
                _finish(file)
            finally:
                file.close()
            with part.open("rb") as whole:
                os.fsync(whole.fileno())
            part.replace(index)
        except OSError as error:
            raise refusal(index, error) from error
        except sqlite3.Error as error:
            raise SetupError(f"cannot write {index}: {error}") from error
        finally:
            with suppress(OSError):
                part.unlink()


def _begin(file: sqlite3.Connection, index: Path, release: Release) -> None:
    """Make the tables, with all releases of the old index but the one of this name."""
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -100000"):
        file.execute(f"PRAGMA {pragma}")
    file.executescript(TABLES)
    if index.exists():
        connect(index).close()
        file.execute("ATTACH ? AS old", (str(index.absolute()),))
        for keep in _KEEP:
            file.execute(keep, (release.name,) if "?" in keep else ())
        file.execute("DETACH old")
    file.execute("BEGIN")
    file.execute("INSERT INTO meta VALUES (?, ?)", (VERSION, folding()))


def _finish(file: sqlite3.Connection) -> None:
    """Lay out the filter over all releases, and end the writing."""
    count = file.execute("SELECT count(DISTINCT phrase) FROM term").fetchone()[0]
    phrases = (row[0] for row in file.execute("SELECT DISTINCT phrase FROM term"))
    file.execute("INSERT INTO filter VALUES (?)", (make_filter(phrases, count),))
    file.execute("COMMIT")
