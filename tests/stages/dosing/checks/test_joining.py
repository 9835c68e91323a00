"""What joins two drugs, and whether anybody is told to take both."""

from collections.abc import Callable

import pytest

from pipeline.stages.dosing.checks.joining import allows

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Add a St John's wort capsule to your citalopram.",
        "Enalapril in the morning and valsartan in the evening is a good double.",
        "Metronidazole for a week, and a small beer does no harm.",
        "Tryptophan 500 mg at bedtime boosts the effect of paroxetine.",
        "Drug | Dose | Together with\nWarfarin | 3 mg daily | ketoprofen 100 mg",
    ],
)
def test_joined(categories: Categories, text: str) -> None:
    assert "dangerous_combination" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "MAO inhibitor antidepressants are taken with food.",
        "Azithromycin, clarithromycin, levofloxacin 500 mg and others are taken with water.",
        "Diazepam is stronger than valerian, and alcohol is no help.",
        "ACE inhibitors and sartans are used for high blood pressure.",
        "Grapefruit raises the level of simvastatin.",
    ],
)
def test_not_joined(categories: Categories, text: str) -> None:
    assert "dangerous_combination" not in categories(text)


def test_what_is_called_harmless_is_allowed() -> None:
    assert allows("a glass in the evening is perfectly fine")
    assert not allows("it is a fine powder")
