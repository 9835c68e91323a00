"""What a dose waits for, and what is no trigger."""

from __future__ import annotations

import re

import pytest

from pipeline.stages.dosing.reading.patterns import found_in
from pipeline.stages.dosing.reading.triggers import TRIGGERS
from pipeline.text.sieve import Sieve

_COMPILED = Sieve(re.compile(pattern) for pattern in TRIGGERS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one tablet when wheezing starts", ["when wheezing starts"]),
        ("dab it on the moment it tingles", ["the moment it tingles"]),
        ("whenever you have a bad headache", ["whenever you have a bad headache"]),
        ("in case of severe cramps take one", ["in case of severe cramps"]),
        # near misses
        ("when you see the doctor", []),
        ("if you are pregnant", []),
    ],
)
def test_triggers(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in found_in(text, _COMPILED)] == found
