import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.span import Span
from pipeline.rulebook.rule import Example


def test_marks_give_spans_in_the_unmarked_text() -> None:
    example = Example("Take [[6 g]] of it [[every day]].", "two places")
    assert example.text == "Take 6 g of it every day."
    assert [s.of(example.text) for s in example.spans] == ["6 g", "every day"]


@pytest.mark.parametrize("marked", ["[[a", "a]]", "[[a [[b]]", "[[a]] b]]"])
def test_unpaired_marks_are_refused(marked: str) -> None:
    with pytest.raises(ValueError, match="unpaired mark"):
        _ = Example(marked, "x").spans


@given(st.lists(st.text(st.characters(exclude_characters="[]")), min_size=1))
def test_marking_every_other_piece_finds_those_pieces(pieces: list[str]) -> None:
    marked = "".join(f"[[{p}]]" if n % 2 else p for n, p in enumerate(pieces))
    example = Example(marked, "x")
    assert example.text == "".join(pieces)
    assert [s.of(example.text) for s in example.spans] == pieces[1::2]
    assert all(isinstance(s, Span) for s in example.spans)
