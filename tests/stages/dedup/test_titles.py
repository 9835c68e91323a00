"""What a title is about, and when two titles can head one article."""

import pytest

from pipeline.stages.dedup.titles import ask_alike, subject_of, subjects_differ


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
        (("gout",), ("gout", "toe"), {"gout": 4, "toe": 3}, {"gout": 4, "toe": 3}, False),
        (("gout",), ("gout", "toe"), {"gout": 4, "toe": 3}, {"gout": 9, "toe": 8}, True),
        (("gout",), ("gout", "toe"), {"gout": 4}, {"gout": 4}, True),
        (("gout",), ("familial", "gout"), {"familial": 3}, {"familial": 3}, True),
        (("gout",), ("2", "gout"), {"2": 3}, {"2": 3}, True),
        (("gout",), ("asthma",), {"gout": 4, "asthma": 4}, {"gout": 4, "asthma": 4}, False),
        (("gout",), ("asthma",), {"gout": 4, "asthma": 4}, {"gout": 4, "asthma": 5}, True),
        (("gout",), ("asthma",), {"gout": 4}, {"asthma": 4}, True),
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


def test_counts_of_items_are_no_subject() -> None:
    assert subject_of("7 habits for sound sleep") == subject_of("Sound sleep: ten tips")


def test_questions_are_told_apart() -> None:
    assert ask_alike("What causes gout?", "Gout")
    assert ask_alike("What causes gout?", "what causes gout")
    assert not ask_alike("What causes gout?", "Who is at risk for gout?")
