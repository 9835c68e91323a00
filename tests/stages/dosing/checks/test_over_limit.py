from collections.abc import Callable

import pytest

from pipeline.model.changes import Severity
from pipeline.stages.dosing.checks.over_limit import doses, row_for, severity_for
from pipeline.stages.dosing.scope.passage import Passage


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


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Take guaifenesin 1200 mg every 12 hours.", "modified"),
        ("Take guaifenesin 400 mg every 4 hours.", ""),
        ("Take diclofenac 75 mg every 12 hours.", "modified"),
        ("Take diclofenac 50 mg every 8 hours.", "oral"),
        ("Take ibuprofen 400 mg every 12 hours.", ""),
    ],
)
def test_what_lasts_twelve_hours_is_modified_release(
    passage_of: Callable[[str], Passage], text: str, form: str
) -> None:
    passage = passage_of(text)
    (dose,) = [dose for _, dose in doses(passage)]
    row = row_for(passage, dose)
    assert row is not None
    assert row.form == form
