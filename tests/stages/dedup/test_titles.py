"""What a title is about, and when two titles can head one article."""

import pytest

from pipeline.stages.dedup.titles import subject_of, subjects_differ


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is Norrel disease?", "Read more: Norrel disease"),
        ("WHO IS AT RISK FOR GALLSTONES? ?", "Gallstones: what you should know"),
        ("Kidney stone symptoms", "All about kidney stones"),
    ],
)
def test_frames_do_not_count(one: str, other: str) -> None:
    assert subject_of(one) == subject_of(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tamber syndrome type 1", "Tamber syndrome type 2"), ("Vitamin B", "Vitamin C"),
     ("Hepatitis A in adults", "Hepatitis B in adults")],
)  # fmt: skip
def test_small_words_count(one: str, other: str) -> None:
    assert subject_of(one) != subject_of(other)


def test_no_title_no_subject() -> None:
    assert subject_of(None) == subject_of("What is it?") == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "here", "there", "differ"),
    [
        ((), ("gout",), {}, {"gout": 4}, False),
        (("gout",), ("gout",), {}, {}, False),
        (("gout",), ("podagra",), {"gout": 4, "podagra": 1}, {"gout": 4, "podagra": 1}, False),
        (("gout",), ("asthma",), {"gout": 4}, {"asthma": 4}, True),
        (("gout",), ("asthma",), {"gout": 4, "asthma": 1}, {"gout": 4, "asthma": 5}, True),
        (("gout",), ("asthma",), {}, {}, True),
    ],
)
def test_titles_must_fit_both_bodies(
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    here: dict[str, int],
    there: dict[str, int],
    differ: bool,
) -> None:
    assert subjects_differ(ours, theirs, here, there) is differ
    assert subjects_differ(theirs, ours, there, here) is differ
