"""Ages as pages say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.dosing.reading.ages import BANDS, age_bands, own_ages, said_ages


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("a 5-month-old boy", 5 / 12),
        ("kids of 5–6 with a cold", 5.0),
        ("children under 8 with a cough", 7.99),
        ("syrup for under 2s", 1.99),
        ("a year and a half old", 1.5),
        ("my son is nine and takes it", 9.0),
        ("6–9 years | 250 mg", 6.0),
        ("children from two years", 3.8),
        ("until the first birthday", 0.5),
        ("a 4 month baby", 4 / 12),
        ("CHILDREN UNDER THREE YEARS", 2.99),
    ],
)
def test_the_youngest_is_said(words: str, years: float) -> None:
    assert min(age.years for age in said_ages(words)) == pytest.approx(years)


@pytest.mark.parametrize(
    "words",
    [
        "he is 70 kg",
        "take it for up to 6 months",
        "give children 5 ml",
        "children 3 times a day",
        "before 6 am",
        "for 2 years",
        "under 5 kg",
    ],
)
def test_other_numbers_are_no_ages(words: str) -> None:
    assert said_ages(words) == ()


def test_a_writer_says_his_own_age() -> None:
    assert list(own_ages("I'm 38 and smoke; i am 70 kg")) == [38.0]


@given(st.floats(0, 30))
def test_bands_are_those_above_the_age(years: float) -> None:
    bands = age_bands(years)
    assert {f"under_{limit}" for limit in BANDS if years < limit} <= set(bands)
    assert ("infant" in bands) == (years < 1)


@given(st.text(max_size=60))
def test_spans_lie_within_the_words(words: str) -> None:
    for age in said_ages(words):
        assert 0 <= age.span.start < age.span.end <= len(words)
        assert age.years >= 0
