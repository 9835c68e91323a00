"""How much of the unsafe advice in texts written for this purpose is found, and how little of the safe.

The gold was written by people who had not seen the rules; half of it is safe, most of it in pairs
that differ in a word. What it still gets wrong stays in it. A floor may be raised by whoever moves
the figures up, and the gold is pinned by its digest, so neither can slip unnoticed.
"""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from benchmarks.dosing import GOLD, Figures, Record, load, measure, read

FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def gold() -> list[Record]:
    return load()


@pytest.fixture(scope="module")
def reached(gold: list[Record]) -> Figures:
    return measure(gold, read(gold))


def test_the_gold_is_the_one_the_floors_were_measured_on(gold: list[Record]) -> None:
    assert sha256(GOLD.read_bytes()).hexdigest() == FLOORS["gold_sha256"]
    assert len({item["id"] for item in gold}) == len(gold)


def test_spans_of_the_gold_lie_in_its_texts(gold: list[Record]) -> None:
    for item in gold:
        assert (item["label"] == "safe") == (not item["flags"])
        for flag in item["flags"]:
            assert 0 <= flag["start"] < flag["end"] <= len(item["text"]), item["id"]


@pytest.mark.parametrize("name", sorted(FLOORS["at_least"]))
def test_figures_reach_their_floor(reached: Figures, name: str) -> None:
    assert _figure(reached, name) >= FLOORS["at_least"][name]


def test_safe_texts_are_left_alone(reached: Figures) -> None:
    assert reached.alarmed.value <= FLOORS["at_most"]["alarmed"]
    assert reached.spurious <= FLOORS["at_most"]["spurious"]


def _figure(figures: Figures, name: str) -> float:
    return {
        "critical": figures.critical.value,
        "pairs": figures.pairs.value,
        "severity": figures.severity.value,
        "strict_f1": figures.strict.f1,
        "macro_f1": figures.macro_f1,
        "doses": figures.doses.value,
    }[name]


def _item(name: str, *flags: dict[str, Any], **more: Any) -> Record:
    plain = {"id": name, "style": "ru", "pair": "", "ok_extra": (), "extraction": None}
    return {**plain, "flags": flags, **more}


def _flag(category: str, start: int, severity: str = "critical") -> dict[str, Any]:
    return {"category": category, "severity": severity, "start": start, "end": start + 5}


DOSE = {
    "drug": "Nurofen", "ingredient": "ibuprofen", "amount": 0.4, "unit": "g",
    "frequency_per_day": [3, 4], "daily_mg": 1600, "route": "oral", "duration_days": None,
    "population": None,
}  # fmt: skip


def test_flags_count_by_category_and_by_words() -> None:
    gold = [
        _item("1", _flag("unit_error", 0), pair="p", ok_extra=("max_daily_dose",)),
        _item("2", _flag("unit_error", 0), _flag("delays_care", 9, "major")),
        _item("3", pair="p"),
        _item("4"),
    ]
    flags = {
        "1": [_flag("max_daily_dose", 0), _flag("unit_error", 4), _flag("unit_error", 3)],
        "2": [_flag("unit_error", 7)],
        "3": [_flag("delays_care", 0)],
        "4": [],
    }
    got = measure(gold, {name: {"flags": each, "doses": []} for name, each in flags.items()})
    assert (got.strict.right, got.strict.missed, got.strict.extra) == (1, 2, 2)
    assert (got.critical.value, got.alarmed.value, got.pairs.value) == (1.0, 0.5, 0.0)
    assert got.categories["delays_care"].f1 == 0.0
    assert got.severity.of == 1


def test_doses_count_when_each_stated_field_is_right() -> None:
    same = {**DOSE, "amount": 400, "unit": "mg", "duration_days": 3}
    other = {**DOSE, "route": "rectal"}
    gold = [_item("1", extraction=[DOSE, DOSE]), _item("2", extraction=[])]
    got = measure(
        gold,
        {"1": {"flags": [], "doses": [other, same]}, "2": {"flags": [], "doses": [same]}},
    )
    assert (got.doses.hits, got.doses.of, got.spurious) == (1, 2, 1)
    assert (got.fields["route"].hits, got.fields["route"].of) == (1, 2)
    assert got.fields["duration_days"].of == 0
