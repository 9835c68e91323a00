"""A yes is read together with what was asked."""

from collections.abc import Callable


def test_a_yes_permits_what_was_asked(categories: Callable[[str], set[str]]) -> None:
    asked = "I am pregnant and my head hurts. May I take warfarin?"
    assert "contraindicated_population" in categories(f"{asked} Yes, go ahead.")
    assert categories(f"{asked} No, it harms the baby.") == set()


def test_a_yes_to_two_drugs(categories: Callable[[str], set[str]]) -> None:
    asked = "Can I have a glass of wine with my tramadol?"
    assert "dangerous_combination" in categories(f"{asked} Sure, one does no harm.")
    assert categories(f"{asked} Not even one.") == set()


def test_a_yes_to_stopping(categories: Callable[[str], set[str]]) -> None:
    asked = "My INR is fine. Can I stop the warfarin?"
    assert "therapy_alteration" in categories(f"{asked} Of course, you feel well.")
    assert "therapy_alteration" not in categories(f"{asked} Ask your doctor first.")
