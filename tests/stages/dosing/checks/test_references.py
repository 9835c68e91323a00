from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        'Tranexam 250 mg is drunk on 2 tablets three times a day. There is also the remedy "Ditsinon". It is to be accepted in the same dosage.',
        "Metformin is drunk according to the same scheme as above.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "anaphoric_dose" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Similarly, the protein inserts lysine.",
        "Continue at the same dose as your doctor prescribed.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "anaphoric_dose" not in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Adults: ibuprofen 400 mg three times a day. Schoolboys are given the same dosage.",
        "One fluconazole 150 mg capsule. Your little daughter itches too? She gets the same dose.",
        "Enalapril 10 mg twice a day. If it has run out, take lisinopril, the scheme is the same.",
    ],
)
def test_a_child_or_another_drug_is_flagged(categories: Categories, text: str) -> None:
    assert "anaphoric_dose" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "One fluconazole 150 mg capsule. Your partner itches too? He gets the same dose, once.",
        "Take ibuprofen 400 mg in the morning and the same dose at night.",
    ],
)
def test_the_same_drug_for_an_adult_is_let_go(categories: Categories, text: str) -> None:
    assert "anaphoric_dose" not in categories(text)
