import pytest

from pipeline.model.changes import Severity
from pipeline.stages.dosing.over_limit import severity_for


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
