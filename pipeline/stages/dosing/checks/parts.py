"""Doses of one drug at several times of one day, which only together are too much.

"400 mg with breakfast and 600 mg at bedtime": each is within its limit and the day is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.dose import DoseMention
from pipeline.stages.dosing.checks.misread import misread
from pipeline.stages.dosing.checks.over_limit import TOLERANCE, compared, row_for
from pipeline.stages.dosing.facts.masses import milligrams
from pipeline.stages.dosing.scope.claims import Candidate, trimmed
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision


def summed_doses(passage: Passage) -> Iterator[Candidate]:
    """Doses of one drug at several times of one day, which only together are too much.

    "Two in the morning and two at bedtime": each part names another time, so they add up.
    """
    for sentence in passage.sentences:
        for first, parts in _by_ingredient(sentence).items():
            found = _sum_of(passage, sentence, parts) if len(parts) > 1 and first else None
            if found is not None:
                yield found


def _by_ingredient(sentence: Sentence) -> dict[str | None, list[DoseMention]]:
    table: dict[str | None, list[DoseMention]] = {}
    for dose in sentence.doses:
        table.setdefault(dose.ingredient, []).append(dose)
    return table


_PARTS = re.compile(
    r"\b(?:morning|breakfast|noon|midday|lunch(?:time)?|afternoon|evening|dinner|supper|tea-?time"
    r"|night|bed(?:time)?|waking|sleep)\b|\b(?:another|again|more|extra|on top|then)\b",
    re.IGNORECASE,
)


_OR = re.compile(r"\bor\b|\binstead\b|\bif\b|\bfrom the\b|\bday [0-9]|\bweeks?\b", re.IGNORECASE)


def _sum_of(passage: Passage, sentence: Sentence, parts: list[DoseMention]) -> Candidate | None:
    """The candidate for `parts` taken on one day; None where they are no parts of one."""
    row = row_for(passage, parts[0])
    if row is None or any(p.per_kg or p.cap is not None or misread(p, row) for p in parts):
        return None
    limit = row.daily_for(prescribed=supervision(passage, sentence, parts[0].span) is not None)
    between = passage.text[parts[0].span.start : parts[-1].span.end]
    times = [{m.group().lower() for m in _PARTS.finditer(_own(passage, parts, i))}
             for i in range(len(parts))]  # fmt: skip
    if (
        limit is None
        or _OR.search(between)
        or not all(times[1:])
        or len({*map(frozenset, times)}) < 2
    ):
        return None
    totals = [_part_total(p) for p in parts]
    if any(total is None or total > limit * TOLERANCE for total in totals):
        return None
    high = sum(total for total in totals if total is not None)
    span = parts[0].span
    for part in parts[1:]:
        span = span.cover(part.span)
    return compared(
        passage, sentence, parts[0], row, trimmed(passage, span), (high, high), limit, "a day"
    )


def _own(passage: Passage, parts: list[DoseMention], index: int) -> str:
    """The words of part `index` that no part before it covers, and a little behind them."""
    start = parts[index - 1].span.end if index else parts[index].span.start
    end = parts[index + 1].span.start if index + 1 < len(parts) else parts[index].span.end + 20
    end = max(end, parts[index].span.end)
    return passage.text[start:end]


def _part_total(dose: DoseMention) -> float | None:
    amount = milligrams(dose.amount, dose.ingredient)
    if amount is None:
        return None
    return amount[1] * max(dose.per_day[1] if dose.per_day else 1.0, 1.0)
