from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Ketorolac 10 mg is taken for the pain. The course is continued until the pain lets go.",
        "Take omeprazole 20 mg every morning for years.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "open_ended_duration" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "The eggs survive for years under the soil.",
        "My mother smokes ten a day and has been on omeprazole for years.",
        "Take omeprazole 20 mg until you feel better, but not longer than 14 days.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "open_ended_duration" not in categories(text)
