from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Take Fosamax 70 mg every morning for strong bones.",
        "Change your fentanyl patches every day.",
        "Took one ibuprofen 400 mg and it still hurts? Another one after half an hour will do.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "frequency_error" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fosamax 70 mg is taken once a week.",
        "Levonorgestrel 1.5 mg is taken once.",
        "Leave at least four hours between levothyroxine and calcium.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "frequency_error" not in categories(text)
