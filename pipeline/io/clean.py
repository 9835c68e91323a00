"""The clean corpus: one Markdown file an article, and all of it again as data.

Everything here is a pure function of the corpus and gives bytes; writing them atomically is
somebody else's work. No clock, host name or random number takes part, so two runs over the same
pages give the same bytes. Markdown comes from the caller, as rendering stands above input and
output; file names come from `model.naming`, so that no scraped character reaches a path.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from pipeline.io.records import record, to_json
from pipeline.model.changes import Cut, Fate, Finding, Repair
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Qualifier
from pipeline.model.naming import article_path, site_of, title_of
from pipeline.model.outcome import Corpus, Outcome

if TYPE_CHECKING:
    import pandas

Markdown = Callable[[Ledger], str]


def articles(corpus: Corpus, to_markdown: Markdown) -> dict[str, bytes]:
    """All of clean/: `<site>/<slug>-<id>.md` for each emitted page, then the two data files."""
    emitted = corpus.by_fate(Fate.EMITTED)
    bodies = [to_markdown(outcome.ledger) for outcome in emitted]
    pairs = list(zip(emitted, bodies, strict=True))
    written = {
        article_path(o.ledger): article(o, body, version=corpus.version) for o, body in pairs
    }
    rows = [row(o, body, version=corpus.version) for o, body in pairs]
    written["articles.jsonl"] = b"".join(map(to_json, rows))
    written["articles.parquet"] = to_parquet(rows)
    return written


def article(outcome: Outcome, markdown: str, *, version: str) -> bytes:
    """One article: front matter between `---` lines, then the Markdown."""
    import yaml

    matter = front_matter(outcome, version=version)

    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True  # the same codes twice are written twice, not as &id001 and *id001

    head = yaml.dump(matter, Dumper=Plain, sort_keys=False, allow_unicode=True, width=1_000)
    return f"---\n{head}---\n\n{markdown}".encode("utf-8", "replace")


def front_matter(outcome: Outcome, *, version: str) -> dict[str, Any]:
    """What stands above an article; `schemas/front-matter.schema.json` describes it."""
    ledger = outcome.ledger
    return {
        **_metadata(outcome),
        "entities": _entities(ledger),
        "settled": [
            {
                **_flag(finding, ledger),
                "by": decision.by,
                "at": decision.at,
                "reason": decision.reason,
            }
            for finding, decision in outcome.settled
        ],
        "open": [_flag(finding, ledger) for finding in outcome.open],
        "cuts": _tally(ledger.cuts),
        "repairs": _tally(ledger.repairs),
        "pipeline": version,
    }


def row(outcome: Outcome, markdown: str, *, version: str) -> dict[str, Any]:
    """An article with its annotations, as in articles.jsonl (`schemas/article.schema.json`)."""
    said = record(outcome, markdown)
    file = article_path(outcome.ledger)
    return {"file": file, **_metadata(outcome), "pipeline": version} | said


def frame(rows: Iterable[dict[str, Any]]) -> pandas.DataFrame:
    """Rows of `row` as a table, one article a line; ranges as {low, high} to have one type."""
    import pandas

    from pipeline.io.columns import ARTICLES

    flat = [_columnar(row) for row in rows]
    return pandas.DataFrame([_storable(r) for r in flat], columns=ARTICLES.names)


def to_parquet(rows: Iterable[dict[str, Any]]) -> bytes:
    """Rows of `row` as Parquet; schema and compression are fixed, no writer's note is added."""
    import pyarrow
    import pyarrow.parquet

    from pipeline.io.columns import ARTICLES

    table = pyarrow.Table.from_pandas(frame(rows), schema=ARTICLES, preserve_index=False)
    sink = io.BytesIO()
    pyarrow.parquet.write_table(
        table.replace_schema_metadata(None),
        sink,
        compression="zstd",
        compression_level=9,
        version="2.6",
        row_group_size=10_000,
        store_schema=False,
    )
    return sink.getvalue()


