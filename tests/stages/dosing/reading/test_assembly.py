"""Which drug, frequency, duration and maximum belong to which amount."""

from __future__ import annotations

import pytest

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.assembly import drafts
from pipeline.stages.dosing.reading.grammar import Drug, read
from pipeline.stages.dosing.reading.strengths import Draft

NAMES = ("ibuprofen", "paracetamol", "omeprazole", "senna", "latanoprost")


def draft_all(text: str) -> list[Draft]:
    low = text.lower()
    known = [
        Drug(Span(at, at + len(name)), name, name)
        for name in NAMES
        for at in range(len(low))
        if low.startswith(name, at)
    ]
    return drafts(read(text, sorted(known, key=lambda drug: drug.span)))


def said(draft: Draft) -> tuple[str | None, float | None, float | None]:
    """Drug, the top of the amount, the top of the first frequency."""
    amount = draft.amount and (draft.amount.mass or draft.amount.count)
    frequency = draft.frequencies[0].per_day[1] if draft.frequencies else None
    return draft.drug and draft.drug[1].written, amount and amount.high, frequency


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ibuprofen 400 mg 3 times a day", [("ibuprofen", 400, 3)]),
        ("400 mg of ibuprofen 3 times a day", [("ibuprofen", 400, 3)]),
        ("Three times a day: 400 mg of ibuprofen", [("ibuprofen", 400, 3)]),
        (
            "Ibuprofen 400 mg twice a day and paracetamol 1 g 4 times a day",
            [("ibuprofen", 400, 2), ("paracetamol", 1, 4)],
        ),
        (
            "omeprazole 20 mg and ibuprofen 400 mg, both twice a day",
            [("omeprazole", 20, 2), ("ibuprofen", 400, 2)],
        ),
        (
            "ibuprofen 600 mg, then 400 mg every 4 hours",
            [("ibuprofen", 600, None), ("ibuprofen", 400, 6)],
        ),
        (
            "ibuprofen 400 mg right away and paracetamol 1 g every 6 hours",
            [("ibuprofen", 400, None), ("paracetamol", 1, 4)],
        ),
        ("Brew senna every evening", [("senna", None, 1)]),
        ("2 drops of water and latanoprost every night", [("latanoprost", None, 1)]),
        ("With ibuprofen drink 2 spoons of borage", [(None, 2, None)]),
        ("200 mg of ibuprofen + 100 mg theanine daily", [("ibuprofen", 200, 1), (None, 100, 1)]),
    ],
)
def test_who_gets_what(text: str, expected: list[tuple[str | None, float, float]]) -> None:
    assert [said(draft) for draft in draft_all(text)] == expected


def test_a_duration_reaches_all_doses_before_it() -> None:
    found = draft_all("ibuprofen 400 mg and paracetamol 1 g daily for 3 days")
    assert [draft.durations[0].days for draft in found] == [(3, 3), (3, 3)]


def test_a_maximum_bounds_the_dose_before_it() -> None:
    (found,) = draft_all("paracetamol 1 g every 4 hours, no more than 4 g a day")
    assert found.cap is not None
    assert [f.per_day for f in found.frequencies] == [(6, 6)]


@pytest.mark.parametrize(
    "text",
    [
        "No more than 6 tablets of ibuprofen a day",
        "The maximum dose of paracetamol is 4 g a day",
        "Ibuprofen is a painkiller",
        "Ibuprofen tablets contain 400 mg",
    ],
)
def test_a_maximum_or_a_content_alone_is_no_dose(text: str) -> None:
    assert draft_all(text) == []


def test_a_permission_up_to_a_maximum_is_a_dose() -> None:
    assert [said(d) for d in draft_all("You can take up to 8 tablets of ibuprofen a day")] == [
        ("ibuprofen", 8, 1)
    ]
