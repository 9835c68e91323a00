"""The same ingredient from two products: each is within its limit, and both together are not.

A sachet for the cold and two paracetamol tablets are the commonest overdose nobody meant. Doses are
added where the text takes them together ("and", "plus", "also"), never where it offers a choice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.model.dose import DoseMention
from pipeline.stages.dosing.checks.counted import many_a_day, many_at_once
from pipeline.stages.dosing.checks.misread import misread
from pipeline.stages.dosing.checks.over_limit import (
    TOLERANCE,
    compared,
    daily_doses,
    doses,
    row_for,
    single_doses,
)
from pipeline.stages.dosing.checks.parts import summed_doses
from pipeline.stages.dosing.checks.portions import portions
from pipeline.stages.dosing.facts.limits import Limit
from pipeline.stages.dosing.facts.masses import daily_total, milligrams
from pipeline.stages.dosing.scope.claims import Candidate, trimmed
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

Range = tuple[float, float]

_ADDED = re.compile(
    r"[+&]|\b(?:and|plus|with|also|together|too|as well|besides|in addition|alongside|on top"
    r"|add(?:ing)?|at the same time|simultaneously)\b",
    re.IGNORECASE,
)
_ON_TOP = re.compile(
    r"\b(?:(?:in[- ])?between (?:each|every|the|those|these|them|doses|both)|at the same time"
    r"|on top of (?:it|that|this|the)|in addition|in parallel|simultaneously|additionally)\b",
    re.IGNORECASE,
)
"""Words that add one dose to another whatever the rest of the sentence weighs."""
_INSTEAD = re.compile(
    r"\b(?:or|instead|not|never|without|no|skip|leave out|do n[o']t|don['’]?t)\b", re.IGNORECASE
)
_BEHIND = 40
_NEAR = 3
"""So many sentences further a line of the same plan may stand."""
_CHOICE = re.compile(
    r"\b(?:or|instead|otherwise|alternat\w*|if|when|unless|then|next|after|later|day [0-9]|not"
    r"|never|without|children|child|kids?|adults?)\b",
    re.IGNORECASE,
)


def singles(passage: Passage) -> Iterator[Candidate]:
    """Every single dose that is more than the label allows, from one product or from two."""
    yield from single_doses(passage)
    yield from many_at_once(passage)
    yield from _shared(passage, _at_once, Limit.single_for, "at once")


def days(passage: Passage) -> Iterator[Candidate]:
    """Every total of a day that is more than the label allows, said at once or in parts."""
    yield from daily_doses(passage)
    yield from many_a_day(passage)
    yield from summed_doses(passage)
    yield from _shared(passage, daily_total, Limit.daily_for, "a day")


def _shared(
    passage: Passage,
    amount_of: Callable[[DoseMention], Range | None],
    limit_of: Callable[..., float | None],
    what: str,
) -> Iterator[Candidate]:
    """Neighbouring doses of two products, for each ingredient that they share."""
    for (home, one), (other_home, other) in pairwise(doses(passage)):
        if not _taken_together(passage, home, one, other_home, other):
            continue
        mine = {part.ingredient: part for part in _parts(passage, home, one)}
        for theirs in _parts(passage, other_home, other):
            part = mine.get(theirs.ingredient)
            row = row_for(passage, theirs)
            if part is None or row is None or misread(part, row) or misread(theirs, row):
                continue
            doctor = supervision(passage, other_home, other.span)
            limit = limit_of(row, prescribed=doctor is not None)
            first, second = amount_of(part), amount_of(theirs)
            if limit is None or first is None or second is None:
                continue
            if max(first[1], second[1]) > limit * TOLERANCE:
                continue
            words = f"{_shown(part, first, what)} + {_shown(theirs, second, what)}"
            both = replace(theirs, computation=words)
            span = trimmed(passage, one.span.cover(other.span))
            total = (first[0] + second[0], first[1] + second[1])
            yield compared(passage, other_home, both, row, span, total, limit, what)


def _parts(passage: Passage, home: Sentence, dose: DoseMention) -> list[DoseMention]:
    """The parts of a product, or the dose itself."""
    return list(portions(passage, home, dose)) or [dose]


def _taken_together(
    passage: Passage, home: Sentence, one: DoseMention, other_home: Sentence, other: DoseMention
) -> bool:
    """True for doses of two products that the text adds to each other, for the same person."""
    between = passage.text[one.span.end : other.span.start]
    if other_home is not home:
        between = passage.text[other_home.span.start : other_home.span.end]
    behind = passage.text[other.span.end : other_home.span.end][:_BEHIND]
    outright = _ON_TOP.search(f"{between} {behind}") is not None
    same = _product(one) == _product(other) and not outright
    if same or one.population != other.population or one.per_kg or other.per_kg:
        return False
    if other_home.block - home.block > 1 + outright or other_home.index - home.index > _NEAR:
        return False
    if outright:
        return _INSTEAD.search(between) is None
    whole = passage.text[home.span.start : other_home.span.end]
    return _ADDED.search(between) is not None and _CHOICE.search(whole) is None


def _product(dose: DoseMention) -> tuple[str, str | None]:
    """What tells one product from another: its name, and the form it is taken in."""
    return (dose.drug or "").lower(), dose.form


def _at_once(dose: DoseMention) -> Range | None:
    """Its milligrams; None for a dose with a rhythm of its own, which may be taken apart."""
    return milligrams(dose.amount, dose.ingredient) if dose.per_day is None else None


def _shown(dose: DoseMention, amount: Range, what: str) -> str:
    words = f"{dose.drug}: {dose.computation}"
    return words if what == "a day" else f"{dose.drug}: {amount[1]:,.4g} mg"
