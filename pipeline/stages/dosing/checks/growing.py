"""How heavy a child is, as far as the text says it, and what that allows.

A label gives children so many milligrams per kilogram. Pages give an age, or a weight beside it; a
table of median weights by age turns the one into the other, so that "250 mg for a one-year-old"
can be held against something.
"""

from __future__ import annotations

import re

from pipeline.model.dose import DoseMention, Population
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.readers import ages

_KILOS = re.compile(
    r"(?<![0-9.,/-])([0-9]{1,2}(?:[.,][0-9])?) ?(?:kg|kgs|kilos?|kilograms?)\b(?! ?(?:of|/))", re.I
)
_PER = re.compile(r"(?:/|per|a|each|every|over|under|above|below|than) ?$", re.I)
_MEDIAN = (
    (0.25, 6.0), (0.5, 8.0), (1, 10.0), (2, 12.5), (3, 14.5), (4, 16.5), (5, 18.5), (6, 21.0),
    (7, 23.5), (8, 26.0), (9, 29.5), (10, 34.0), (11, 37.0), (12, 41.0),
)  # fmt: skip
"""Years and kilograms: median weights, WHO growth standards and reference, rounded up."""

OLDEST = 12.0
"""Years; from here on the adult's label holds."""


def weight_of(passage: Passage, sentence: Sentence, dose: DoseMention) -> float | None:
    """Kilograms of the child that `dose` is for, stated or by age; None where neither is said."""
    if dose.population not in (Population.CHILD, Population.INFANT):
        return None
    around = [sentence]
    before = passage.before(sentence)
    if before is not None and before.block == sentence.block and not before.doses:
        around.append(before)
    for other in around:
        stated = _stated(other.words)
        if stated is not None:
            return stated
    for other in around:
        years = [age for age in ages(passage, other) if age < OLDEST]
        if years:
            return _median(max(years))
    return None


def _stated(words: str) -> float | None:
    found = [
        float(m.group(1).replace(",", "."))
        for m in _KILOS.finditer(words)
        if not _PER.search(words[max(0, m.start() - 6) : m.start()])
    ]
    return found[0] if len(found) == 1 and 2 <= found[0] <= 60 else None


def _median(years: float) -> float:
    """The weight at the next age of the table: whoever is between two is nearly as heavy."""
    return next((kilos for age, kilos in _MEDIAN if age >= years), _MEDIAN[-1][1])
