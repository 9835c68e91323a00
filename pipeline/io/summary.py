"""The run's counts as JSON, for a script or a dashboard."""

from __future__ import annotations

import json
from typing import Any

from pipeline.model.changes import Severity
from pipeline.model.outcome import Corpus
from pipeline.model.summary import RuleCount, Summary


def summary(corpus: Corpus) -> bytes:
    """Counts of the run as indented JSON; keys are sorted as `model.summary` sorts them."""
    counted = Summary.of(corpus)
    content = {
        "version": corpus.version,
        "pages": counted.pages,
        "characters": counted.characters,
        "characters_cut": counted.cut,
        "status": {fate.value: count for fate, count in counted.fates},
        "reasons": [
            {"status": fate.value, "reason": reason, "pages": count}
            for fate, reason, count in counted.reasons
        ],
        "sites": [
            {"site": s.site, "pages": s.pages, "characters": s.characters, "characters_cut": s.cut}
            | {fate.value: count for fate, count in s.fates}
            for s in counted.sites
        ],
        "languages": dict(counted.languages),
        "flags": [_flag_count(rule) for rule in counted.findings],
        "cuts": [_change_count(rule) for rule in counted.cuts],
        "repairs": [_change_count(rule) for rule in counted.repairs],
        "clusters": len(corpus.copies.clusters),
        "unmatched_decisions": len(corpus.unmatched),
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _flag_count(rule: RuleCount) -> dict[str, Any]:
    return {
        "rule": rule.rule,
        "category": rule.category,
        "severity": (rule.severity or Severity.INFO).label,
        "pages": rule.pages,
        "count": rule.count,
        "open": rule.open,
        "settled": rule.settled,
    }


def _change_count(rule: RuleCount) -> dict[str, Any]:
    return {
        "rule": rule.rule,
        "pages": rule.pages,
        "count": rule.count,
        "characters": rule.characters,
    }
