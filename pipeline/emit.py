"""A finished corpus as the files people and programs read.

Outputs are named by folder (`clean/…`, `reports/…`) and come one by one, so that a large corpus
is never held in memory twice. All of them are functions of the corpus alone; the time that pages
took goes to `reports/timings.js`, the one file that differs between two runs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.outcome import Corpus
from pipeline.settings import Settings

SLOWEST = 20


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of wall-clock time that a page took, all stages together."""

    page: str
    path: str
    seconds: float


def outputs(corpus: Corpus, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Every output file: name and content."""
    from pipeline.io import clean, records, tables
    from pipeline.passes import all_rules
    from pipeline.render import catalogue, page
    from pipeline.render import corpus as corpus_page

    rules = all_rules()
    for name, content in clean.articles(corpus).items():
        yield f"clean/{name}", content
    for name, content in tables.tables(corpus).items():
        yield f"reports/{name}", content
    yield "reports/pages.jsonl", _json_lines(records.record(o) for o in corpus.outcomes)
    for outcome in corpus.outcomes:
        text = page.article(outcome, corpus, rules)
        yield f"reports/articles/{outcome.id}.html", text.encode("utf-8", "replace")
    yield "reports/rules.html", catalogue.page(rules).encode()
    yield "reports/index.html", corpus_page.report(corpus, rules).encode("utf-8", "replace")


def _json_lines(rows: Iterable[object]) -> bytes:
    return b"".join(
        json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
        for row in rows
    )


def timings_script(timings: Sequence[Timing]) -> bytes:
    """The slowest pages, as a script that the report loads from beside it."""
    slowest = sorted(timings, key=lambda t: (-t.seconds, t.path))[:SLOWEST]
    rows = [{"id": t.page, "path": t.path, "seconds": round(t.seconds, 3)} for t in slowest]
    safe = json.dumps(rows).replace("<", "\\u003c")  # ASCII only, and no way to end a script
    return f"window.cleanCorpusTimings = {safe};\n".encode()
