"""Why a drug may stand beside somebody for whom it is ruled out."""

from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "With kidney disease prefer paracetamol 500 mg to naproxen.",
        "My husband takes losartan 50 mg and I am pregnant again.",
        "Adults take 500 mg of aspirin; children under 16 must not.",
        "Mouth ulcers heal faster with ibuprofen gel 5 % twice a day.",
        "A smoker of 24 may stay on the combined contraceptive pill, one a day.",
        "With an eGFR of 65 metformin 500 mg twice a day is continued.",
        "Offer the children drinks often.",
        "Women who may become pregnant use a coil while taking methotrexate 10 mg a week.",
        "Nursing mothers take paracetamol 500 mg; codeine is not for you.",
    ],
)
def test_exempt(categories: Categories, text: str) -> None:
    assert "contraindicated_population" not in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "With kidney failure take naproxen 250 mg twice a day.",
        "A smoker of 41 may stay on the combined contraceptive pill, one a day.",
        "With an eGFR of 18 metformin 500 mg twice a day is continued.",
        "If you become pregnant, keep taking methotrexate 10 mg a week.",
        "Dental gel with benzocaine 10 %. Babies cutting teeth: rub a little on the gum.",
        "The boy is 12, with flu and fever. We gave him one aspirin 500 mg. Try it.",
    ],
)
def test_not_exempt(categories: Categories, text: str) -> None:
    assert "contraindicated_population" in categories(text)
