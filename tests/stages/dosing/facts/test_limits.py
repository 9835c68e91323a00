from collections.abc import Iterable

import pytest

from pipeline.io.resources import lines
from pipeline.stages.dosing.facts.limits import Limits, citations, load_limits

TABLE = lines("limits.tsv")
HEADER = TABLE[0].split("\t")


def table(*rows: dict[str, str]) -> Iterable[str]:
    plain = {"ingredient": "testamol", "population": "adult", "class": "B", "status": "otc"}
    sourced = {"authority": "NHS", "document": "Medicines", "year": "2024"}
    yield "\t".join(HEADER)
    for row in rows:
        cells = {**plain, **sourced, **row}
        yield "\t".join(cells.get(name, "") for name in HEADER)


@pytest.fixture(scope="module")
def limits() -> Limits:
    return load_limits(TABLE)


def test_the_shipped_table_names_what_consumer_articles_name(limits: Limits) -> None:
    assert len(limits.by_ingredient) >= 120
    for name in ("paracetamol", "ibuprofen", "etamsylate", "menadione", "tranexamic acid"):
        assert limits.any(name) is not None


def test_every_number_of_the_shipped_table_has_a_source(limits: Limits) -> None:
    for row in limits.rows:
        numbers = (row.single, row.daily, row.rx_single, row.rx_daily, row.interval, row.days)
        if any(number is not None for number in numbers):
            assert row.citations, row.ingredient


def test_paracetamol_for_adults(limits: Limits) -> None:
    row = limits.find("paracetamol", "adult")
    assert row is not None
    assert (row.single, row.daily, row.interval) == (1000, 4000, 4)


def test_a_form_has_its_own_row(limits: Limits) -> None:
    oral, nasal = limits.find("nicotine", "adult", "gum"), limits.find("nicotine", "adult", "patch")
    assert oral is not None
    assert nasal is not None
    assert oral.daily != nasal.daily


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"single_max_mg": "500", "daily_max_mg": "400"}, "500 mg is more than 400 mg"),
        ({"single_max_mg": "0"}, "not above zero"),
        ({"class": "D"}, "class 'D'"),
        ({"status": "free"}, "status 'free'"),
        ({"population": "cat"}, "population 'cat'"),
        ({"schedule": "yearly"}, "schedule 'yearly'"),
        ({"daily_max_mg": "400", "authority": ""}, "a limit without a source"),
    ],
)
def test_wrong_rows_are_refused(row: dict[str, str], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        load_limits(table(row))


def test_two_rows_for_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="two limits for testamol"):
        load_limits(table({}, {}))


def test_a_prescription_lifts_the_self_care_limit_and_no_other() -> None:
    row = load_limits(table({"daily_max_mg": "1200", "rx_daily_max_mg": "3200"})).rows[0]
    assert (row.daily_for(prescribed=False), row.daily_for(prescribed=True)) == (1200, 3200)
    rx = load_limits(table({"status": "rx", "rx_daily_max_mg": "80"})).rows[0]
    assert (rx.daily_for(prescribed=False), rx.daily_for(prescribed=True)) == (80, 80)


def test_a_day_of_reading_is_a_day() -> None:
    row = {"authority": "NHS", "document": "x", "year": "2024", "section": "", "url": "u"}
    (read,) = citations({**row, "retrieved": "2026-11-20"})
    assert read.retrieved == "2026-11-20"
    with pytest.raises(ValueError, match="no date"):
        citations({**row, "retrieved": "last week"})


def test_a_row_read_in_two_documents_has_two_sources() -> None:
    row = {"authority": "NHS", "document": "x ; y", "year": "2024", "section": "", "url": "u ; v"}
    assert [(c.authority, c.title, c.url) for c in citations(row)] == [
        ("NHS", "x", "u"),
        ("NHS", "y", "v"),
    ]
    with pytest.raises(ValueError, match="3 sources"):
        citations({**row, "authority": "NHS ; FDA ; EMA", "document": "x ; y"})


def test_every_ingredient_of_the_shipped_table_is_a_drug(limits: Limits) -> None:
    drugs = {line.split("\t")[2].lower() for line in lines("drugs.tsv")[1:]}
    assert {row.ingredient for row in limits.rows} <= drugs


def test_limits_and_strengths_lie_where_a_dose_is_plausible(limits: Limits) -> None:
    """What a unit error is told by must not contradict what the label allows."""
    for row in limits.rows:
        single = row.single or row.rx_single
        assert row.strengths == tuple(sorted(set(row.strengths))), row.key
        if row.high is not None:
            assert single is None or single <= row.high, row.key
            assert not row.strengths or row.strengths[-1] <= row.high, row.key
        if row.low is not None and single is not None:
            assert row.low < single, row.key


def test_what_was_read_can_be_found_again(limits: Limits) -> None:
    for row in limits.rows:
        for source in row.citations:
            assert source.authority, row.key
            assert source.title, row.key
            assert source.url or not source.retrieved, row.key
