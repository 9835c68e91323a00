import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.span import Span
from pipeline.training.scores import ALL, score, table

A, B = (Span(0, 5), "Drug"), (Span(10, 20), "Disease")


def test_a_perfect_reader() -> None:
    tallies = score([((A, B), (A, B)), ((), ())])
    assert list(tallies) == ["Disease", "Drug", ALL]
    assert all(t.exact == t.overlap == 1.0 for t in tallies.values())


def test_a_touching_span_counts_for_overlap_alone() -> None:
    one = score([((A, B), ((Span(3, 8), "Drug"), B))])
    assert (one["Drug"].exact, one["Drug"].overlap) == (0.0, 1.0)
    assert one[ALL].exact == 0.5


def test_another_label_and_a_neighbour_count_for_nothing() -> None:
    one = score([((A,), ((Span(0, 5), "Disease"), (Span(5, 8), "Drug")))])[ALL]
    assert (one.exact, one.overlap) == (0.0, 0.0)


def test_precision_is_over_guesses_and_recall_over_marks() -> None:
    halves = ((Span(10, 14), "Disease"), (Span(15, 20), "Disease"))
    one = score([((A, B), halves)])[ALL]
    assert (one.guessed_touching, one.guessed, one.marked_touched, one.marked) == (2, 2, 1, 2)
    assert one.overlap == pytest.approx(2 / 3)


def test_nothing_to_find_and_nothing_found_is_zero_not_trouble() -> None:
    assert score([])[ALL].exact == score([])[ALL].overlap == 0.0


spans = st.builds(
    lambda start, length, label: (Span(start, start + length), label),
    st.integers(0, 30), st.integers(1, 6), st.sampled_from("AB"),
)  # fmt: skip


@given(st.lists(spans, unique=True, max_size=6), st.lists(spans, unique=True, max_size=6))
def test_an_exact_match_is_an_overlap(
    marked: list[tuple[Span, str]], guessed: list[tuple[Span, str]]
) -> None:
    for tally in score([(marked, guessed)]).values():
        assert tally.same <= min(tally.marked_touched, tally.guessed_touching)
        assert 0.0 <= tally.exact <= tally.overlap + 1e-6 <= 1.0 + 1e-6


def test_the_table_is_for_people() -> None:
    rows = table(score([((A, B), (A,))])).splitlines()
    assert rows[0].split() == ["spans", "exact", "F1", "overlap", "F1"]
    assert rows[1].split() == ["Disease", "1", "0.0", "0.0"]
    assert rows[-1].split() == ["all", "2", "66.7", "66.7"]
