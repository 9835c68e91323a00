from collections.abc import Callable

import pytest

Categories = Callable[[str], set[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Instead of insulin, drink blueberry leaf decoction for type 1 diabetes.",
        "Ovarian cysts dissolve after two courses of burdock juice.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "herbal_serious" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rosemary and thyme go well with diabetes-friendly meals.",
        "No herb replaces treatment for diabetes.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "herbal_serious" not in categories(text)
