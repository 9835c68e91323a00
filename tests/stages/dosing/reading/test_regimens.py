"""The last step: length, people and words that belong to one dose of several."""

from __future__ import annotations

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.assembly import drafts
from pipeline.stages.dosing.reading.grammar import Drug, read
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.mentions import read_doses
from pipeline.stages.dosing.reading.regimens import zone_of
from pipeline.stages.dosing.reading.segments import segment

TEXT = "One drop of timolol in the eye twice a day; 5 mg of senna at night"
DRUGS = [Drug(Span(12, 19), "timolol", "timolol"), Drug(Span(52, 57), "senna", "sennosides")]


def test_a_zone_ends_where_the_next_drug_begins() -> None:
    reading = read(TEXT, DRUGS)
    first, second = drafts(reading)
    end = len(reading.text)
    assert "eye" in zone_of(None, first, second, end).of(reading.view.text)
    assert "eye" not in zone_of(first, second, None, end).of(reading.view.text)


def test_routes_keep_to_their_zones() -> None:
    found = read_doses(TEXT, segment(TEXT, read_blocks(TEXT)), DRUGS).doses
    assert [dose.route for dose in found] == ["ophthalmic", "oral"]


def test_a_plain_duration_is_preferred_to_advice() -> None:
    text = "Take 5 mg of senna for 3 days; see a doctor if it lasts over 7 days."
    drugs = [Drug(Span(13, 18), "senna", "sennosides")]
    (dose,) = read_doses(text, segment(text, read_blocks(text)), drugs).doses
    assert dose.duration_days == (3, 3)
    assert not dose.open_ended


def test_a_course_in_days_of_the_cycle_is_daily() -> None:
    text = "Take 50 mg of senna from day 5 to day 9."
    drugs = [Drug(Span(14, 19), "senna", "sennosides")]
    (dose,) = read_doses(text, segment(text, read_blocks(text)), drugs).doses
    assert (dose.per_day, dose.duration_days, dose.daily_mg) == ((1, 1), (5, 5), 50)


def test_a_single_dose_lasts_a_day() -> None:
    text = "Take 150 mg of senna once."
    drugs = [Drug(Span(15, 20), "senna", "sennosides")]
    (dose,) = read_doses(text, segment(text, read_blocks(text)), drugs).doses
    assert (dose.per_day, dose.duration_days) == ((1, 1), (1, 1))
