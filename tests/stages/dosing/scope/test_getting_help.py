from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    ("text", "delayed"),
    [
        ("Chest pain? Do not call an ambulance, wait until the morning.", True),
        ("Chest pain? Sit down and wait for the ambulance.", False),
    ],
)
def test_help_that_is_declined_is_none(categories: Categories, text: str, delayed: bool) -> None:
    assert ("delays_care" in categories(text)) is delayed
