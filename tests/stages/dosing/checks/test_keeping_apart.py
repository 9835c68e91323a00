"""What keeps two drugs of one sentence apart."""

from collections.abc import Callable

import pytest

from pipeline.stages.dosing.checks.keeping_apart import two_times

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Leave at least 24 hours after rizatriptan before you take ergotamine.",
        "Warfarin and naproxen do not mix, so take paracetamol.",
        "Take naproxen 250 mg twice a day; if you are on warfarin, choose paracetamol.",
        "Try an alcohol-free beer with your tramadol.",
        "Take the iron 100 mg without coffee or milk.",
        "Switch from ibuprofen to naproxen 250 mg twice a day.",
        "I take ketoprofen 100 mg and my husband takes meloxicam 15 mg.",
        "Levothyroxine 50 mcg goes down with water; the calcium waits until supper.",
        "St John's wort 300 mg twice a day, but not if you are on the pill.",
    ],
)
def test_kept_apart(categories: Categories, text: str) -> None:
    assert "dangerous_combination" not in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wait an hour after the tramadol 50 mg, then have a beer.",
        "Take naproxen 250 mg twice a day, also if you are on warfarin.",
        "Take the iron 100 mg with coffee and milk.",
    ],
)
def test_not_kept_apart(categories: Categories, text: str) -> None:
    assert "dangerous_combination" in categories(text)


def test_two_times_of_the_day() -> None:
    assert two_times("one in the morning, one at night")
    assert not two_times("one at night")
