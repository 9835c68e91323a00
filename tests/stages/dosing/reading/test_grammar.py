"""One segment read: drugs masked, parts found, offsets led home."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Drug, read


def named(text: str, *names: str) -> list[Drug]:
    return [
        Drug(Span(text.index(n), text.index(n) + len(n)), n, None if n[0] == "e" else n.lower())
        for n in names
    ]


def test_numbers_in_a_drugs_name_are_no_amounts() -> None:
    text = "Vitamin B12 5 mg a day"
    reading = read(text, named(text, "Vitamin B12"))
    assert [a.span.of(reading.text) for a in reading.amounts] == ["5 mg"]


def test_every_part_is_found_once() -> None:
    text = "Take 2 tablets three times a day for 5 days, no more than 6 tablets a day, as needed"
    reading = read(text)
    assert len(reading.amounts) == 2
    assert len(reading.durations) == 1
    assert len(reading.caps) == 1
    assert reading.needed
    assert [f.per_day for f in reading.frequencies] == [(3, 3), (1, 1)]


def test_spans_lead_home_through_rewritten_numbers() -> None:
    text = "Drink one and a half tea spoons daily"
    reading = read(text)
    (amount,) = reading.amounts
    assert reading.home(amount.span).of(text) == "one and a half tea spoons"


def test_a_class_behind_a_name_is_not_a_second_drug() -> None:
    text = "Timolol 0.5% eye drops, 1 drop"
    reading = read(text, named(text, "Timolol", "eye drops"))
    assert [drug.written for _, drug in reading.drugs] == ["Timolol"]


def test_a_class_behind_a_comma_is() -> None:
    text = "Timolol, eye drops"
    assert len(read(text, named(text, "Timolol", "eye drops")).drugs) == 2


@given(st.text(max_size=150))
def test_reading_never_fails(text: str) -> None:
    reading = read(text)
    for amount in reading.amounts:
        home = reading.home(amount.span)
        assert 0 <= home.start <= home.end <= len(text)
