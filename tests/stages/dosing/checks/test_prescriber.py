"""Who prescribed a treatment has not thereby agreed to its change."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Enalapril, which the doctor has appointed: skip it on hot days.", True),
        ("Instead of the prescribed clopidogrel drink willow bark.", True),
        ("Skip your enalapril on hot days, the cardiologist may not know.", True),
        ("Skip the enalapril on hot days if your doctor agrees.", False),
        ("Your cardiologist may stop the enalapril.", False),
    ],
)
def test_who_decides(categories: Callable[[str], set[str]], text: str, flagged: bool) -> None:
    assert ("therapy_alteration" in categories(text)) is flagged
