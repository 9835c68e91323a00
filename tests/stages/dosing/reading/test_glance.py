"""Most sentences are spared the grammar; none that states a dose is."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.glance import Glance, worth_reading


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Take 2 of them", True),
        ("Half a pill is enough", True),
        ("Rub it in every evening", True),
        ("Aspirin thins the blood", False),
        ("", False),
    ],
)
def test_near_a_drug_a_number_or_a_time_is_read(text: str, worth: bool) -> None:
    assert worth_reading(text, near=True)[0] is worth


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Take one tablet at night.", True),
        ("Dosage: b.i.d. before food", True),
        ("II TABS PO QID", True),
        ("Smear the ointment in both nostrils", True),
        ("2 tabelts a day", True),
        ("Dosage: a half at bedtime", True),
        ("Dosage: one with every meal", True),
        ("The war went on for three years.", False),
        ("Every winter is colder than the last.", False),
        ("People need friends.", False),
        ("A walk every morning clears the head.", False),
        ("One of the nurses works at night.", False),
        ("The rest: a week by the sea, and no food after ten.", False),
    ],
)
def test_without_a_drug_only_orders_and_doses_are_read(text: str, worth: bool) -> None:
    assert worth_reading(text, near=False)[0] is worth


def test_medicine_is_known_by_its_units_and_forms() -> None:
    assert Glance.at("It holds 40 MG of something").may_dose()
    assert not Glance.at("It holds forty seats").may_dose()


def test_a_colon_opens_a_line_as_its_start_does() -> None:
    assert Glance.at("In the evening: twice daily").may_order()
    assert not Glance.at("In the evening, that is late").may_order()
