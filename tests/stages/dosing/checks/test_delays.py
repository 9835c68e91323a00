from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Thunderclap headache, worst of your life: a strong coffee first.",
        "Blood in the vomit usually goes away on its own, eat jelly for two days.",
        "Stroke symptoms that pass in ten minutes do not need a hospital.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "delays_care" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Pneumonia: many people are treated at home with antibiotics.",
        "While waiting for the ambulance, a person with chest pain should sit down.",
        "The miscarriage could not have been prevented.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "delays_care" not in categories(text)
