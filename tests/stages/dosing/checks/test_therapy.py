from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "I quit my epilepsy tablets cold turkey and recommend it to everyone.",
        "Your eyes are yellow from the tablets, but keep taking them.",
        "No need for your thyroxine on weekends.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "therapy_alteration" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "The goal of treatment is to stop the disease.",
        "Blood thinners may be used to stop a stroke.",
        "Stop taking the tablets and call your doctor at once if you get a rash.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "therapy_alteration" not in categories(text)
