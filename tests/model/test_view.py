import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.span import Span
from pipeline.model.view import Edit, View


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text with disjoint edits: deletions (some of them barriers), insertions, replacements."""
    text = draw(st.text(max_size=60))
    marks = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in zip(marks[::2], marks[1::2], strict=False):
        replacement = draw(st.text(max_size=5))
        barrier = draw(st.booleans()) and end > start
        edits.append(Edit(Span(start, end), "" if barrier else replacement, barrier))
    return text, edits


@given(edited())
def test_pieces_tile_source_and_view(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    view = View.of(text, edits)
    assert "".join(p.source.of(text) for p in view.pieces) == text
    assert "".join(p.out.of(view.text) for p in view.pieces) == view.text


@given(edited(), st.data())
def test_untouched_words_go_home_and_come_back(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = case
    view = View.of(text, edits)
    plain = [p for p in view.pieces if p.verbatim and len(p.out)]
    if not plain:
        return
    piece = data.draw(st.sampled_from(plain))
    start = data.draw(st.integers(piece.out.start, piece.out.end - 1))
    end = data.draw(st.integers(start + 1, piece.out.end))
    home = view.home(Span(start, end))
    assert home is not None
    assert home.of(text) == view.text[start:end]
    assert view.away(home) == Span(start, end)


@given(edited(), st.data())
def test_every_span_has_a_home_within_the_text_or_crosses_a_barrier(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = case
    view = View.of(text, edits)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    home = view.home(Span(start, end))
    if home is None:
        assert any(e.barrier for e in edits)
    else:
        assert home.end <= len(text)


def test_nothing_reads_across_a_barrier() -> None:
    view = View.of("Take aspirin. MENU with warfarin.", [Edit(Span(13, 18), "", barrier=True)])
    assert view.text == "Take aspirin. with warfarin."[:13] + " with warfarin."
    assert view.home(Span(5, 20)) is None
    assert view.home(Span(5, 12)) == Span(5, 12)


def test_an_offset_inside_a_replacement_means_all_of_it() -> None:
    view = View.of("take ½ tablet", [Edit(Span(5, 6), "0.5")])
    assert view.text == "take 0.5 tablet"
    assert view.home(Span(6, 8)) == Span(5, 6)


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        View.of("abcdef", [Edit(Span(0, 3)), Edit(Span(2, 4))])
    with pytest.raises(ValueError, match="behind the text"):
        View.of("abc", [Edit(Span(2, 9))])
