from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.casing import lowered


def test_a_capital_that_grows_stays() -> None:
    assert lowered("In İstanbul, CREAM") == "in İstanbul, cream"


@given(st.text())
def test_no_character_moves(text: str) -> None:
    small = lowered(text)
    assert len(small) == len(text)
    assert all(s in (c, c.lower()) for s, c in zip(small, text, strict=True)) or "Σ" in text