def _metadata(outcome: Outcome) -> dict[str, Any]:
    ledger, source = outcome.ledger, outcome.ledger.document.source
    known = source.metadata
    return {
        "id": str(outcome.id),
        "title": title_of(ledger),
        "status": outcome.fate.value,
        "site": site_of(ledger.document),
        "source": source.path,
        "url": known.url,
        "language": ledger.language.code if ledger.language else None,
        "author": known.author,
        "published": known.published,
        "modified": known.modified,
        "fetched_at": known.fetched_at,
        "licence": known.licence,
        "reviewer": outcome.approval.by if outcome.approval else _last_reviewer(outcome),
        "reviewed_at": outcome.approval.at if outcome.approval else _last_review(outcome),
    }


def _last_reviewer(outcome: Outcome) -> str | None:
    """Who settled a finding last, where nobody approved the article as a whole."""
    decisions = sorted((d for _, d in outcome.settled), key=lambda d: (d.at, d.id))
    return decisions[-1].by if decisions else None


def _last_review(outcome: Outcome) -> str | None:
    return max((d.at for _, d in outcome.settled), default=None)


def _entities(ledger: Ledger) -> list[dict[str, Any]]:
    """The concepts that the clean article mentions, most frequent first."""
    named = [m for m in ledger.mentions if m.link and ledger.clean.away(m.span) is not None]
    counts = Counter((m.name or "", m.label, m.concept) for m in named)
    codes = {m.concept: dict(sorted(m.codes)) for m in reversed(named)}
    said = Counter((m.concept, str(q)) for m in named for q in m.qualifiers)
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    return [
        {"name": name, "label": label, "concept": concept, "count": count}
        | ({"codes": codes[concept]} if codes[concept] else {})
        | _qualified({str(q): said[concept, str(q)] for q in Qualifier})
        for (name, label, concept), count in ranked
    ]


def _qualified(counts: dict[str, int]) -> dict[str, Any]:
    """How many of a concept's mentions are qualified, and how: a drug that the article warns of
    is not its subject."""
    held = {qualifier: count for qualifier, count in counts.items() if count}
    return {"qualified": held} if held else {}


def _flag(finding: Finding, ledger: Ledger) -> dict[str, Any]:
    return {
        "rule": str(finding.rule),
        "severity": finding.severity.label,
        "quote": " ".join(finding.span.of(ledger.document.text).split()),
    }


def _tally(changes: Iterable[Cut | Repair]) -> list[dict[str, Any]]:
    """Count and characters by rule, most frequent first."""
    counts: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for change in changes:
        counts[change.rule] += 1
        characters[change.rule] += len(change.span)
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    return [
        {"rule": str(rule), "count": count, "characters": characters[rule]}
        for rule, count in ranked
    ]


def _columnar(row: dict[str, Any]) -> dict[str, Any]:
    """A record whose doses have one type a column, and whose entities' codes are pairs."""
    entities = [entity | {"codes": list(entity["codes"].items())} for entity in row["entities"]]
    return row | {"entities": entities, "doses": [_ranged(dose) for dose in row["doses"]]}


def _ranged(dose: dict[str, Any]) -> dict[str, Any]:
    """A dose whose numbers-or-ranges are {low, high} throughout."""
    ranged = ("amount", "count", "strength", "frequency_per_day", "duration_days")
    return dose | {name: _ends(dose[name]) for name in ranged}


def _ends(value: float | list[float] | None) -> dict[str, float] | None:
    if value is None:
        return None
    low, high = value if isinstance(value, list) else (value, value)
    return {"low": float(low), "high": float(high)}


def _storable(value: Any) -> Any:
    """`value` with lone surrogates, which UTF-8 cannot hold, as question marks, one for one."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list | tuple):
        return type(value)(_storable(item) for item in value)
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}
    return value
