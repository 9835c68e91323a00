"""Hostile text costs time in proportion to its length, and absurd numbers are no doses.

Growth is told by the ratio of the CPU time that a text and a part of it take in one run, with a wide
margin: a cost that grows with the square would be four times over it. What makes the ratio hold is
tested by itself: sentences are bounded, and no pattern repeats what already repeats.
"""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from math import isfinite
from pkgutil import walk_packages
from typing import Any

import pytest

import pipeline.stages.dosing
from pipeline.model.dose import DoseMention
from pipeline.model.span import Span
from pipeline.stages.dosing import Judgement
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.mentions import Drug, Found, read_doses
from pipeline.stages.dosing.reading.segments import segment
from pipeline.text.sieve import Sieve

HOSTILE = {
    "digits": "0123456789",
    "slashes": "1/",
    "dashes": "5-",
    "thousands": "1,000,",
    "powers": "1e308 ",
    "units": "mg mg ",
    "doses": "500 mg ",
    "open brackets": "(",
    "nested brackets": "(((1 mg)))",
    "every": "every every ",
    "two": "two two ",
    "half": "and a half ",
    "dots": ".",
    "initials": "q.i.d. ",
    "spaces": " ",
    "zero-width": "\u200b",
    "digits and zero-width": "5\u200b",
    "row": "500 mg | ",
    "cells": "1\t",
    "lines": "\n",
    "numbered lines": "1.\n",
    "short lines": "a\n\n",
    "list": "- take 1 mg\n",
    "one letter": "a",
    "one line": "take 2 tablets every 4 hours ",
    "until": "until ",
    "named drugs": "Aspirin 500 mg twice a day. ",
}
DEAR = 1.0
"""CPU seconds; what takes longer is not measured at the next size."""


def reading(text: str) -> Found:
    drugs = [Drug(Span(*m.span()), "Aspirin", "aspirin") for m in re.finditer("Aspirin", text)]
    return read_doses(text, segment(text, read_blocks(text)), drugs)


def cost(work: Callable[[str], object], text: str) -> float:
    """CPU seconds without garbage collections, which walk the loaded tables when it suits them."""
    gc.disable()
    try:
        start = time.process_time()
        work(text)
        return time.process_time() - start
    finally:
        gc.enable()


def grown(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_reading_grows_with_the_text(name: str) -> None:
    """From a thousand characters to a million, as far as a test may take."""
    cost(reading, grown(HOSTILE[name], 1_000))
    before = cost(reading, grown(HOSTILE[name], 10_000))
    for size in (100_000, 1_000_000):
        if 10 * before > DEAR:
            return
        now = cost(reading, grown(HOSTILE[name], size))
        assert now <= 25 * before + 0.05, (size, before, now)
        before = now


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_judging_grows_with_the_text(name: str, judged: Callable[[str], Judgement]) -> None:
    cost(judged, grown(HOSTILE[name], 1_000))
    small = cost(judged, grown(HOSTILE[name], 2_000))
    large = cost(judged, grown(HOSTILE[name], 16_000))
    assert large <= 24 * small + 0.1, (small, large)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every regular expression that a module of the stage, or what it reads text with, holds."""
    package = pipeline.stages.dosing
    found = walk_packages(package.__path__, f"{package.__name__}.")
    names = [info.name for info in found if not info.ispkg]
    texts = [f"pipeline.text.{name}" for name in ("numbers", "sentences", "spelling", "units")]
    for name in [*names, *texts]:
        for held in vars(import_module(name)).values():
            yield from ((name, pattern) for pattern in held_by(held))


def held_by(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Sieve):
        yield from (value[index] for index in range(len(value)))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from held_by(item)
    elif isinstance(value, dict):
        yield from held_by(tuple(value.values()))


PARSER: Any = import_module("re._parser")
MANY = 60


def repeats(items: Any, inside: bool = False) -> bool:
    """True where something that repeats without bound is repeated itself, with nothing between."""
    for code, value in items:
        kind = str(code)
        if kind in ("MAX_REPEAT", "MIN_REPEAT"):
            unbounded = value[1] == PARSER.MAXREPEAT
            if inside and unbounded:
                return True
            again = (inside or unbounded or value[1] > MANY) and not parted(value[2])
            if repeats(value[2], again):
                return True
        elif kind in ("BRANCH", "SUBPATTERN", "ASSERT", "ASSERT_NOT"):
            branches = value[1] if kind == "BRANCH" else [value[-1]]
            if any(repeats(branch, inside) for branch in branches):
                return True
    return False


def parted(items: Any) -> bool:
    """True for "(?:,[0-9]+)*": each time begins with a mark, so there is one way to read it."""
    items = items[0][1][3] if len(items) == 1 and str(items[0][0]) == "SUBPATTERN" else items
    code, value = items[0]
    marks = value if str(code) == "IN" else [(code, value)]
    return all(str(kind) == "LITERAL" and not chr(mark).isalnum() for kind, mark in marks)


def test_no_pattern_repeats_what_repeats() -> None:
    found = list(patterns())
    assert len(found) > 300
    wrong = {(name, p.pattern) for name, p in found if repeats(PARSER.parse(p.pattern, p.flags))}
    assert not wrong


ABSURD = (
    "COVID-19", "vitamin B12", "24/7", "omega-3", "H1N1", "5-HTP", "Q10", "B-12", "Type 2",
    "1:1000", "at 8:30", "2-1", "+1 555 123 4567", "$19.99", "12/03/2024", "1999-2003", "0 tablets",
    "1e308 mg", "10-5 mg", "page 400", "ICD-10", "3D", "iPhone 15", "2nd floor", "CD4",
)  # fmt: skip


@pytest.mark.parametrize("words", ABSURD)
@pytest.mark.parametrize("frame", ["{}", "Aspirin and {} are named here.", "Read about {} today."])
def test_numbers_that_are_no_doses(words: str, frame: str) -> None:
    amounts = [dose.amount for dose in reading(frame.format(words)).doses if dose.amount]
    assert amounts == []


@pytest.mark.parametrize(
    "words",
    [
        "Take Aspirin 99999999999999999999 mg twice a day.",
        "Take Aspirin 1e308 mg every 0 hours.",
        "Take 100000000 tablets of Aspirin 100000000 mg every 1 minute.",
        "Aspirin 0.000001 mcg once a year for 99999999 years",
        "Aspirin 500 mg 99999999 times a day, at most 0 mg",
    ],
)
def test_no_number_becomes_infinite(words: str) -> None:
    for dose in reading(words).doses:
        assert all(isfinite(number) for number in numbers_of(dose))


def numbers_of(dose: DoseMention) -> Iterator[float]:
    for quantity in (dose.amount, dose.count, dose.strength, dose.cap):
        if quantity is not None:
            yield from (quantity.low, quantity.high)
    for pair in (dose.per_day, dose.duration_days):
        yield from pair or ()
    yield from (number for number in (dose.interval_hours, dose.daily_mg) if number is not None)


@pytest.mark.parametrize(
    ("pattern", "wild"),
    [(r"(?:a+)+", True), (r"(?:a|b*)*c", True), (r"(?:\.[a-z]+)*", False), (r"(?:ab){2}c*", False)],
)
def test_a_wild_pattern_is_known(pattern: str, wild: bool) -> None:
    assert repeats(PARSER.parse(pattern)) is wild
