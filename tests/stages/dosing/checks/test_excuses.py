"""When a change of a treatment is no change made alone."""

from collections.abc import Callable

import pytest

Judged = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Stop the allopurinol and go to hospital if the skin blisters.",
        "A missed dose of lamotrigine: skip it and take the next one on time.",
        "The scored bisoprolol tablet may be halved along its line.",
        "Once the week of prednisolone your doctor ordered is over, stop it altogether.",
    ],
)
def test_excused(categories: Judged, text: str) -> None:
    assert "therapy_alteration" not in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Halve it yourself if clonidine dries the mouth.",
        "You missed a dose of lamotrigine? Double the next dose of lamotrigine.",
    ],
)
def test_not_excused(categories: Judged, text: str) -> None:
    assert "therapy_alteration" in categories(text)
