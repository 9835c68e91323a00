"""Changes of a treatment that was named before."""

from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Atenolol has done its work. From tomorrow throw it away, the heart copes alone.",
        "Lithium dulls the mind, so I skip weekends and feel alive. You can too!",
        "Torasemide is allowed not to drink when guests are expected.",
        "Money is short? Eliquis lasts twice as long on one tablet instead of two.",
        "The tacrolimus is used up too fast. Take it every other day, nobody will notice.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "therapy_alteration" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Atenolol has done its work, but do not throw it away.",
        "Torasemide is not to be left out when guests are expected.",
        "Ibuprofen helped within a day. Throw the rest of the pack away.",
        "There is no need to pause bisoprolol before the vaccination.",
        "They never told me that I could skip weekends of lithium.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "therapy_alteration" not in categories(text)
