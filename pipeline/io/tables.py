"""The run as tables for a spreadsheet and as one JSON summary for a script.

Cells hold scraped text, and a spreadsheet runs a cell that starts with an equals sign. Such cells
get a leading apostrophe, which spreadsheets hide and scripts can strip.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple

from pipeline.io.summary import summary
from pipeline.model.changes import Citation, Fate
from pipeline.model.copies import CopyLink
from pipeline.model.document import DocId
from pipeline.model.dose import Quantity
from pipeline.model.naming import site_of, title_of
from pipeline.model.outcome import Corpus, Outcome

Cell = str | int | float | None
Row = tuple[Cell, ...]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PAGE = ("page", "source", "site", "title")


def tables(corpus: Corpus) -> dict[str, bytes]:
    """`reports/*.csv` and `reports/summary.json`, by file name."""
    every = corpus.outcomes
    return {
        "pages.csv": _csv((*_PAGE, "status", "reason", "stage", "copy_of"), _pages(every)),
        "flags.csv": _csv(_FLAGS, _flags(every)),
        "entities.csv": _csv(_ENTITIES, _entities(every)),
        "doses.csv": _csv(_DOSES, _doses(every)),
        "cuts.csv": _csv((*_PAGE, "start", "end", "rule", "reason", "text"), _cuts(every)),
        "repairs.csv": _csv(_REPAIRS, _repairs(every)),
        "duplicates.csv": _csv(_COPIES, _copies(corpus)),
        "set-aside.csv": _csv((*_PAGE, "status", "stage", "reason"), _set_aside(every)),
        "summary.json": summary(corpus),
    }


def _csv(header: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    """RFC 4180 rows in UTF-8, ended by a line feed."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return sink.getvalue().encode("utf-8", "replace")


def _inert(cell: Cell) -> Cell:
    """`cell`, with an apostrophe before what a spreadsheet would run; NUL is shown, not kept."""
    if not isinstance(cell, str):
        return cell
    shown = cell.replace("\x00", "\N{SYMBOL FOR NULL}")
    return f"'{shown}" if shown.lstrip(" \xa0").startswith(_FORMULA) else shown


def _page(outcome: Outcome) -> Row:
    ledger = outcome.ledger
    source = ledger.document.source
    return (str(outcome.id), source.path, site_of(ledger.document), title_of(ledger))


def _pages(outcomes: Iterable[Outcome]) -> Iterator[Row]:
    for o in outcomes:
        yield (*_page(o), o.fate.value, o.reason, o.stage, o.of or "")


def _set_aside(outcomes: Iterable[Outcome]) -> Iterator[Row]:
    for o in outcomes:
        if o.fate in (Fate.SET_ASIDE, Fate.FAILED):
            yield (*_page(o), o.fate.value, o.stage, o.reason)


_FLAGS = (
    *_PAGE,
    *("rule", "category", "severity", "confidence", "state", "start", "end", "quote"),
    *(
        "explanation",
        "computation",
        "citation",
        "link",
        "reference",
        "fingerprint",
        "settled_by",
        "reason",
    ),
)


def _flags(outcomes: Iterable[Outcome]) -> Iterator[Row]:
    """Most severe first; within a severity in page order."""
    found = [(o, page, f) for o in outcomes for page in (_page(o),) for f in o.ledger.findings]
    for o, page, f in sorted(found, key=lambda p: -p[2].severity):
        text = o.ledger.document.text
        settled = next((d for s, d in o.settled if s == f), None)
        state = "settled" if settled else "open" if f in o.open else "noted"
        yield (
            *page,
            *(str(f.rule), f.category, f.severity.label, f.confidence.value, state),
            *(f.span.start, f.span.end, " … ".join(s.of(text) for s in f.evidence)),
            *(f.explanation, f.computation, _cite(f.citations), _links(f.citations)),
            *(
                f.reference,
                f.fingerprint,
                settled.by if settled else "",
                settled.reason if settled else "",
            ),
        )


def _cite(citations: Iterable[Citation]) -> str:
    return "; ".join(map(str, citations))


