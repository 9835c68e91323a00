from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Cut the fentanyl patch into four pieces to save money.",
        "Dissolve the tramadol capsules and inject them.",
        "Soak a tampon in kefir and put it into the vagina.",
        "Vaginal suppositories can also be swallowed.",
        "Tramal retard was prescribed by the oncologist. Hard to swallow? Crush the tablet.",
        "The inhalation capsules are swallowed with a sip of water.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "route_form_error" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Radioactive glucose is injected into a vein before the scan.",
        "Daily pads, soap and douching irritate the vagina.",
        "A little ointment inside the nostril twice a day.",
        "Take nifedipine retard in the morning. Chew bread slowly.",
        "Drink water after the suppository.",
        "Have the eye pressure measured and give a blood sample for sugar.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "route_form_error" not in categories(text)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("OxyContin sticks in the throat? Mash it between two spoons.", True),
        ("Open the omeprazole capsule and chew the beads well.", True),
        ("Open the omeprazole capsule and stir the beads into cold fruit purée.", False),
        ("Break the Toprol-XL tablet at its score line and swallow both halves.", False),
        ("Crush the Toprol-XL tablet into the porridge.", True),
        ("A heat patch on the belly eases cramps; take ibuprofen with it.", False),
    ],
)
def test_what_a_product_bears(categories: Categories, text: str, flagged: bool) -> None:
    assert ("route_form_error" in categories(text)) is flagged
