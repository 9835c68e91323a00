from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Crushing chest pain? Hawthorn tea, half a cup.", True),
        ("Crushing chest pain? Hawthorn tea is no treatment for it.", False),
    ],
)
def test_an_answer_needs_no_verb(categories: Categories, text: str, offered: bool) -> None:
    assert ("herbal_serious" in categories(text)) is offered