def _links(citations: Iterable[Citation]) -> str:
    return " ".join(c.url for c in citations if c.url)


_ENTITIES = (
    *_PAGE,
    *("start", "end", "text", "label", "concept", "name", "codes", "link", "score"),
    *("qualifiers", "negated", "hypothetical", "historical", "experiencer"),
)


def _entities(outcomes: Iterable[Outcome]) -> Iterator[Row]:
    for o in outcomes:
        page, text = _page(o), o.ledger.document.text
        for m in sorted(o.ledger.mentions, key=lambda m: (m.span, m.label, m.concept or "")):
            codes = " ".join(f"{system}:{code}" for system, code in m.codes)
            yield (
                *page,
                *(m.span.start, m.span.end, m.span.of(text), m.label),
                *(m.concept or "", m.name or "", codes),
                *((m.link.kind.value, m.link.score) if m.link else ("", None)),
                *(" ".join(m.qualifiers), int(m.negated), int(m.hypothetical)),
                *(int(m.historical), m.experiencer),
            )


_DOSES = (
    *_PAGE,
    *("start", "end", "text", "drug", "ingredient", "amount_low", "amount_high", "unit"),
    *("per_kg", "form", "strength_low", "strength_high", "strength_unit"),
    *("per_day_low", "per_day_high", "interval_hours", "as_needed"),
    *("daily_mg", "route", "days_low", "days_high", "population", "computation"),
)


def _doses(outcomes: Iterable[Outcome]) -> Iterator[Row]:
    for o in outcomes:
        page, text = _page(o), o.ledger.document.text
        for d in sorted(o.ledger.doses, key=lambda d: d.span):
            yield (
                *page,
                *(d.span.start, d.span.end, d.span.of(text), d.drug, d.ingredient),
                *(*_measured(d.amount or d.count), int(d.per_kg), d.form, *_measured(d.strength)),
                *(*(d.per_day or (None, None)), d.interval_hours, int(d.as_needed)),
                *(d.daily_mg, d.route, *(d.duration_days or (None, None))),
                *(d.population.value if d.population else None, d.computation),
            )


def _measured(quantity: Quantity | None) -> Row:
    return (quantity.low, quantity.high, quantity.unit) if quantity else (None, None, None)


def _cuts(outcomes: Iterable[Outcome]) -> Iterator[Row]:
    for o in outcomes:
        page, text = _page(o), o.ledger.document.text
        for c in o.ledger.cuts:
            words = c.span.of(text).strip()
            yield (*page, c.span.start, c.span.end, str(c.rule), c.reason, words)


_REPAIRS = (*_PAGE, "start", "end", "rule", "reason", "before", "after")


def _repairs(outcomes: Iterable[Outcome]) -> Iterator[Row]:
    for o in outcomes:
        page, text = _page(o), o.ledger.document.text
        for r in o.ledger.repairs:
            what = (str(r.rule), r.reason, r.span.of(text), r.replacement)
            yield (*page, r.span.start, r.span.end, *what)


_COPIES = (
    *("kind", "page", "source", "other", "other_source", "coverage", "kept", "why"),
    *("differs_in", "here", "there"),
)


def _copies(corpus: Corpus) -> Iterator[Row]:
    """Every link, one row a difference; `kept` is the page of the two that stays, if merged."""
    sources = {o.id: o.ledger.document.source.path for o in corpus.outcomes}
    clusters = {page: c for c in corpus.copies.clusters for page in (c.kept, *c.removed)}
    for link in corpus.copies.links:
        cluster = clusters.get(link.a)
        merged = cluster is not None and link.b in (cluster.kept, *cluster.removed)
        head = _link(link, sources)
        why = (str(cluster.kept), cluster.why) if cluster is not None and merged else ("", "")
        for difference in [astuple(d) for d in link.differences] or [("", "", "")]:
            yield (*head, *why, *difference)


def _link(link: CopyLink, sources: Mapping[DocId, str]) -> Row:
    ends: list[Cell] = [link.kind.value]
    for page in (link.a, link.b):
        ends += [str(page), sources.get(page, "")]
    return (*ends, round(link.coverage, 4))
