"""One page as one JSON record: the shape that `annotate` writes and articles.jsonl carries.

All offsets are half-open and count Unicode code points of `page_text`. A range is written as
[low, high], a single number as a number. `schemas/annotate.schema.json` describes the record and
travels with the package. Nothing here knows Markdown: the caller hands over the article as
rendered, since what renders stands above what reads and writes.
"""

from __future__ import annotations

import json
import math
from importlib.resources import files
from typing import Any

from pipeline.model.changes import Citation, Finding
from pipeline.model.dose import DoseMention, Quantity
from pipeline.model.mention import Link, Mention
from pipeline.model.outcome import Outcome
from pipeline.model.span import Span

SCHEMAS = ("annotate", "article", "front-matter")


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema called `name`, one of `SCHEMAS`, as shipped."""
    path = files("pipeline.io").joinpath("schemas", f"{name}.schema.json")
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def record(outcome: Outcome, markdown: str) -> dict[str, Any]:
    """All that is said about one page, ready for JSON."""
    ledger = outcome.ledger
    text = ledger.document.text
    return {
        "id": str(outcome.id),
        "status": outcome.fate.value,
        "reason": outcome.reason,
        "language": ledger.language.code if ledger.language else None,
        "page_text": text,
        "clean_text": ledger.clean_text,
        "markdown": markdown,
        "cuts": [
            {**_offsets(c.span), "rule": str(c.rule), "reason": c.reason} for c in ledger.cuts
        ],
        "repairs": [
            {
                **_offsets(r.span),
                "replacement": r.replacement,
                "rule": str(r.rule),
                "reason": r.reason,
            }
            for r in ledger.repairs
        ],
        "entities": [_entity(m, text) for m in sorted(ledger.mentions, key=_by_place)],
        "doses": [_dose(d) for d in sorted(ledger.doses, key=lambda d: d.span)],
        "findings": [_finding(f, text) for f in sorted(ledger.findings, key=_by_finding)],
    }


def to_json(row: dict[str, Any]) -> bytes:
    """`row` as one line of UTF-8; escapes are used only where a text has lone surrogates."""
    try:
        line = json.dumps(row, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(row, ensure_ascii=True, allow_nan=False).encode("ascii")
    return line + b"\n"


def _by_place(mention: Mention) -> tuple[Span, str, str]:
    return mention.span, mention.label, mention.concept or ""


def _by_finding(finding: Finding) -> tuple[Span, str, str]:
    return finding.span, finding.rule, finding.fingerprint


def _offsets(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _entity(mention: Mention, text: str) -> dict[str, Any]:
    return {
        **_offsets(mention.span),
        "text": mention.span.of(text),
        "label": mention.label,
        "concept": mention.concept,
        "name": mention.name,
        "codes": dict(mention.codes),
        "link": _link(mention.link) if mention.link else None,
        "qualifiers": [str(qualifier) for qualifier in mention.qualifiers],
        "negated": mention.negated,
        "hypothetical": mention.hypothetical,
        "historical": mention.historical,
        "experiencer": mention.experiencer,
    }


def _link(link: Link) -> dict[str, Any]:
    return {"kind": link.kind.value, "score": link.score, "source": link.source}


def _dose(dose: DoseMention) -> dict[str, Any]:
    amount = dose.amount or dose.count
    return {
        **_offsets(dose.span),
        "drug": dose.drug,
        "ingredient": dose.ingredient,
        "amount": _quantity(amount),
        "unit": amount.unit if amount else None,
        "per_kg": dose.per_kg,
        "count": _quantity(dose.count),
        "form": dose.form,
        "strength": _quantity(dose.strength),
        "strength_unit": dose.strength.unit if dose.strength else None,
        "frequency_per_day": _range(dose.per_day),
        "interval_hours": _number(dose.interval_hours),
        "as_needed": dose.as_needed,
        "daily_mg": _number(dose.daily_mg),
        "route": dose.route,
        "duration_days": _range(dose.duration_days),
        "population": dose.population.value if dose.population else None,
    }


def _finding(finding: Finding, text: str) -> dict[str, Any]:
    return {
        "rule": str(finding.rule),
        "category": finding.category,
        "severity": finding.severity.label,
        "confidence": finding.confidence.value,
        **_offsets(finding.span),
        "evidence": [{**_offsets(s), "text": s.of(text)} for s in finding.evidence],
        "explanation": finding.explanation,
        "computation": finding.computation,
        "citation": "; ".join(str(c) for c in finding.citations),
        "citations": [_citation(c) for c in finding.citations],
        "reference": finding.reference,
        "fingerprint": finding.fingerprint,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "authority": citation.authority,
        "title": citation.title,
        "year": citation.year,
        "section": citation.section,
        "url": citation.url,
        "retrieved": citation.retrieved,
    }


def _quantity(quantity: Quantity | None) -> float | list[float] | None:
    return None if quantity is None else _range((quantity.low, quantity.high))


def _range(pair: tuple[float, float] | None) -> float | list[float] | None:
    """A number where both ends agree, else [low, high]; None when an end is not finite."""
    low, high = (_number(end) for end in pair or (None, None))
    if low is None or high is None:
        return None
    return low if low == high else [low, high]


def _number(value: float | None) -> float | None:
    """Whole numbers without a fraction; others to six places, so that 1/7 reads as 0.142857."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else round(value, 6)
