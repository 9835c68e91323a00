"""How often and how long: intervals and durations against the label.

Methotrexate daily instead of weekly kills; ibuprofen for a month hides what hurts. An interval
may be a number ("every two hours") or words ("the next one straight away").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.dose import DoseMention, Population
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.over_limit import CHILDREN, doses, row_for
from pipeline.stages.dosing.facts.limits import Limit
from pipeline.stages.dosing.scope.claims import Candidate, scoped, shifted
from pipeline.stages.dosing.scope.excerpt import days_part, often_part
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

_APART = re.compile(r"\bapart\b|\bbetween\b", re.IGNORECASE)


def intervals(passage: Passage) -> Iterator[Candidate]:
    """Doses taken again sooner, or more often, than the label allows."""
    for sentence, dose in doses(passage):
        row = row_for(passage, dose)
        if row is None:
            continue
        yield from _too_often(passage, sentence, dose, row)
    yield from _redosed(passage)


def _redosed(passage: Passage) -> Iterator[Candidate]:
    """ "Take the next one straight away": the interval is in words."""
    for sentence in passage.sentences:
        cues = sentence.of("redose")
        if not cues or any(d.interval_hours or d.per_day for d in sentence.doses):
            continue
        before = passage.before(sentence)
        named = list(sentence.of("drug"))
        if not named and before is not None and before.block == sentence.block:
            named = list(before.of("drug"))
        row = passage.limit(named[-1].name) if named else None
        if not any(_of_the_dose(passage, sentence, cue.span) for cue in cues):
            continue
        if row is None or row.interval is None or row.interval < 2:
            continue
        evidence = cues[0].span
        for dose in sentence.doses:
            evidence = evidence.cover(dose.span) if sentence.span.contains(dose.span) else evidence
        why = f"{row.ingredient}: taken again at once; the label wants {row.interval:g} h between"
        " doses"
        candidate = Candidate(evidence, Severity.MAJOR, why, why, row.citations, reference=row.key)
        yield scoped(passage, sentence, candidate)


_MORE = re.compile(r"\b(?:again|another|more|next|repeat\w*|second|one|two|every|hourly)\b", re.I)


def _of_the_dose(passage: Passage, sentence: Sentence, cue: Span) -> bool:
    """False for "coffee an hour later": something else is taken then."""
    words = passage.text[sentence.span.start : cue.end]
    return _MORE.search(words[max(words.rfind(mark) for mark in ",;:") + 1 :]) is not None


def _too_often(
    passage: Passage, sentence: Sentence, dose: DoseMention, row: Limit
) -> Iterator[Candidate]:
    child = dose.population in CHILDREN
    often = dose.per_day[1] if dose.per_day else None
    hours = dose.interval_hours
    most = max(0.2, 24 / row.interval) if row.interval else 0.2  # half the week's dose, twice
    if row.schedule in ("weekly", "monthly") and often is not None and often > most:
        severity = Severity.CRITICAL if row.ingredient == "methotrexate" else Severity.MAJOR
        yield _often(passage, sentence, dose, row, severity, f"is taken {row.schedule}, not daily")
    elif row.form == "patch" and row.interval and often and often > 36 / row.interval:
        why = f"a patch stays on for {row.interval:g} hours"
        severity = Severity.CRITICAL if row.drug_class == "A" else Severity.MAJOR
        yield _often(passage, sentence, dose, row, severity, why)
    elif row.schedule == "once" and often is not None and often > 0.2 and not _once(passage, dose):
        found = _often(passage, sentence, dose, row, Severity.MAJOR, "is a single dose")
        doctor = supervision(passage, sentence, dose.span)
        yield found.but(f"a doctor decides (“{doctor}”)") if doctor else found
    elif row.interval is not None and hours is not None:
        severity = shifted(
            Severity.MAJOR if hours <= row.interval / 2 else Severity.MINOR, int(child)
        )
        shown = f"every {hours:g} h; the label wants at least {row.interval:g} h between doses"
        found = _often(passage, sentence, dose, row, severity, shown)
        yield (
            found
            if hours < row.interval - 0.01
            else found.but(f"not sooner than the {row.interval:g} h of the label")
        )
    elif row.times is not None and often is not None:
        severity = Severity.MAJOR if often >= 2 * row.times else Severity.MINOR
        shown = f"{often:g} times a day; the label allows {row.times:g}"
        found = _often(passage, sentence, dose, row, severity, shown)
        yield found if often > row.times else found.but(f"within {row.times:g} times a day")


def _once(passage: Passage, dose: DoseMention) -> bool:
    """True for one dose on one day."""
    if dose.duration_days is not None and dose.duration_days[1] <= 1:
        return True
    words = dose.span.of(passage.text).lower()
    often = dose.per_day[1] if dose.per_day else 1.0
    return (
        often <= 1
        and re.search(r"\bdaily|\b(?:a|every|per|each) (?:day|morning|evening)", words) is None
    )


def _often(
    passage: Passage,
    sentence: Sentence,
    dose: DoseMention,
    row: Limit,
    severity: Severity,
    why: str,
) -> Candidate:
    candidate = Candidate(
        often_part(passage, dose),
        severity,
        f"{row.ingredient}: {why}",
        why,
        row.citations,
        reference=row.key,
    )
    if _APART.search(dose.span.of(passage.text)):
        candidate = candidate.but("the interval between two drugs")
    return scoped(passage, sentence, candidate)


_AGES = 2 * 365
"""Days; nobody is told to treat himself for years, so "10 to 11 years" is an age."""


def durations(passage: Passage) -> Iterator[Candidate]:
    """Self-care that goes on for longer than the label allows."""
    for sentence, dose in doses(passage):
        row = row_for(passage, dose)
        if row is None or row.days is None or dose.duration_days is None:
            continue
        days, limit = dose.duration_days[1], row.days
        if days >= _AGES:
            continue
        vulnerable = dose.population in (*CHILDREN, Population.PREGNANCY)
        severity = Severity.MAJOR if days > 2 * limit or vulnerable else Severity.MINOR
        candidate = Candidate(
            days_part(passage, dose),
            severity,
            f"{row.ingredient} for {days:g} days; without a doctor the limit is {limit:g}",
            f"{days:g} days ÷ {limit:g} days = {days / limit:.2g}",
            row.citations,
            reference=row.key,
        )
        if days <= limit:
            yield candidate.but(f"within {limit:g} days of self-care")
            continue
        doctor = supervision(passage, sentence, dose.span)
        if doctor:
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
        yield scoped(passage, sentence, candidate)
