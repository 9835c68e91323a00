"""Sentences behind a dose complete it; sentences about something else do not."""

from __future__ import annotations

import pytest

from pipeline.model.dose import DoseMention
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.mentions import Drug, read_doses
from pipeline.stages.dosing.reading.segments import segment


def doses(text: str) -> tuple[DoseMention, ...]:
    """Doses of `text`, in which senna and aspirin are the only drugs."""
    drugs = [
        Drug(Span(at, at + len(name)), name, name)
        for name in ("aspirin", "senna")
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    return read_doses(text, segment(text, read_blocks(text)), drugs).doses


def test_frequency_duration_and_maximum_may_follow() -> None:
    text = (
        "Swallow 500 mg of aspirin. Repeat every 6 hours for 3 days. Never exceed 3 tablets a day."
    )
    (dose,) = doses(text)
    assert dose.interval_hours == 6
    assert dose.duration_days == (3, 3)
    assert dose.daily_mg == 1500
    assert dose.span.of(text).endswith("3 tablets a day")


def test_what_is_stated_is_not_overwritten() -> None:
    (dose,) = doses("Take 500 mg of aspirin daily. Some take it every 4 hours.")
    assert dose.per_day == (1, 1)


def test_make_it_daily_overwrites() -> None:
    (dose,) = doses("Aspirin is fine: 500 mg of aspirin weekly. Not enough? Make it daily.")
    assert dose.per_day == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Take 500 mg of aspirin. The fever usually lasts all through the night, for three days or so.",
        "Take 500 mg of aspirin.\n\n# Another matter\nBrush your teeth twice a day.",
        "Take 500 mg of aspirin. Sit. Rest. Read. Sleep. Use the stairs every day.",
        "Take 500 mg of aspirin. Brew senna twice a day.",
    ],
)
def test_what_belongs_elsewhere_stays_there(text: str) -> None:
    assert doses(text)[0].per_day is None


def test_another_tablet_of_another_drug_is_its_own_dose() -> None:
    found = doses("Take a tablet of aspirin. Then take another tablet of senna.")
    assert [dose.drug for dose in found] == ["aspirin", "senna"]
    assert found[0].per_day is None


def test_straight_away_is_the_first_of_the_day() -> None:
    (dose,) = doses("aspirin 500 mg straight away, then 500 mg at lunch.")
    assert dose.per_day == (2.0, 2.0)


def test_repeated_at_bedtime_is_once_more() -> None:
    (dose,) = doses("Two 300 mg aspirin, repeat at bedtime.")
    assert dose.daily_mg == 1200
