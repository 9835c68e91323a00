import pytest

from pipeline.model.dose import DoseMention, Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.misread import as_written, lost_dash, unit_shift
from pipeline.stages.dosing.facts.limits import Limit

PREDNISONE = Limit("prednisone", "adult", "", "B", "rx", low=0.5, high=250)


def dose(amount: Quantity, ingredient: str = "prednisone") -> DoseMention:
    return DoseMention(Span(0, 1), ingredient, None, ingredient, amount=amount)


@pytest.mark.parametrize(
    ("amount", "pair"),
    [(1520, (15, 20)), (510, (5, 10)), (200, None), (2015, None), (1e308, None)],
)
def test_lost_dash(amount: float, pair: tuple[int, int] | None) -> None:
    assert lost_dash(dose(Quantity(amount, amount, "mg")), PREDNISONE) == pair


@pytest.mark.parametrize(
    ("amount", "unit", "factor"),
    [(20, "g", 0.001), (20, "mg", None), (0.02, "mg", 1000.0), (0, "mg", None)],
)
def test_unit_shift(amount: float, unit: str, factor: float | None) -> None:
    assert unit_shift(dose(Quantity(amount, amount, unit)), PREDNISONE) == factor


def test_the_record_has_the_range_that_was_welded() -> None:
    read = as_written(dose(Quantity(1520, 1520, "mg")), PREDNISONE)
    assert read.amount == Quantity(15, 20, "mg")


@pytest.mark.parametrize("row", [PREDNISONE, None])
def test_any_other_dose_stays_as_it_is(row: Limit | None) -> None:
    plain = dose(Quantity(20, 20, "mg"))
    assert as_written(plain, row) is plain
