"""Whom a dose is for and how long, where words around it say so once."""

from __future__ import annotations

import pytest

from pipeline.model.dose import DoseMention, Population
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Drug
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.mentions import read_doses
from pipeline.stages.dosing.reading.segments import segment


def doses(text: str, *names: str) -> tuple[DoseMention, ...]:
    drugs = [
        Drug(Span(at, at + len(name)), name, name.lower())
        for name in names
        if (at := text.index(name)) >= 0
    ]
    return read_doses(text, segment(text, read_blocks(text)), drugs).doses


@pytest.mark.parametrize(
    ("before", "population"),
    [
        ("My daughter is 14 and her knee aches.", Population.ADOLESCENT),
        ("Fever in a three-year-old.", Population.CHILD),
        ("Menopausal women with hot flushes and sore joints may take it.", Population.ADULT),
        ("24 weeks and my head throbs.", Population.PREGNANCY),
        ("The baby of nine months woke up hot and cried for most of a long night.",
         Population.INFANT),
        # near misses
        ("If you are pregnant, ask your midwife first.", None),
        ("Do not give it to children.", None),
        ("Headaches are common.", None),
    ],
)  # fmt: skip
def test_the_sentence_before_says_whom(before: str, population: Population | None) -> None:
    (dose,) = doses(f"{before} Paracetamol 250 mg twice a day.", "Paracetamol")
    assert dose.population is population


TABLE = "{}\nDrug | Dose | How often\nIbuprofen | 200 mg | twice a day\nZinc | 10 mg | once a day"


def test_the_paragraph_above_a_table_holds_for_its_rows() -> None:
    text = TABLE.format("The numbers below are for grown-ups, for up to 4 days.")
    found = doses(text, "Ibuprofen", "Zinc")
    assert [dose.population for dose in found] == [Population.ADULT] * 2
    assert [dose.duration_days for dose in found] == [(4.0, 4.0)] * 2


def test_an_illness_that_lasts_is_no_plan() -> None:
    found = doses(TABLE.format("A cold goes on for 7 days."), "Ibuprofen", "Zinc")
    assert [dose.duration_days for dose in found] == [None, None]


def test_a_closing_sentence_ends_every_dose_of_the_plan() -> None:
    text = "- Ibuprofen 200 mg twice a day\n- Zinc 10 mg once a day\n\nStop after three days."
    assert [dose.duration_days for dose in doses(text, "Ibuprofen", "Zinc")] == [(3.0, 3.0)] * 2


def test_a_sentence_about_another_drug_closes_nothing() -> None:
    text = "- Ibuprofen 200 mg twice a day\n\nStop after three days with Senna."
    assert doses(text, "Ibuprofen", "Senna")[0].duration_days is None


def test_of_two_spans_the_one_behind_the_dose_is_its_own() -> None:
    (dose,) = doses("With a delay of 5 days Senna 5 mg twice a day within 3 days.", "Senna")
    assert dose.duration_days == (3.0, 3.0)


def test_a_line_of_days_counts_them() -> None:
    (dose,) = doses("Day 1-3: Senna 5 mg x3/day", "Senna")
    assert dose.duration_days == (3.0, 3.0)


def test_a_class_behind_another_drug_governs_itself() -> None:
    text = "Tamoxifen may help, and so may steroids. Take 30 mg a day."
    drugs = [Drug(Span(0, 9), "Tamoxifen", "tamoxifen"), Drug(Span(31, 39), "steroids", None)]
    found = read_doses(text, segment(text, read_blocks(text)), drugs).doses
    assert "tamoxifen" not in {dose.ingredient for dose in found}


@pytest.mark.parametrize(
    "text",
    [
        "Aspirin: 400 mg for adults, 200 mg for children of 10 to 12.",
        "Aspirin 400 mg three times a day for adults, 200 mg three times a day for a child of 10.",
    ],
)
def test_a_dose_is_for_those_named_behind_it(text: str) -> None:
    first, second = doses(text, "Aspirin")
    assert (first.population, second.population) == (Population.ADULT, Population.CHILD)
