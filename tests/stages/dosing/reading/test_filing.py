"""Whose dose it is, and whether it is a dose of its own."""

from __future__ import annotations

from pipeline.model.dose import DoseMention
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.mentions import Drug, read_doses
from pipeline.stages.dosing.reading.segments import segment


def doses(text: str, *names: str) -> tuple[DoseMention, ...]:
    """The doses of `text`, in which each of `names` is a drug wherever it stands."""
    drugs = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            drugs.append(Drug(Span(at, at + len(name)), name, name.lower()))
            at = text.find(name, at + 1)
    return read_doses(text, segment(text, read_blocks(text)), drugs).doses


def test_the_head_of_a_column_names_the_drug_of_its_cells() -> None:
    text = "Age | Ibuprofen | Paracetamol\n6 years | 200 mg three times a day | 250 mg"
    assert [(d.drug, d.amount and d.amount.low) for d in doses(text, "Ibuprofen", "Paracetamol")][
        :2
    ] == [("Ibuprofen", 200.0), ("Paracetamol", 250.0)]


def test_what_is_eaten_is_no_drug_that_stands_above() -> None:
    text = "Take Senna at night. Two cloves are eaten every day."
    assert all(d.drug is None or d.amount is None for d in doses(text, "Senna"))


def test_the_evening_half_is_the_same_dose() -> None:
    (dose,) = doses("Ibuprofen 400 mg with breakfast, 400 mg with dinner.", "Ibuprofen")
    assert dose.per_day == (2.0, 2.0)


def test_another_tablet_repeats_the_dose() -> None:
    text = "Take 2 tablets of Loperamide. Then take another tablet after each loose stool."
    assert len(doses(text, "Loperamide")) == 1


def test_a_clear_order_without_a_drug_is_kept_without_one() -> None:
    (dose,) = doses("Take 1 tablet twice a day.")
    assert (dose.drug, dose.per_day) == (None, (2.0, 2.0))


def test_a_name_that_nobody_knows_takes_no_drugs_place() -> None:
    (dose,) = doses("Metformin 500 mg twice a day and levo 75 mcg", "Metformin")
    assert dose.amount is not None
    assert dose.amount.unit == "mg"


def test_a_second_amount_of_one_drug_stays_its_own() -> None:
    text = "Prednisolone 30 mg in the morning, then 20 mg for a week"
    assert len(doses(text, "Prednisolone")) == 2


def test_a_question_names_the_drug_of_its_answer() -> None:
    text = "Q: They gave me Amoxicillin. How much?\nA: One 500 mg capsule three times a day."
    (dose,) = doses(text, "Amoxicillin")
    assert dose.drug == "Amoxicillin"


def test_a_line_behind_a_table_goes_on_about_its_last_row() -> None:
    text = "Drug | Dose | How often\nSenna | 15 mg | once a day\nDuration of use: up to 5 days"
    (dose,) = doses(text, "Senna")
    assert dose.duration_days == (5.0, 5.0)
