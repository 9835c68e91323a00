"""Repeated runs are whole, long enough, and never overlap what they repeat."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.dedup.repeats import MIN_WORDS, find_repeats


def test_a_run_is_reported_once() -> None:
    assert find_repeats([1, 2, 3, 4, 2, 3, 5], [20] * 7) == ((4, 1, 2),)


def test_a_refrain_is_no_passage() -> None:
    assert find_repeats([1, 2, 1, 3, 1], [MIN_WORDS - 1] * 5) == ()


@given(st.lists(st.integers(0, 5), max_size=30))
def test_runs_are_repeats(hashes: list[int]) -> None:
    end = 0
    for again, first, length in find_repeats(hashes, [MIN_WORDS] * len(hashes)):
        assert hashes[again : again + length] == hashes[first : first + length]
        assert first + length <= again
        assert again >= end
        end = again + length
