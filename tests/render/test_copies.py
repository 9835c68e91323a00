from __future__ import annotations

from dataclasses import replace

from pipeline.model.copies import CopyKind
from pipeline.render.copies import ALIGNED, align, dangerous_siblings, near_copies


def test_each_page_sees_the_difference_its_own_way(corpus) -> None:
    (pair,) = dangerous_siblings(corpus)
    copies = near_copies(corpus)
    (here,) = copies[pair.here.id]
    (there,) = copies[pair.other.id]
    assert (here.differences[0].ours, here.differences[0].theirs) == (
        there.differences[0].theirs,
        there.differences[0].ours,
    )
    assert pair.kept is None


def test_merged_copies_know_who_stays_and_why(corpus) -> None:
    cluster = max(corpus.copies.clusters, key=lambda c: len(c.removed))
    copies = near_copies(corpus)
    assert len(copies[cluster.kept]) == 2
    for copy in copies[cluster.kept]:
        assert copy.kind is CopyKind.EXACT
        assert copy.kept == cluster.kept
        assert copy.why == cluster.why


def test_links_to_pages_that_are_gone_are_left_out(corpus) -> None:
    fewer = replace(corpus, outcomes=corpus.outcomes[:1])
    assert near_copies(fewer) == {}
    assert dangerous_siblings(fewer) == ()


def test_readings_are_aligned_word_by_word() -> None:
    ours, theirs = align("take 10 mg once a day", "take 100 mg a day")
    assert [w.text for w in ours if w.marked] == ["10", "once"]
    assert [w.text for w in theirs if w.marked] == ["100"]
    assert "".join(w.text for w in ours).strip() == "take 10 mg once a day"
    assert align("", "not") == ((), align("x", "not")[1])


def test_long_readings_are_not_compared_word_by_word() -> None:
    long = "word " * (ALIGNED + 1)
    assert [w.marked for w in align(long, "word")[0]] == [True]
