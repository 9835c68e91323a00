"""The columns of articles.parquet, spelled out so that an empty corpus has them too."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

_TEXT = pa.string()
_AT = [("start", pa.int64()), ("end", pa.int64())]
_RANGE = pa.struct([("low", pa.float64()), ("high", pa.float64())])


def _texts(*names: str) -> list[tuple[str, Any]]:
    return [(name, _TEXT) for name in names]


def _rows(*fields: tuple[str, Any]) -> Any:
    return pa.list_(pa.struct(list(fields)))


_CITATION = [*_texts("authority", "title"), ("year", pa.int64())]
_QUALIFIERS = [(name, pa.bool_()) for name in ("negated", "hypothetical", "historical")]
_LINK = pa.struct([*_texts("kind"), ("score", pa.float64()), *_texts("source")])
_ENTITY = [
    *_AT,
    *_texts("text", "label", "concept", "name"),
    ("codes", pa.map_(_TEXT, _TEXT)),
    ("link", _LINK),
    ("qualifiers", pa.list_(_TEXT)),
    *_QUALIFIERS,
    ("experiencer", _TEXT),
]
_DOSE = [
    *_AT,
    *_texts("drug", "ingredient"),
    ("amount", _RANGE),
    ("unit", _TEXT),
    ("per_kg", pa.bool_()),
    ("count", _RANGE),
    ("form", _TEXT),
    ("strength", _RANGE),
    ("strength_unit", _TEXT),
    ("frequency_per_day", _RANGE),
    ("interval_hours", pa.float64()),
    ("as_needed", pa.bool_()),
    ("daily_mg", pa.float64()),
    ("route", _TEXT),
    ("duration_days", _RANGE),
    ("population", _TEXT),
]
_FINDING = [
    *_texts("rule", "category", "severity", "confidence"),
    *_AT,
    ("evidence", _rows(*_AT, ("text", _TEXT))),
    *_texts("explanation", "computation", "citation"),
    ("citations", _rows(*_CITATION, *_texts("section", "url", "retrieved"))),
    *_texts("reference", "fingerprint"),
]

ARTICLES = pa.schema(
    [
        *_texts("file", "id", "title", "status", "site", "source", "url", "language"),
        *_texts("author", "published", "modified", "fetched_at", "licence"),
        *_texts("reviewer", "reviewed_at", "pipeline", "reason"),
        *_texts("page_text", "clean_text", "markdown"),
        ("cuts", _rows(*_AT, *_texts("rule", "reason"))),
        ("repairs", _rows(*_AT, *_texts("replacement", "rule", "reason"))),
        ("entities", _rows(*_ENTITY)),
        ("doses", _rows(*_DOSE)),
        ("findings", _rows(*_FINDING)),
    ]
)
