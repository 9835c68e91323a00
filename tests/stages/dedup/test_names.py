"""One slip of the pen is the same name; two letters are another drug."""

import pytest

from pipeline.stages.dedup.names import is_slip


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("metformin", "metfromin", True),
        ("metformin", "metfomin", True),
        ("metformin", "mettformin", True),
        ("prednisone", "prednisolone", False),
        ("hydroxyzine", "hydralazine", False),
        ("gout", "gout", True),
    ],
)
def test_slips(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
