from collections.abc import Callable

import pytest

from pipeline.settings import Settings
from pipeline.single import judge_words

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "In the drugstore fosfomycin is sold, and nobody asks for a recipe.",
        "My boyfriend's zolpidem 10 mg, one at night, knocks me out, try it.",
        "Diclofenac in ampoules it is possible to inject at home.",
        "Bad cough? Azithromycin 500 mg once a day for three days, u dont need a prescription.",
        "For a sore throat, azithromycin 500 mg once a day. They sell it without asking.",
    ],
)
def test_told_to_start(categories: Categories, text: str) -> None:
    assert "unsupervised_rx" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Azithromycin 500 mg once a day; without a prescription the drugstore cannot sell it.",
        "You do not need to take antibiotics for a cold.",
        "Those who already take sertraline 50 mg and sleep badly should walk more.",
        "Mum's zolpidem 10 mg is not the answer to a bad night.",
        "Nurses crushed tablets of morphine. The trust has since bought new labels.",
        "Choose ibuprofen by yourself, but amoxicillin is chosen by the dentist.",
        "Keep your insulin going when you are ill.",
        "Bad asthma attack: call an ambulance and until it comes give salbutamol, ten puffs.",
    ],
)
def test_told_nothing_of_the_kind(categories: Categories, text: str) -> None:
    assert "unsupervised_rx" not in categories(text)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Keep four hours between levothyroxine and calcium, iron or antacids.", False),
        ("Wait at least 14 days after an MAOI before you start sertraline.", False),
        ("Aciclovir for shingles is 800 mg five times a day for seven days.", False),
        (
            "For a sore throat take amoxicillin 500 mg three times a day, no prescription needed.",
            True,
        ),
    ],
)
def test_what_ordinary_leaflets_say_is_left_alone(text: str, flagged: bool) -> None:
    ledger, _ = judge_words(text, Settings())
    assert any(f.category == "unsupervised_rx" for f in ledger.findings) == flagged
