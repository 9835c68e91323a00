"""What nobody may lose is found; what only sounds like it is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import units
from pipeline.text.alarms import AlarmKind, find_alarms, first_alarm

ALARMING = [
    ("Adults take 2 tablets with water.", AlarmKind.DOSE, "2 tablets"),
    ("The syrup is given three times a day.", AlarmKind.DOSE, "three times a day"),
    ("Repeat every 6 hours.", AlarmKind.DOSE, "every 6 hours"),
    ("Break open 1 vial.", AlarmKind.DOSE, "1 vial"),
    ("Wear 2 patches at most.", AlarmKind.DOSE, "2 patches"),
    ("A drop of 5 μg.", AlarmKind.DOSE, "5 μg"),
    ("Warning: this syrup makes you sleepy.", AlarmKind.WARNING, "Warning"),
    ("Do not ever take it on an empty stomach.", AlarmKind.WARNING, "Do not ever take"),
    ("The cream is contraindicated in pregnancy.", AlarmKind.CONTRAINDICATION, "contraindicated"),
    ("Pregnancy and breast-feeding", AlarmKind.TOPIC, "Pregnancy"),
    ("Allergies", AlarmKind.TOPIC, "Allergies"),
    ("3. How to take it", AlarmKind.TOPIC, "How to take"),
    ("If you miss a dose", AlarmKind.TOPIC, "If you miss"),
    ("Possible side effects", AlarmKind.TOPIC, "side effects"),
    ("You may stop your heart tablets now", AlarmKind.WARNING, "stop your heart tablets"),
    ("A crushing chest pain that spreads.", AlarmKind.RED_FLAG, "chest pain"),
    ("Please talk to your own doctor first.", AlarmKind.SEE_DOCTOR, "talk to your own doctor"),
    ("If it swells, call 112.", AlarmKind.SEE_DOCTOR, "call 112"),
]

HARMLESS = [
    "Home About us Find a doctor Contact",
    "We have 20 clinics in the region.",
    "Related articles",
    "One in three U.S. hospitals",
    "Stir in 2 cups of flour.",
    "The doctor who wrote this lives in Oslo.",
    "Share this page with a friend",
]


@pytest.mark.parametrize(("text", "kind", "quote"), ALARMING)
def test_alarms_are_found_with_their_words(text: str, kind: AlarmKind, quote: str) -> None:
    found = [(a.kind, a.span.of(text)) for a in find_alarms(text, topics=True)]
    assert (kind, quote) in found


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_raises_no_alarm(text: str) -> None:
    assert first_alarm(text) is None


def test_curly_quotes_do_not_hide_a_warning() -> None:
    assert first_alarm("Don’t take it with wine.") is not None


@given(st.text(max_size=300))
def test_offsets_lie_in_the_text(text: str) -> None:
    assert all(0 <= a.span.start < a.span.end <= len(text) for a in find_alarms(text))


@given(st.text(alphabet="İſa 2mg", max_size=60))
def test_letters_that_grow_in_lower_case_do_not_move_offsets(text: str) -> None:
    marked = text + " take 5 mg now"
    quotes = [a.span.of(marked) for a in find_alarms(marked)]
    assert "5 mg" in quotes


@pytest.mark.parametrize("unit", sorted({*units.MASS, *units.FORMS} - units.KITCHEN))
def test_a_number_with_any_unit_of_medicine_is_a_dose(unit: str) -> None:
    kinds = {a.kind for a in find_alarms(f"It holds 3 {unit}, as a rule.")}
    assert kinds == {AlarmKind.DOSE}
