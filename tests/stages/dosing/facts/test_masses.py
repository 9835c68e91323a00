from pipeline.model.dose import Quantity
from pipeline.stages.dosing.facts.masses import milligrams, written


def test_milligrams_of_masses_and_of_units_with_a_known_weight() -> None:
    assert milligrams(Quantity(1, 2, "g"), "x") == (1000, 2000)
    assert milligrams(Quantity(1000, 1000, "IU"), "vitamin d") == (0.025, 0.025)
    assert milligrams(Quantity(1000, 1000, "IU"), "heparin") is None
    assert milligrams(Quantity(2, 2, "tablet"), "x") is None
    assert milligrams(None, "x") is None


def test_amounts_as_a_reader_writes_them() -> None:
    assert [written(x) for x in (0.05, 2.5, 4000)] == ["50 mcg", "2.5 mg", "4,000 mg"]
