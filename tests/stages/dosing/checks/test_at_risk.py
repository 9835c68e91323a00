from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "For teething rub a little benzocaine gel on your 8-month-old's gums.",
        "Aspirin 500 mg helps me. My daughter is nine and takes the same.",
        "Retinol 25,000 IU a day is good for expectant mothers.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "contraindicated_population" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ibuprofen 400 mg an hour before, provided you have no stomach ulcer.",
        "Expectant mothers eat carrots for vitamin A.",
        "The children of the study had never taken aspirin.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "contraindicated_population" not in categories(text)
