"""Facts are told apart by counting: what both sides have is no difference."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.dedup.clash import Clash, facts_of, in_pairs, range_of, without
from pipeline.stages.dedup.facts import Fact

FACTS = st.lists(
    st.builds(
        Fact,
        st.sampled_from(["number", "drug"]),
        st.sampled_from("12"),
        st.integers(0, 9),
        st.integers(10, 19),
        unit=st.sampled_from(["", "mg"]),
    ),
    max_size=6,
)


@given(FACTS, FACTS)
def test_what_is_left_and_what_is_shared_add_up(ours: list[Fact], theirs: list[Fact]) -> None:
    rest, others = without(ours, theirs), without(theirs, ours)
    assert len(ours) - len(rest) == len(theirs) - len(others)
    said = {(f.value, f.unit) for f in rest}
    assert said.isdisjoint((f.value, f.unit) for f in others)
    assert without(ours, []) == ours
    assert without(ours, ours) == []


@given(FACTS, FACTS)
def test_pairs_hold_every_fact_once_in_order(ours: list[Fact], theirs: list[Fact]) -> None:
    pairs = in_pairs(ours, theirs)
    assert [a for a, _ in pairs if a] == ours
    assert [b for _, b in pairs if b] == theirs
    assert all(a or b for a, b in pairs)


def test_a_clash_is_lost_where_one_side_says_nothing() -> None:
    fact = Fact("number", "5", 2, 4, unit="mg")
    assert facts_of("drug", [fact]) == []
    assert Clash("dose", range_of(fact), range_of(None)).lost
    assert not Clash("dose", range_of(fact), (7, 9)).lost
