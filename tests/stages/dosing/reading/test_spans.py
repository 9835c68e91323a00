"""The parts of a dose as mentions, and the same words where no dose is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.dose import PARTS
from pipeline.model.mention import Mention
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Drug
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.mentions import read_doses
from pipeline.stages.dosing.reading.segments import segment


def mentions(text: str, *drugs: str) -> tuple[Mention, ...]:
    known = [
        Drug(Span(text.index(name), text.index(name) + len(name)), name, name.lower())
        for name in drugs
    ]
    return read_doses(text, segment(text, read_blocks(text)), known).parts


def parts(text: str, *drugs: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.label) for m in mentions(text, *drugs)]


@pytest.mark.parametrize(
    ("text", "drug", "found"),
    [
        (
            "Take two 250 mg tablets of zorvane by mouth 3 times a day for a week.",
            "zorvane",
            [
                ("two 250 mg tablets", "DOSE"),
                ("250 mg", "STRENGTH"),
                ("by mouth", "ROUTE"),
                ("3 times a day", "FREQUENCY"),
                ("for a week", "DURATION"),
            ],
        ),
        (
            "Zorvane 2% cream: rub it into the scalp at bedtime, as needed.",
            "Zorvane",
            [
                ("2%", "STRENGTH"),
                ("cream", "FORM"),
                ("into the scalp", "ROUTE"),
                ("at bedtime", "FREQUENCY"),
                ("as needed", "FREQUENCY"),
            ],
        ),
        (
            "Give 5 ml of the 120 mg/5 ml syrup, no more than 20 ml in 24 hours.",
            None,
            [
                ("5 ml", "DOSE"),
                ("120 mg/5 ml", "STRENGTH"),
                ("syrup", "FORM"),
                ("20 ml", "DOSE"),
                ("in 24 hours", "FREQUENCY"),
            ],
        ),
        (
            "zorvane 10–15 mg/kg q6h x 3 days",
            "zorvane",
            [("10–15 mg/kg", "DOSE"), ("q6h", "FREQUENCY"), ("x 3 days", "DURATION")],
        ),
        (
            "Use zorvane until the itch stops, then see.",
            "zorvane",
            [("until the itch stops", "DURATION")],
        ),
        # near misses
        ("A cold lasts for 5 days, and babies feed 8 times a day.", None, []),
        ("A glucose of 126 mg/dl before breakfast is high.", None, []),
        ("One egg contains 186 mg of cholesterol.", None, []),
        ("Carbohydrates: 30g | Zorvane: 40mg | Fat: 7g daily", "Zorvane", []),
        ("If one patch depends on another patch, use both.", None, []),
        ("The mouse weighs 69 g and is 120x66x40 mm small.", None, []),
        ("A new tablet with a bright display costs 300 dollars.", None, []),
        ("Four patients in ten, that is 40%, walked twice a week.", None, []),
        ("The answer may be as simple as a pill of zorvane.", "zorvane", []),
    ],
)
def test_parts(text: str, drug: str | None, found: list[tuple[str, str]]) -> None:
    assert [
        part for part in parts(text, *filter(None, [drug])) if part != ("pill", "FORM")
    ] == found


WORDS = st.sampled_from(
    ["take", "2", "two", "500 mg", "tablets", "of", "zorvane", "5 ml", "cream", "2%", "by mouth",
     "in each eye", "OD", "every 4 hours", "as needed", "before meals", "for 5 days", "once",
     "until it stops", "no more than", "a day", "mg/kg", ",", ".", "\n", "x", "½", "up to"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30).map(" ".join))
@settings(max_examples=200)
def test_nothing_overlaps_but_a_strength_in_its_dose(text: str) -> None:
    found = mentions(text, *(["zorvane"] if "zorvane" in text else []))
    for index, one in enumerate(found):
        assert one.label in PARTS
        assert (one.link, one.qualifiers) == (None, ())
        assert one.span.of(text) == one.span.of(text).strip() != ""
        for other in found[index + 1 :]:
            if one.span.overlaps(other.span):
                assert (one.label, other.label) == ("DOSE", "STRENGTH")
                assert one.span.contains(other.span)


def test_a_capital_that_grows_in_small_letters_moves_no_part() -> None:
    found = parts("In İstanbul, rub zorvane 5% cream on the skin twice a day.", "zorvane")
    assert ("cream", "FORM") in found
    assert ("twice a day", "FREQUENCY") in found


def test_what_only_the_head_of_a_column_says_stands_nowhere_in_the_row() -> None:
    table = "Drug | Dose a day (mg)\nzorvane | 150 | 180"
    for mention in mentions(table, "zorvane"):
        words = mention.span.of(table)
        assert words == words.strip(" |\n")
        assert any(c.isalnum() for c in words)


def test_drinks_have_no_dose() -> None:
    assert parts("Give up alcohol before sex and drink 2 glasses of water.", "alcohol") == []
