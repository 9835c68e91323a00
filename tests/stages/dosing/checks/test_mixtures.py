from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Cialis goes fine with nitroglycerin under the tongue.",
        "Tramadol 50 mg with a bottle of beer helps faster.",
        "Mix Nurofen and ketorolac, a tablet of each.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "dangerous_combination" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "This works like an antidepressant: St John's wort.",
        "Ibuprofen or naproxen 250 mg can be taken.",
        "Causes include aspirin, ibuprofen and lithium.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "dangerous_combination" not in categories(text)
