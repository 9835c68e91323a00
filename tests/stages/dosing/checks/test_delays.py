from collections.abc import Callable

import pytest

from pipeline.settings import Settings
from pipeline.single import judge_words

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


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Fever after a trip to the tropics may be malaria: see a doctor the same day.", False),
        ("Press the nose until the bleeding stops; if it doesn't stop, go to A&E.", False),
        ("Chest pain in the night? Wait until Monday and see a doctor then.", True),
    ],
)
def test_what_ordinary_leaflets_say_is_left_alone(text: str, flagged: bool) -> None:
    ledger, _ = judge_words(text, Settings())
    assert any(f.category == "delays_care" for f in ledger.findings) == flagged
