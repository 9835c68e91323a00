"""Arithmetic against the table of limits: single dose and daily dose.

The taxonomy's severities follow the drug's margin: with a narrow one (class A) half as much again
is critical, with a wide one (class C) three times the limit is major. Where only the top of a
range is over, it is one level less; where a child below twelve takes it, one more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.dose import DoseMention, Population
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.growing import weight_of
from pipeline.stages.dosing.checks.misread import misread
from pipeline.stages.dosing.checks.portions import portions
from pipeline.stages.dosing.facts.limits import Limit
from pipeline.stages.dosing.facts.masses import daily_total, milligrams, written
from pipeline.stages.dosing.scope.claims import Candidate, scoped, shifted
from pipeline.stages.dosing.scope.excerpt import daily_part, single_part
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

TOLERANCE = 1.01
"""Strengths are rounded (220 mg, 8.6 mg); one per cent over is not over."""


_FORMS = {
    "patch": "patch",
    "transdermal": "patch",
    "piece": "gum",
    "lozenge": "lozenge",
    "intramuscular": "injection",
    "intravenous": "injection",
    "subcutaneous": "injection",
}
"""Words of the table for forms and routes that the grammar names otherwise."""


CHILDREN = (Population.CHILD, Population.INFANT)


_ROWS = {
    Population.CHILD: ("child",),
    Population.INFANT: ("infant", "child"),
    Population.ELDERLY: ("elderly",),
    Population.RENAL: ("renal", "elderly"),
}
"""The rows of the table that come before the adult's."""


_WHO = {Population.CHILD: " for children", Population.INFANT: " for infants"}


_SLOW_HOURS = 12
"""What lasts for so long is the modified-release product, where the table has a row for one."""


def row_for(passage: Passage, dose: DoseMention) -> Limit | None:
    """The limit that `dose` is held against; a child's where there is one."""
    limits = passage.knowledge.limits
    slow = "modified" if (dose.interval_hours or 0) >= _SLOW_HOURS else None
    forms = (slow, _FORMS.get(dose.form or ""), _FORMS.get(dose.route or "", dose.route))
    wanted = _ROWS.get(dose.population or Population.ADULT, ())
    for population in (*wanted, "adult"):
        row = limits.find(dose.ingredient, population, *forms)
        if row is not None:
            return row
    return None


def severity_for(drug_class: str, ratio: float, *, top_only: bool, child: bool) -> Severity:
    """Section 1 of the taxonomy; `ratio` is dose over limit, above 1."""
    if drug_class == "A":
        severity = Severity.CRITICAL if ratio >= 1.5 else Severity.MAJOR
    elif drug_class == "C":
        severity = Severity.MAJOR if ratio >= 3 else Severity.MINOR
    else:
        severity = Severity.CRITICAL if ratio >= 3 else Severity.MAJOR
    return shifted(severity, child - top_only)


def doses(passage: Passage) -> Iterator[tuple[Sentence, DoseMention]]:
    """Every dose with its sentence."""
    for sentence in passage.sentences:
        for dose in sentence.doses:
            yield sentence, dose


def parted(passage: Passage) -> Iterator[tuple[Sentence, DoseMention]]:
    """Every dose with its sentence, those of a product of several drugs also as its parts."""
    for sentence, dose in doses(passage):
        yield sentence, dose
        for part in portions(passage, sentence, dose):
            yield sentence, part


def single_doses(passage: Passage) -> Iterator[Candidate]:
    """Doses whose one amount is more than the label allows at once."""
    for sentence, dose in parted(passage):
        amount = milligrams(dose.amount, dose.ingredient)
        row = row_for(passage, dose)
        if amount is None or row is None or misread(dose, row) or is_of_the_day(passage, dose):
            continue
        prescribed = supervision(passage, sentence, dose.span) is not None
        limit = row.single_for(prescribed=prescribed)
        what = "a single dose"
        if dose.per_kg:
            limit, what = row.single_per_kg, "a single dose, per kg"
        else:
            limit = _by_weight(passage, sentence, dose, limit, row.single_per_kg)
        if limit is None or (row.schedule and not dose.per_kg and prescribed):
            continue
        part = single_part(passage, dose)
        yield compared(passage, sentence, dose, row, part, amount, limit, what)


def _by_weight(
    passage: Passage,
    sentence: Sentence,
    dose: DoseMention,
    limit: float | None,
    per_kg: float | None,
) -> float | None:
    """`limit`, or what the child's weight allows where that is less; an infant's fixed limit is
    that of the youngest, so there the weight alone decides."""
    weight = weight_of(passage, sentence, dose) if per_kg is not None else None
    if weight is None or per_kg is None:
        return limit
    if limit is None or dose.population is Population.INFANT:
        return per_kg * weight
    return min(limit, per_kg * weight)


_A_DAY = re.compile(r"\b(?:a|per|each|every) day\b|\bdaily\b|/ ?day\b", re.IGNORECASE)


_AT_ONCE = re.compile(r"\bonce\b|\bsingle\b|\btimes\b|\bevery [0-9a-z]+ hours", re.IGNORECASE)


def is_of_the_day(passage: Passage, dose: DoseMention) -> bool:
    """True for "400 mg a day": an amount of the day, which says nothing of a single dose."""
    words = dose.span.of(passage.text)
    once = dose.per_day is not None and dose.per_day[1] <= 1
    return once and _A_DAY.search(words) is not None and _AT_ONCE.search(words) is None


def daily_doses(passage: Passage) -> Iterator[Candidate]:
    """Doses whose total a day is more than the label allows."""
    for sentence, dose in parted(passage):
        row = row_for(passage, dose)
        if row is None or misread(dose, row):
            continue
        prescribed = supervision(passage, sentence, dose.span) is not None
        total = daily_total(dose)
        limit = row.daily_for(prescribed=prescribed)
        what = "a day"
        if dose.per_kg:
            limit, what = row.daily_per_kg, "a day, per kg"
        else:
            limit = _by_weight(passage, sentence, dose, limit, row.daily_per_kg)
        if total is None or limit is None:
            continue
        part = daily_part(passage, dose)
        yield compared(passage, sentence, dose, row, part, total, limit, what)


def compared(
    passage: Passage,
    sentence: Sentence,
    dose: DoseMention,
    row: Limit,
    part: Span,
    amount: tuple[float, float],
    limit: float,
    what: str,
) -> Candidate:
    """A candidate that lays the comparison open."""
    low, high = amount
    ratio = high / limit
    shown = f"{written(high)} {what}; the limit is {written(limit)}"
    name = row.ingredient
    who = _WHO.get(dose.population or Population.ADULT, "")
    severity = severity_for(
        row.drug_class,
        ratio,
        top_only=low <= limit * TOLERANCE,
        child=dose.population in CHILDREN,
    )
    candidate = Candidate(
        evidence=part,
        severity=severity,
        explanation=f"{name}{who}: {shown}",
        computation=f"{dose.computation or written(high)}; {written(high)} ÷ {written(limit)}"
        f" = {ratio:.2g}",
        citations=row.citations,
        reference=row.key,
    )
    if ratio <= TOLERANCE:
        return candidate.but(f"within the limit of {written(limit)} {what}")
    return scoped(passage, sentence, candidate)
