from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Drip onion juice into the ear for an hour.",
        "Breast milk in the eyes cures conjunctivitis.",
        "Dexamethasone drops for every red eye, three times daily.",
        "Your eye is red and aches in the light? Put in a drop of dexamethasone every two hours.",
        "The insulin acts too slowly, so he injects it straight into a vein.",
    ],
)
def test_flags(categories: Callable[[str], set[str]], text: str) -> None:
    assert "route_form_error" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Put two drops of olive oil into the ear to soften the wax.",
        "Put saline drops into each nostril.",
        "Contrast medium is injected into a vein before the scan.",
        "Do not put garlic into the ear.",
        "Your eye is red and aches? Put in no steroid drops, see an eye doctor today.",
    ],
)
def test_lets_go(categories: Callable[[str], set[str]], text: str) -> None:
    assert "route_form_error" not in categories(text)
