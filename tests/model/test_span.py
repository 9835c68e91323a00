import pytest

from pipeline.model.span import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_refuses_what_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_offsets_are_code_points() -> None:
    assert Span(2, 4).of("a😀µg") == "µg"


def test_touching_is_not_overlapping() -> None:
    assert not Span(0, 2).overlaps(Span(2, 4))
    assert Span(0, 3).overlaps(Span(2, 4))
    assert not Span(2, 2).overlaps(Span(2, 4))


def test_cover_contains_both() -> None:
    a, b = Span(5, 7), Span(1, 2)
    assert a.cover(b) == Span(1, 7)
    assert a.cover(b).contains(a)
    assert a.cover(b).contains(b)


def test_an_empty_span_is_still_a_place() -> None:
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0
