"""How much of the unsafe advice in texts written for this purpose is found, how little of the safe.

All texts were written by people who had not seen the rules; half of them are safe, most stand in
pairs that differ in a word. `gold.jsonl` has been read by those who widened the rules; nobody of
them reads `unread.jsonl`, which says what to expect of a new article. What is still wrong stays in
them. A floor may be raised by whoever moves the figures up, and the texts are pinned by their
digests, so neither can slip unnoticed.
"""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from benchmarks.dosing import SETS, Figures, Record, load, measure, read

FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
AT_LEAST = [(each, figure) for each in SETS for figure in sorted(FLOORS[each]["at_least"])]


@pytest.fixture(scope="module")
def texts() -> dict[str, list[Record]]:
    return {name: load(path) for name, path in SETS.items()}


@pytest.fixture(scope="module")
def reached(texts: dict[str, list[Record]]) -> dict[str, Figures]:
    return {name: measure(gold, read(gold)) for name, gold in texts.items()}


@pytest.mark.parametrize("name", SETS)
def test_the_texts_are_those_the_floors_were_measured_on(name: str) -> None:
    assert sha256(SETS[name].read_bytes()).hexdigest() == FLOORS[name]["sha256"]


def test_texts_are_named_once_and_their_flags_lie_in_them(texts: dict[str, list[Record]]) -> None:
    items = [item for gold in texts.values() for item in gold]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        for flag in item["flags"]:
            assert 0 <= flag["start"] < flag["end"] <= len(item["text"]), item["id"]


def test_half_of_the_texts_are_safe_and_most_stand_in_pairs(
    texts: dict[str, list[Record]],
) -> None:
    for gold in texts.values():
        safe = sum(not item["flags"] for item in gold)
        assert 0.4 <= safe / len(gold) <= 0.6
        assert len({item["style"] for item in gold}) >= 6


@pytest.mark.parametrize(("name", "figure"), AT_LEAST)
def test_figures_reach_their_floor(reached: dict[str, Figures], name: str, figure: str) -> None:
    assert _figure(reached[name], figure) >= FLOORS[name]["at_least"][figure]


@pytest.mark.parametrize("name", SETS)
def test_safe_texts_are_left_alone(reached: dict[str, Figures], name: str) -> None:
    assert reached[name].alarmed.value <= FLOORS[name]["at_most"]["alarmed"]


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
