"""Invisible characters: found where they hide, left alone where they are a part of a picture."""

from __future__ import annotations

import pytest

from pipeline.model.document import Format
from pipeline.model.span import Span
from pipeline.stages.ingest.controls import find_controls


@pytest.mark.parametrize(
    "control",
    ["\u200b", "\u200c", "\u200d", "\ufeff", "\u2060", "\u00ad", "\u202a", "\u202e", "\u2066",
     "\u2069", "\u200e", "\u200f", "\U000e0041"],
)  # fmt: skip
def test_each_is_found(control: str) -> None:
    assert find_controls(f"para{control}cetamol") == (Span(4, 5),)


def test_runs_are_one() -> None:
    assert find_controls("a\u200b\u200bb\u202e") == (Span(1, 3), Span(4, 5))


@pytest.mark.parametrize("picture", ["👩\u200d⚕️", "👨\u200d👩\u200d👧", "❤️\u200d🔥", "plain é"])
def test_pictures_are_left_alone(picture: str) -> None:
    assert find_controls(picture) == ()


def test_document_carries_them(read) -> None:
    page = read("<p>take para\u200bcetamol</p>")
    assert page.controls == (Span(9, 10),)
    assert read("one\u00adtwo", Format.TEXT).controls == (Span(3, 4),)
