"""A finished corpus as the files people and programs read.

Outputs are named by folder (`clean/…`, `reports/…`) and come one by one, so that a large corpus
is never held in memory twice. All of them are functions of the corpus alone; the time that pages
took goes to `reports/timings.js`, the one file that differs between two runs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.changes import Fate
from pipeline.model.outcome import Corpus
from pipeline.model.reference import ReferenceTable
from pipeline.render.flags import Rules

SLOWEST = 20
UNDRAWN = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>No report</title>'
    "<p>The report on page {} could not be drawn ({}); its record is in pages.jsonl.</p></html>"
)


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of wall-clock time that a page took, all stages together."""

    page: str
    path: str
    seconds: float


def outputs(
    corpus: Corpus, rules: Rules, references: Sequence[ReferenceTable]
) -> Iterator[tuple[str, bytes]]:
    """Every output file: name and content."""
    from pipeline.io import clean, tables
    from pipeline.render import catalogue, page, reference
    from pipeline.render import corpus as front
    from pipeline.render.copies import near_copies
    from pipeline.render.markdown import to_markdown

    for name, content in clean.articles(corpus, to_markdown).items():
        yield f"clean/{name}", content
    for name, content in tables.tables(corpus).items():
        yield f"reports/{name}", content
    yield "reports/pages.jsonl", b"".join(_page_rows(corpus))
    copies = near_copies(corpus)
    for outcome in corpus.outcomes:
        try:
            text = page.article(outcome, rules, copies.get(outcome.id, ()))
        except Exception as error:  # the article's end stands; only its picture is missing
            text = UNDRAWN.format(outcome.id, type(error).__name__)
        yield f"reports/articles/{outcome.id}.html", text.encode("utf-8", "replace")
    yield "reports/rules.html", catalogue.page(rules).encode("utf-8", "replace")
    yield f"reports/{reference.PAGE}", reference.page(references).encode("utf-8", "replace")
    yield "reports/index.html", front.report(corpus, rules).encode("utf-8", "replace")


def _page_rows(corpus: Corpus) -> Iterator[bytes]:
    """Every page's record, whatever its end: what an auditor needs to do the sums again."""
    from pipeline.io.records import record, to_json
    from pipeline.render.markdown import to_markdown
    from pipeline.stages.review import text_fingerprint

    paths = {o.id: o.ledger.document.source.path for o in corpus.outcomes}
    for outcome in corpus.outcomes:
        source = outcome.ledger.document.source
        failed = outcome.fate is Fate.FAILED
        yield to_json(
            {
                **record(outcome, "" if failed else to_markdown(outcome.ledger)),
                "source": {"path": source.path, "sha256": source.sha256},
                "of": outcome.of,
                "of_path": paths[outcome.of] if outcome.of else None,
                "settled": [finding.fingerprint for finding, _ in outcome.settled],
                "text_fingerprint": text_fingerprint(outcome.ledger),
            }
        )


def timings_script(timings: Sequence[Timing]) -> bytes:
    """The slowest pages, as a script that the report loads from beside it."""
    slowest = sorted(timings, key=lambda t: (-t.seconds, t.path))[:SLOWEST]
    rows = [{"id": t.page, "path": t.path, "seconds": round(t.seconds, 3)} for t in slowest]
    safe = json.dumps(rows).replace("<", "\\u003c")  # ASCII only, and no way to end a script
    return f"window.cleanCorpusTimings = {safe};\n".encode()
