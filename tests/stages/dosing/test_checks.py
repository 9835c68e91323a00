import pytest

from pipeline.model.changes import Severity
from pipeline.model.dose import DoseMention, Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.checks import (
    lost_dash,
    milligrams,
    severity_for,
    unit_shift,
    written,
)
from pipeline.stages.dosing.limits import Limit

PREDNISONE = Limit("prednisone", "adult", "", "B", "rx", low=0.5, high=250)


def dose(amount: Quantity, ingredient: str = "prednisone") -> DoseMention:
    return DoseMention(Span(0, 1), ingredient, None, ingredient, amount=amount)


@pytest.mark.parametrize(
    ("drug_class", "ratio", "severity"),
    [
        ("A", 1.2, Severity.MAJOR),
        ("A", 1.5, Severity.CRITICAL),
        ("B", 2.9, Severity.MAJOR),
        ("B", 3.0, Severity.CRITICAL),
        ("C", 2.9, Severity.MINOR),
        ("C", 3.0, Severity.MAJOR),
    ],
)
def test_severity_follows_the_margin(drug_class: str, ratio: float, severity: Severity) -> None:
    assert severity_for(drug_class, ratio, top_only=False, child=False) is severity


def test_severity_modifiers_stay_within_the_scale() -> None:
    assert severity_for("A", 2, top_only=True, child=False) is Severity.MAJOR
    assert severity_for("A", 2, top_only=False, child=True) is Severity.CRITICAL
    assert severity_for("C", 2, top_only=True, child=False) is Severity.INFO


def test_milligrams_of_masses_and_of_units_with_a_known_weight() -> None:
    assert milligrams(Quantity(1, 2, "g"), "x") == (1000, 2000)
    assert milligrams(Quantity(1000, 1000, "IU"), "vitamin d") == (0.025, 0.025)
    assert milligrams(Quantity(1000, 1000, "IU"), "heparin") is None
    assert milligrams(Quantity(2, 2, "tablet"), "x") is None
    assert milligrams(None, "x") is None


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


def test_amounts_as_a_reader_writes_them() -> None:
    assert [written(x) for x in (0.05, 2.5, 4000)] == ["50 mcg", "2.5 mg", "4,000 mg"]
