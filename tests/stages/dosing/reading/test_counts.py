"""Amounts without a unit of dose, and numbers that are none."""

from __future__ import annotations

import pytest

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.counts import find_counts
from pipeline.stages.dosing.reading.grammar import Drug, read


def counts(text: str, *drugs: tuple[str, str | None]) -> list[str]:
    found = [
        Drug(Span(text.index(name), text.index(name) + len(name)), name, ingredient)
        for name, ingredient in drugs
    ]
    reading = read(text, found)
    return [reading.home(span).of(text) for span in find_counts(reading)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Take one at night.", ["one"]),
        ("Smooth on a pea-sized amount.", ["a pea-sized amount"]),
        ("Spray 3 bursts into the throat.", ["3 bursts"]),
        ("A 2 cm ribbon inside the lid.", ["A 2 cm ribbon"]),
        ("Chew two of them.", ["two of them"]),
        # near misses
        ("Take one day at a time.", []),
        ("one of the reasons", []),
        ("a small amount of water", []),
        ("12 ounces of beer", []),
        ("a course of 10 injections", []),
    ],
)
def test_counts(text: str, found: list[str]) -> None:
    assert counts(text) == found


def test_a_named_drug_is_counted_and_a_class_is_not() -> None:
    assert counts("two zorvane at night", ("zorvane", "zorvane")) == ["two zorvane"]
    assert counts("one zorvane at night", ("zorvane", None)) == []
