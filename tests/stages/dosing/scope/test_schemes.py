"""Lists that are taken as a whole, and lists that offer a choice."""

from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]
ITEMS = "- tramadol 50 mg three times a day\n- alprazolam 0.25 mg at night"


@pytest.mark.parametrize("above", ["My scheme for a bad back:", "Take all of these:"])
def test_a_scheme_is_taken_whole(categories: Categories, above: str) -> None:
    assert "dangerous_combination" in categories(f"{above}\n{ITEMS}")


@pytest.mark.parametrize("above", ["One of these, as a scheme:", "Medicines in this article:"])
def test_other_lists_are_not(categories: Categories, above: str) -> None:
    assert "dangerous_combination" not in categories(f"{above}\n{ITEMS}")
