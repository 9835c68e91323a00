"""Treatment that is to go on in spite of severe effects."""

from collections.abc import Callable


def test_carrying_on(categories: Callable[[str], set[str]]) -> None:
    assert "therapy_alteration" in categories(
        "Despite the rash and the swollen lips the course of lamotrigine must be finished."
    )
    assert "therapy_alteration" not in categories(
        "If you get a rash from lamotrigine, see your doctor at once."
    )
