"""How many parts of doses are marked where people marked them, and how many are marked elsewhere.

A fifth of the texts hold no dose and a good many numbers: ages, prices, laboratory values. A part is
exact with the same ends and label, and overlaps with the same label and a character in common;
both are F1 over precision and recall.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline.io.resources import lines
from pipeline.model.dose import PARTS
from pipeline.stages.dosing.judge import judge
from pipeline.stages.dosing.stage import knowledge_from
from pipeline.stages.entities.stage import find_mentions, load_tagger

Part = tuple[int, int, str]


@dataclass(frozen=True)
class Figures:
    """F1 by exact ends and by overlap."""

    exact: float
    overlap: float


def find_parts(text: str) -> set[Part]:
    mentions = find_mentions(text, load_tagger(lines))
    parts = judge(text, mentions, knowledge_from(lines)).parts
    return {(part.span.start, part.span.end, part.label) for part in parts}


def figures(gold: Iterable[Any], find: Callable[[str], set[Part]]) -> Mapping[str, Figures]:
    """Figures of each label, and of all together under "all"."""
    pairs = [
        ({(mark.start, mark.end, mark.label) for mark in item.marks}, find(item.text))
        for item in gold
    ]
    by_label = {label: [_only(label, *pair) for pair in pairs] for label in PARTS}
    return {label: _figures(kept) for label, kept in (*by_label.items(), ("all", pairs))}


def _only(label: str, wanted: set[Part], got: set[Part]) -> tuple[set[Part], set[Part]]:
    return {part for part in wanted if part[2] == label}, {p for p in got if p[2] == label}


def _figures(pairs: list[tuple[set[Part], set[Part]]]) -> Figures:
    marks, parts = sum(len(wanted) for wanted, _ in pairs), sum(len(got) for _, got in pairs)
    same = sum(len(wanted & got) for wanted, got in pairs)
    seen = sum(any(_touch(w, g) for g in got) for wanted, got in pairs for w in wanted)
    right = sum(any(_touch(w, g) for w in wanted) for wanted, got in pairs for g in got)
    return Figures(_f1(same, same, parts, marks), _f1(right, seen, parts, marks))


def _touch(one: Part, other: Part) -> bool:
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]


def _f1(right: int, seen: int, parts: int, marks: int) -> float:
    precision, recall = right / max(parts, 1), seen / max(marks, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


@pytest.fixture(scope="module")
def reached(read_gold: Callable[[str], Any]) -> Mapping[str, Figures]:
    return figures(read_gold("doses.txt"), find_parts)


@pytest.mark.parametrize("label", [*PARTS, "all"])
def test_parts_of_doses(label: str, reached: Mapping[str, Figures], floors: dict[str, Any]) -> None:
    assert reached[label].exact >= floors["doses"][label]["exact"]
    assert reached[label].overlap >= floors["doses"][label]["overlap"]


def test_the_scorer_counts_what_it_says(read_gold: Callable[[str], Any], tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    path.write_text("x: [[two [[5 mg|STRENGTH]] tablets|DOSE]] [[daily|FREQUENCY]]\n", "utf-8")
    found = figures(
        read_gold(str(path)), lambda _: {(4, 8, "STRENGTH"), (0, 8, "DOSE"), (0, 3, "FORM")}
    )
    assert found["STRENGTH"] == Figures(1, 1)
    assert found["DOSE"] == Figures(0, 1)
    assert found["FREQUENCY"] == Figures(0, 0)
    assert found["all"] == Figures(1 / 3, 2 / 3)
