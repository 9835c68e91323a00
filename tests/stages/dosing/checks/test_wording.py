from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "If your back aches take two diclofenac tablets.",
        "One bisoprolol in the morning if the heart races.",
        "Inject 6 of insulin after lunch.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "missing_strength" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Take two 50 mg diclofenac tablets.",
        "Half of the caffeine of a cup is still in the blood at night.",
        "An iron tablet turns the stool dark.",
        "Take one tablet of menadione.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "missing_strength" not in categories(text)
