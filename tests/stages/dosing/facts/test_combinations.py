"""What products of several drugs hold: the shipped table, and tables that are wrong."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.io.resources import lines
from pipeline.stages.dosing.facts.combinations import (
    Combination,
    Combinations,
    load_combinations,
    product_rows,
)
from pipeline.stages.dosing.facts.limits import Limits, load_limits

TABLE = lines("combinations.tsv")
HEADER = TABLE[0].split("\t")


@pytest.fixture(scope="module")
def combinations() -> Combinations:
    return load_combinations(TABLE)


@pytest.fixture(scope="module")
def limits() -> Limits:
    return load_limits(lines("limits.tsv"))


@pytest.fixture(scope="module")
def drugs() -> dict[str, set[str]]:
    """Every name of a drug, in lower case, by the name it is filed under."""
    rows = [line.split("\t") for line in lines("drugs.tsv")[1:]]
    return {row[2].lower(): {row[2].lower(), *row[3].lower().split("|")} for row in rows}


def table(**cells: str) -> Iterable[str]:
    plain = {
        "product": "a/b",
        "parts": "a;b",
        "strengths_mg": "5/325",
        "per": "piece",
        "status": "otc",
        "authority": "NHS",
        "document": "Medicines",
        "year": "2024",
    }
    yield "\t".join(HEADER)
    yield "\t".join({**plain, **cells}.get(name, "") for name in HEADER)


def test_every_product_is_a_drug_and_every_part_too(
    combinations: Combinations, limits: Limits, drugs: dict[str, set[str]]
) -> None:
    for row in combinations.rows:
        assert row.product in drugs
        unknown = [part for part in row.parts if part not in drugs]
        assert not unknown or row.product in limits.by_ingredient, row.product


def test_every_trade_name_is_one_of_the_product(
    combinations: Combinations, drugs: dict[str, set[str]]
) -> None:
    for row in combinations.rows:
        for name in row.names:
            assert any(name in known for known in drugs[row.product]), name


def test_parts_weigh_what_their_limits_call_plausible(
    combinations: Combinations, limits: Limits
) -> None:
    """Parts and strengths in another order than one another would show here."""
    for row in combinations.rows:
        for strength in row.strengths:
            for part, mass in zip(row.parts, strength, strict=True):
                limit = limits.find(part, "adult")
                most = limit and (limit.rx_single or limit.single)
                assert not most or mass <= 1.05 * most, (row.product, strength, part)


def test_a_trade_name_has_its_own_strength(combinations: Combinations) -> None:
    product = "aspirin/paracetamol/caffeine"
    (excedrin,) = combinations.of(product, "Excedrin Migraine")
    (other,) = combinations.of(product, "aspirin/paracetamol/caffeine")
    assert excedrin.strengths == ((250, 250),)
    assert len(other.strengths) > 1
    assert combinations.of("paracetamol", "Panadol") == ()


def test_the_longest_name_decides(combinations: Combinations) -> None:
    product = "paracetamol/codeine/caffeine"
    (most,) = combinations.of(product, "Solpadeine Max")
    assert most.strengths == ((500, 12.8),)


@pytest.mark.parametrize(
    ("per", "count", "unit", "pieces"),
    [
        ("piece", 2, "tablet", 2),
        ("piece", 2, None, 2),
        ("piece", 2, "sachet", None),
        ("sachet", 1, "sachet", 1),
        ("sachet", 1, None, 1),
        ("sachet", 1, "tablet", None),
        ("30 ml", 60, "ml", 2),
        ("30 ml", 2, "tablespoon", 1),
        ("30 ml", 2, "tablet", None),
        ("30 ml", 2, None, None),
    ],
)
def test_pieces(per: str, count: float, unit: str | None, pieces: float | None) -> None:
    row = Combination("a/b", (), ("a", "b"), ((5, 325),), per, "otc")
    assert row.pieces(count, unit) == pieces


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"strengths_mg": "5"}, "strength"),
        ({"strengths_mg": "5/325/40"}, "strength"),
        ({"strengths_mg": "0/325"}, "strength"),
        ({"parts": ""}, "parts"),
        ({"parts": "a;a"}, "parts"),
        ({"per": "box"}, "per 'box'"),
        ({"status": "free"}, "status 'free'"),
        ({"authority": ""}, "no source"),
        ({"names": "x;x"}, "two rows for 'x'"),
        ({"most_at_once": "3", "most_a_day": "2"}, "3 at once, 2 a day"),
        ({"authority": "NHS", "retrieved": "today"}, "no date"),
    ],
)
def test_wrong_rows_are_refused(cells: dict[str, str], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        load_combinations(table(**cells))


def test_a_product_has_a_row_of_limits_unless_it_has_one_already(limits: Limits) -> None:
    rows = load_combinations(table(parts="paracetamol;vitamin c", interval_h="4"))
    (row,) = product_rows(rows, limits)
    assert (row.ingredient, row.drug_class, row.status, row.interval) == ("a/b", "A", "otc", 4)
    assert row.daily_for(prescribed=True) is None
    known = load_combinations(table(product="amoxicillin/clavulanic acid"))
    assert list(product_rows(known, limits)) == []


@pytest.mark.parametrize(
    ("product", "written", "several"),
    [
        ("co-codamol", "co-codamol", True),
        ("co-codamol", "Tylenol 3", False),
        ("losartan/hydrochlorothiazide", "Hyzaar", True),
        ("paracetamol cold remedy", "Theraflu", False),
        ("paracetamol cold remedy", "Gripex", False),
        ("ibuprofen", "Nurofen", None),
    ],
)
def test_sold_in_several_strengths(
    combinations: Combinations, product: str, written: str, several: bool | None
) -> None:
    assert combinations.several(product, written) is several


@given(count=st.floats(0.25, 40), per=st.integers(1, 60))
def test_twice_as_much_is_twice_as_many_pieces(count: float, per: int) -> None:
    row = Combination("a/b", (), ("a", "b"), ((5, 325),), f"{per} ml", "otc")
    one, two = row.pieces(count, "ml"), row.pieces(2 * count, "ml")
    assert one is not None
    assert two == pytest.approx(2 * one)
    assert row.pieces(count, "teaspoon") == pytest.approx(5 * one)
