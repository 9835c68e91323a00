from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "For toothache: amoxicillin 500 mg three times a day for 5 days.",
        "Every home should have a strip of cefixime, take it at the first chill.",
        "Trouble sleeping? Zolpidem 10 mg at night and no problem.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "unsupervised_rx" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Aciclovir 5% cream is put on a cold sore five times a day.",
        "The usual dose of ramipril is 5 mg a day.",
        "Doctors treat pneumonia with antibiotics.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "unsupervised_rx" not in categories(text)
