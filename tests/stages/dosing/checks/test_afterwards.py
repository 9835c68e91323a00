from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Metronidazole 400 mg twice a day for a week. A beer during the course does no harm.",
        "Are you on fluoxetine? Take St John's wort 300 mg three times a day for the mood.",
        "Your doctor put you on warfarin. For the knee take diclofenac 50 mg twice a day.",
        "Take ibuprofen 400 mg. Eat something. Still sore? Add naproxen 250 mg.",
        "Sertraline 50 mg each morning. A capsule of St John's wort at lunch, one a day.",
    ],
)
def test_a_later_sentence_joins(categories: Categories, text: str) -> None:
    assert "dangerous_combination" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Metronidazole 400 mg twice a day for a week. Do not drink beer during the course.",
        "Take ibuprofen 400 mg. Eat something. Still sore? Add paracetamol 500 mg.",
        "Take ibuprofen 400 mg. Another option is naproxen 250 mg.",
        "Your doctor put you on warfarin. For the knee take paracetamol 500 mg.",
        "Take levothyroxine 50 micrograms. Drink coffee an hour later.",
    ],
)
def test_a_later_sentence_does_not(categories: Categories, text: str) -> None:
    assert "dangerous_combination" not in categories(text)
