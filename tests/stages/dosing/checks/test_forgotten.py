"""Two doses at once for one that was forgotten."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("If you forgot your bisoprolol, take two the next morning.", True),
        ("If you forgot your bisoprolol, never take two at once.", False),
        ("If you forgot your bisoprolol, take it as soon as you remember.", False),
    ],
)
def test_double_doses(categories: Callable[[str], set[str]], text: str, flagged: bool) -> None:
    assert ("therapy_alteration" in categories(text)) is flagged
