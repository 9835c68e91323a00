"""Every per-page stage over a stream of pages: one record out for each record in, same order.

The door for data engineers and benchmarks. A line that is no record still gets its answer, so
that line N of the output always speaks of line N of the input.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any

from pipeline.engine.local import LocalEngine
from pipeline.errors import PageError
from pipeline.model.changes import Fate
from pipeline.model.document import DocId, Document, Format, RawPage, Source
from pipeline.model.ledger import Ledger
from pipeline.model.metadata import make_metadata
from pipeline.passes import describe, ended
from pipeline.settings import Settings
from pipeline.single import judge_page

WINDOW = 512  # lines in flight: bounds memory, and keeps every worker fed


@dataclass(frozen=True, slots=True)
class Line:
    """One line of input and its number, from 1."""

    number: int
    text: str


def annotate(source: Iterable[str], settings: Settings, workers: int = 1) -> Iterator[str]:
    """JSON records, one a line of `source`; blank lines are skipped."""
    numbered = (Line(n, text) for n, text in enumerate(source, 1) if text.strip())
    with LocalEngine(LineWorker, (settings,), _lost, workers) as engine:
        while window := list(islice(numbered, WINDOW)):
            yield from engine.map(window)


class LineWorker:
    """Takes one input line to its output record; lives in each process of the engine."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.judge = judge_page(settings)

    def __call__(self, line: Line, _shared: object = None) -> str:
        page = read_record(line)
        ledger = page if isinstance(page, Ledger) else self.judge(page)
        try:
            return write_record(ledger, self.settings)
        except Exception as error:  # line N + 1 is not to blame for it
            named = ledger.document.id
            return write_record(_without_text(named, Fate.FAILED, describe(error)), self.settings)


def read_record(line: Line) -> RawPage | Ledger:
    """The page on an input line, or the ledger of a page that says why it is none."""
    try:
        row = json.loads(line.text)
        if not isinstance(row, dict):
            raise PageError("annotate", "the line is not a JSON object")
        return _page(row, line)
    except (ValueError, RecursionError) as error:
        return _set_aside(line, f"the line is not JSON: {error}")
    except PageError as error:
        return _set_aside(line, error.reason, row.get("id") if isinstance(row, dict) else None)


def _page(row: dict[str, Any], line: Line) -> RawPage:
    kinds = [kind for kind in ("text", "html") if isinstance(row.get(kind), str)]
    if len(kinds) != 1:
        raise PageError("annotate", 'a record needs exactly one of "text" and "html", a string')
    content = row[kinds[0]]
    claims = {k: row[k] for k in ("url", "site", "title") if isinstance(row.get(k), str)}
    raw = content.encode("utf-8", "surrogatepass")
    name = _name(row.get("id"), line)
    source = Source(
        path=name,
        sha256=sha256(raw).hexdigest(),
        size=len(raw),
        format=Format.HTML if kinds[0] == "html" else Format.TEXT,
        metadata=make_metadata(claims)[0],
    )
    return RawPage(name, source, content)


def _name(given: object, line: Line) -> DocId:
    return DocId(str(given) if isinstance(given, str | int) else f"line-{line.number}")


def _set_aside(line: Line, reason: str, given: object = None) -> Ledger:
    return _without_text(_name(given, line), Fate.SET_ASIDE, reason)


def _without_text(name: DocId, fate: Fate, reason: str) -> Ledger:
    """The ledger of a line that comes to nothing, so that it is answered all the same."""
    source = Source(path=name, sha256="", size=0, format=Format.TEXT)
    return ended(Ledger(Document(name, source, "", ())), fate, "annotate", reason)


def write_record(ledger: Ledger, settings: Settings) -> str:
    """The record as one line of JSON, without its line end."""
    from pipeline.io.records import record, to_json
    from pipeline.render.markdown import to_markdown
    from pipeline.stages.review import conclude

    outcome, _ = conclude(ledger, (), settings.review)
    return to_json(record(outcome, to_markdown(ledger))).decode().rstrip("\n")


def _lost(line: Line) -> str:
    """The record of a line whose worker died twice."""
    page = read_record(line)
    if isinstance(page, Ledger):
        return write_record(page, Settings())
    why = "ended its worker process twice"
    return write_record(_without_text(page.id, Fate.SET_ASIDE, why), Settings())
