from hypothesis import given
from hypothesis import strategies as st

from pipeline.io.terms.filter import END, make_filter, may_begin

WORDS = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=6)
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=20)


@given(PHRASES)
def test_no_is_never_said_of_a_beginning_or_of_a_whole_phrase(phrases: list[str]) -> None:
    bits = make_filter(phrases, len(phrases))
    for phrase in phrases:
        words = phrase.split(" ")
        assert all(may_begin(bits, " ".join(words[:n])) for n in range(1, len(words) + 1))
        assert may_begin(bits, phrase + END)


def test_no_is_said_of_almost_everything_else() -> None:
    bits = make_filter((f"name{n} of it" for n in range(2_000)), 2_000)
    wrong = sum(may_begin(bits, f"other{n}") for n in range(10_000))
    assert wrong < 1_000
    assert sum(may_begin(bits, f"name{n}{END}") for n in range(2_000)) < 200


def test_the_field_has_a_least_and_a_most_size() -> None:
    assert len(make_filter((), 0)) == 8_192
    assert len(make_filter((), 10**12)) == 1 << 25
