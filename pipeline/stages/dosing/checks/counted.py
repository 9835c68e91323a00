"""Products of several drugs against the count on their label: "2 at once, no more than 8 a day".

Such a label is stricter than the limits of the parts add up to, because the parts act together; so
a count above it is flagged even where each part alone would pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.dose import DoseMention
from pipeline.stages.dosing.checks.over_limit import CHILDREN, doses, is_of_the_day, severity_for
from pipeline.stages.dosing.checks.portions import Taken, rhythm, taken
from pipeline.stages.dosing.facts.combinations import Combination
from pipeline.stages.dosing.reading.arithmetic import say
from pipeline.stages.dosing.scope.claims import Candidate, scoped
from pipeline.stages.dosing.scope.excerpt import daily_part, single_part
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision
from pipeline.text.numbers import grouped


def many_at_once(passage: Passage) -> Iterator[Candidate]:
    """Products of which more is taken at once than their label allows."""
    for sentence, dose, row, got in _products(passage):
        if row.at_once is None or is_of_the_day(passage, dose):
            continue
        found = _over(passage, sentence, dose, (got.low, got.high), row.at_once, "at once", row)
        if found is not None:
            yield found


def many_a_day(passage: Passage) -> Iterator[Candidate]:
    """Products of which more is taken a day than their label allows, after a stated cap."""
    for sentence, dose, row, got in _products(passage):
        if row.a_day is None or dose.per_day is None or dose.per_day[1] < 0.99:
            continue
        low, high = got.low * dose.per_day[0], got.high * dose.per_day[1]
        if dose.cap is not None:
            most = row.pieces(dose.cap.high, dose.cap.unit)
            if most is None:
                continue
            low, high = min(low, most), min(high, most)
        found = _over(passage, sentence, dose, (low, high), row.a_day, "a day", row)
        if found is not None:
            yield found


def _products(
    passage: Passage,
) -> Iterator[tuple[Sentence, DoseMention, Combination, Taken]]:
    """Doses of products that no prescriber has set, with their row and how many are taken."""
    for sentence, dose in doses(passage):
        for row in passage.knowledge.combinations.of(dose.ingredient, dose.drug or ""):
            got = taken(dose, row)
            if got is not None and supervision(passage, sentence, dose.span) is None:
                yield sentence, dose, row, got
                break


def _over(
    passage: Passage,
    sentence: Sentence,
    dose: DoseMention,
    count: tuple[float, float],
    limit: float,
    what: str,
    row: Combination,
) -> Candidate | None:
    low, high = count
    if high <= limit:
        return None
    words = say(dose.count or dose.amount)
    if what == "a day":
        words += f" × {rhythm(dose)}"
    part = daily_part if what == "a day" else single_part
    unit = row.per if row.per != "piece" else ""
    most = f"{grouped(limit)} × {unit}" if unit.endswith(" ml") else grouped(limit)
    candidate = Candidate(
        evidence=part(passage, dose),
        severity=severity_for(
            passage.drug_class(row.product),
            high / limit,
            top_only=low <= limit,
            child=dose.population in CHILDREN,
        ),
        explanation=f"{dose.drug}: {grouped(high)} {what}; its label allows {most}",
        computation=f"{words} = {grouped(high)} {what}; {grouped(high)} ÷ {grouped(limit)}"
        f" = {high / limit:.2g}",
        citations=row.citations,
        reference=row.key,
    )
    return scoped(passage, sentence, candidate)
