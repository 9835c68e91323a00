"""Dosage forms, and the deeds and diseases that are spelled the same."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.forms import find_forms, sure_forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("use the eye drops, then the ointment", ["eye drops", "ointment"]),
        ("chewable tablets or syrup", ["chewable tablets", "syrup"]),
        ("a nasal spray", ["nasal spray"]),
        ("vitamin gummies", ["gummies"]),
        # near misses
        ("spray it on", []),
        ("wash off after an hour", []),
        ("pancakes with maple syrup", []),
        ("a scaly patch, a pill box", []),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    assert [span.of(text) for span in find_forms(text)] == forms


def test_some_forms_are_sure_to_be_medicine() -> None:
    assert len(sure_forms("unwrap the suppository, open the eye drops")) == 2
    assert sure_forms("rub the cream in") == []
