"""Rhythms that are not the medicine's own."""

from __future__ import annotations

import pytest

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.elsewhere import of_something_else
from pipeline.stages.dosing.reading.grammar import Drug, read


def strange(text: str) -> bool:
    """Whether the last frequency of `text`, which doses Senna, is of something else."""
    reading = read(text, [Drug(Span(0, 5), "Senna", "senna")])
    return of_something_else(reading, reading.frequencies[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Senna 10 mg once a day, and a cool towel compress every 8 hours",
        "Senna 10 mg twice a day; measure the temperature every 3 hours",
        "Senna 10 mg at night, change the pad every two hours",
        "Senna 10 mg at night; drink a little water every hour",
        "Senna 10 mg each evening instead of Sundays",
        "Senna 10 mg in the morning rather than every other day",
    ],
)
def test_something_else(text: str) -> None:
    assert strange(text)


@pytest.mark.parametrize(
    "text",
    [
        "Senna, half a teaspoon in half a glass of water every 2 hours",
        "Senna 10 mg, with plenty of water, three times a day",
        "Senna compress every 8 hours",
        "Senna, a plaster on the arm; replace it with a fresh one every 24 hours",
        "Senna behind the ear, then change it every morning",
        "Senna 10 mg; the temperature drops and you take it twice a day",
        "Senna 10 mg and then 5 mg with tea every 4 hours",
    ],
)
def test_near_misses(text: str) -> None:
    assert not strange(text)
