"""How much of the unsafe advice in texts written for this purpose is found, and how little of the safe.

The gold was written by people who had not seen the rules; half of it is safe, most of it in pairs
that differ in a word. What it still gets wrong stays in it. A floor may be raised by whoever moves
the figures up, and the gold is pinned by its digest, so neither can slip unnoticed.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from pipeline.annotate import annotate
from pipeline.settings import Settings

HERE = Path(__file__).parent
GOLD = HERE / "gold.jsonl"
FLOORS: dict[str, Any] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
Flags = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Figures:
    """Each a share of 1."""

    critical_recall: float
    false_alarms: float
    category_f1: float


def figures(gold: Iterable[Mapping[str, Any]], found: Mapping[str, Flags]) -> Figures:
    """Figures of `found`, flags by id, against `gold`.

    Critical recall: items with a critical flag that got any. False alarms: safe items that got one.
    Category F1: right categories an item; what an item lists as `ok_extra` costs nothing.
    """
    grave = seen = safe = alarmed = right = missed = extra = 0
    for item in gold:
        wanted = {flag["category"] for flag in item["flags"]}
        got = {flag["category"] for flag in found[item["id"]]}
        right += len(wanted & got)
        missed += len(wanted - got)
        extra += len(got - wanted - set(item["ok_extra"]))
        if any(flag["severity"] == "critical" for flag in item["flags"]):
            grave += 1
            seen += bool(got)
        if not wanted:
            safe += 1
            alarmed += bool(got)
    return Figures(seen / grave, alarmed / safe, 2 * right / (2 * right + missed + extra))


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def reached(gold: list[dict[str, Any]]) -> Figures:
    pages = (json.dumps({"id": item["id"], "text": item["text"]}) for item in gold)
    records = [json.loads(line) for line in annotate(pages, Settings())]
    found = {r["id"]: [f for f in r["findings"] if f["rule"].startswith("DOSE")] for r in records}
    return figures(gold, found)


def test_the_gold_is_the_one_the_floors_were_measured_on(gold: list[dict[str, Any]]) -> None:
    assert sha256(GOLD.read_bytes()).hexdigest() == FLOORS["gold_sha256"]
    assert len({item["id"] for item in gold}) == len(gold)


def test_spans_of_the_gold_lie_in_its_texts(gold: list[dict[str, Any]]) -> None:
    for item in gold:
        assert (item["label"] == "safe") == (not item["flags"])
        for flag in item["flags"]:
            assert 0 <= flag["start"] < flag["end"] <= len(item["text"]), item["id"]


def test_critical_advice_is_found(reached: Figures) -> None:
    assert reached.critical_recall >= FLOORS["critical_recall"]


def test_safe_texts_are_left_alone(reached: Figures) -> None:
    assert reached.false_alarms <= FLOORS["false_alarms"]


def test_categories_are_right(reached: Figures) -> None:
    assert reached.category_f1 >= FLOORS["category_f1"]


def test_scorer_counts_what_it_says() -> None:
    critical = {"category": "unit_error", "severity": "critical"}
    gold = [
        {"id": "1", "flags": [critical], "ok_extra": ["max_daily_dose"]},
        {"id": "2", "flags": [critical], "ok_extra": []},
        {"id": "3", "flags": [], "ok_extra": []},
        {"id": "4", "flags": [], "ok_extra": []},
    ]
    found = {
        "1": [{"category": "unit_error"}, {"category": "max_daily_dose"}],
        "2": [],
        "3": [{"category": "delays_care"}],
        "4": [],
    }
    assert figures(gold, found) == Figures(0.5, 0.5, 0.5)
