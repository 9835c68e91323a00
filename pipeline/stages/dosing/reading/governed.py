"""Whom a dose is for and how long it is taken, where words around the dose say so once for all.

A plan is headed "for adults", a table follows "the numbers below are for women of 18 to 50, for up
to 3 days", a parent writes "my son is 13" and only then what he gave. The nearest words govern: the
sentence itself, the one before, the lead-in, the paragraph above a table or a list, the heading.
"""

from __future__ import annotations

import re

from pipeline.model.dose import Population
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.duration import Duration, find_durations
from pipeline.stages.dosing.reading.grammar import Reading
from pipeline.stages.dosing.reading.normal import normalise
from pipeline.stages.dosing.reading.people import Person, find_people
from pipeline.stages.dosing.reading.segments import Segment
from pipeline.text.casing import lowered
from pipeline.text.sentences import split_sentences

_LEADS = 12
_SHORT = 60
_TOPIC = 140
_CARRIED = frozenset(Population) - {Population.PREGNANCY, Population.LACTATION}
"""Whom a short sentence before a dose ("Patients over 65.") makes the dose's own."""
_SOMEBODY = re.compile(
    r"\?|\b(?:yo|y/o)\b|\b(?:he|she|son|daughter|baby|kid|child|one|girl|boy)(?: is|'s| was) "
    r"|\b(?:the|our|my|a) (?:baby|kid|child|toddler|boy|girl|son|daughter|granny|grandma) "
    r"|^[0-9]{1,2} (?:weeks|wks)|\b[0-9]{1,2} (?:weeks|wks) (?:pregnant|gone)|-olds?\b"
)
"""A sentence about somebody, whom the next one goes on to treat."""
_NOBODY = re.compile(
    r"\b(?:if|unless|avoid|consult|ask|talk to|tell|not|never|forbidden|contraindicated|except)\b"
)
_PLAN = re.compile(
    r"\b(?:scheme|plan|below|table|columns?|numbers|list|course|regimen|schedule|everything)\b"
)


def population_of(
    text: str,
    reading: Reading,
    at: Span,
    later: Span | None,
    segment: Segment,
    before: Span | None,
) -> Population | None:
    """The person named last before the dose at `at`, else behind it, else in the words around.

    `later` is the next dose of the sentence, `before` the sentence before it in its block.
    """
    own = _in_sentence(reading, at, later)
    if own is not None:
        return own
    if before is not None and (person := _spoken_of(_read(before.of(text)))):
        return person
    for above in (segment.lead, segment.heading):
        if above is not None and (found := find_people(_read(above.of(text)))):
            return found[-1].population
    found = find_people(_read(segment.intro.of(text))) if segment.intro is not None else ()
    return found[0].population if found and _of_plan(text, segment) else None


def _read(words: str) -> str:
    return lowered(normalise(words).text)


_FOR = re.compile(r"[ (](?:for|in)(?: an?| the| your)? $")
"""Before those whom a dose is for."""
_FOR_LENGTH = 12


def _in_sentence(reading: Reading, at: Span, later: Span | None) -> Population | None:
    people, words = reading.people, reading.text
    for person in people:
        start = person.span.start
        behind = at.end <= start and (later is None or start < later.start)
        if behind and _FOR.search(words, max(at.end, start - _FOR_LENGTH), start):
            return person.population  # "400 mg for adults, 200 mg for children"
    before = [person for person in people if person.span.end <= at.start]
    if before:
        return before[-1].population
    for person in people:
        leads = later is not None and 0 <= later.start - person.span.end <= _LEADS
        apart = any(mark in ";.:" for mark in words[at.end : person.span.start])
        if later is None or not (leads or apart):
            return person.population
    return None


def _spoken_of(words: str) -> Population | None:
    """Whom the sentence before a dose is about."""
    found: tuple[Person, ...] = find_people(words) if len(words) <= _TOPIC else ()
    if not found or _NOBODY.search(words):
        return None
    last = found[-1].population
    if len(words) <= _SHORT and last in _CARRIED:
        return last
    about = last is Population.ADULT or _SOMEBODY.search(words)
    return last if about else None


def _of_plan(text: str, segment: Segment) -> bool:
    """True where the paragraph above speaks of the table or list that `segment` is of."""
    assert segment.intro is not None
    return bool(segment.cells) or _PLAN.search(segment.intro.of(text).lower()) is not None


def length_above(text: str, segment: Segment) -> list[Duration]:
    """How long a table or a list of doses is followed, where the paragraph above it says so."""
    if segment.intro is None:
        return []
    intro = segment.intro
    for sentence in reversed(split_sentences(text, intro.start, intro.end)):
        words = _read(sentence.of(text))
        if _PLAN.search(words):
            return [item for item in find_durations(words) if item.days and not item.advice]
    return []
