from collections.abc import Callable

import pytest

from pipeline.settings import Settings
from pipeline.single import judge_words

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


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Paracetamol for fever: 10 to 11 years 480 to 500 mg every 6 hours.", False),
        ("Paracetamol 500 mg four times a day for 40 days eases a sore back.", True),
    ],
)
def test_what_ordinary_leaflets_say_is_left_alone(text: str, flagged: bool) -> None:
    ledger, _ = judge_words(text, Settings())
    assert any(f.category == "excess_duration" for f in ledger.findings) == flagged
