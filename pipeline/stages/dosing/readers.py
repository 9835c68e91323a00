"""Whom a sentence speaks of, as the table of contraindications names people.

By age ("a 5-month-old", "from two years"), by state ("at 30 weeks", "the test shows two lines") or
by illness ("your pressure is 180"). A lower bound counts only where it lies well below the limit:
"children from two years" are under twelve, "children over twelve" are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model.span import Span
from pipeline.stages.dosing.passage import Passage, Sentence

_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)}


_N = rf"([0-9]{{1,2}}(?:[.,]5)?|{'|'.join(_NUMBERS)})"


_AGES = (
    re.compile(rf"\b{_N} ?(yo|y/o|mo|m/o)s?\b", re.I),
    re.compile(rf"\b{_N} (year|month|week)s? of age\b", re.I),
    re.compile(rf"\b{_N}[- ](year|month|week|day)s?[- ]olds?\b", re.I),
    re.compile(rf"\b(?:aged?|at the age of|age of|turns?|child of|boy of|girl of"
        rf"|baby of) {_N}()(?: (year|month|week)s?)?\b", re.I),
    re.compile(rf"\b(?:son|daughter|child|kid|boy|girl|grandson|granddaughter|he|she|niece"
        rf"|nephew|dd|ds|lo) (?:is|was|turned) (?:only |just )?{_N}(?: (year|month"
        rf"|week)s?)?\b(?! (?:kg"
        rf"|kilo|cm|times|days|tablets|degrees))", re.I),
    re.compile(rf"\b(?:under|below|younger than|less than|up to|before) (?:the age of )?{_N}"
        rf"(?: (year|month)s?)?(?: of age| old)?\b"
        rf"(?! (?:mg|ml|g|days|times|tablets|weeks|doses|kg|cm|minutes|hours|degrees))", re.I),
)  # fmt: skip


_OWN_AGE = re.compile(r"\b(?:i am|i'm|im|i’m) ([0-9]{2})\b(?! ?(?:kg|weeks|cm|%))", re.I)
_FROM_AGE = re.compile(
    rf"\b(?:kids?|children|child|babies|infants|toddlers|teens?|teenagers|adolescents)?\s?"
    rf"(?:from|over|above|older than) (?:the age of )?{_N} (year|month)s?\b",
    re.I,
)


_WELL_BELOW = 1.9
"""A lower bound this much below an age limit opens the drug to people under the limit."""

_LIKENESS = re.compile(r"\b(?:like|as|than) (?:an? |the |my )?(?:\w+ )?$", re.I)
"""Before "a baby" in "I sleep like a baby": nobody is given anything."""


_WEEKS = re.compile(
    r"\b(?:at|in(?: the)?|from(?: the)?|after|by|beyond|past) ([0-9]{1,2})(?:st|nd|rd"
    r"|th)? ?-?weeks?\b",
    re.I,
)


_MONTHS_PREGNANT = re.compile(r"\b(seventh|eighth|ninth|7th|8th|9th) month\b", re.I)


_EGFR = re.compile(r"\begfr\D{1,20}([0-9]{1,3})\b", re.I)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the sentence is about, as a population of the table of contraindications."""

    population: str
    span: Span


def people(passage: Passage, sentence: Sentence) -> tuple[Person, ...]:
    """Everybody `sentence` speaks of, in order."""
    found: list[Person] = []
    base = sentence.span.start
    words = sentence.span.of(passage.text)
    exact = False
    for pattern in _AGES:
        for match in pattern.finditer(words):
            years = _years(match)
            exact = True
            found += [Person(p, Span(*match.span()).shift(base)) for p in age_bands(years)]
    from_age = _FROM_AGE.search(words)
    if from_age and not exact:
        years = _years(from_age) * _WELL_BELOW
        exact = True
        found += [Person(p, Span(*from_age.span()).shift(base)) for p in age_bands(years)]
    if not exact:
        for cue in sentence.of("infant"):
            if not _LIKENESS.search(words[: cue.span.start - base]):
                found += [Person(p, cue.span) for p in ("infant", *age_bands(0.5))]
        for cue in sentence.of("child"):
            if not _LIKENESS.search(words[: cue.span.start - base]):
                found += [Person(p, cue.span) for p in age_bands(6)]
        for cue in sentence.of("teen"):
            found.append(Person("under_16", cue.span))
            found.append(Person("under_18", cue.span))
    for kind in _STATES:
        found += [Person(kind, cue.span) for cue in sentence.of(kind)]
    weeks = _WEEKS.search(words)
    if weeks and 4 <= int(weeks.group(1)) <= 42 and not sentence.has("infant"):
        span = Span(*weeks.span()).shift(base)
        found.append(Person("pregnancy", span))
    late = _late(words, sentence)
    if late is not None:
        found.append(Person("late_pregnancy", late.shift(base)))
    kidney = _EGFR.search(words)
    if kidney and int(kidney.group(1)) >= 30:
        found = [p for p in found if p.population != "renal"]
    return tuple(sorted(found, key=lambda p: (p.span, p.population)))


def ages(passage: Passage, sentence: Sentence) -> tuple[float, ...]:
    """Every exact age that `sentence` names, in years."""
    words = sentence.span.of(passage.text)
    own = tuple(float(m.group(1)) for m in _OWN_AGE.finditer(words))
    return own + tuple(_years(m) for pattern in _AGES for m in pattern.finditer(words))


_STATES = [
    "pregnancy",
    "lactation",
    "renal",
    "ulcer",
    "asthma",
    "hypertension",
    "heart_failure",
    "heart_disease",
    "smoker",
    "migraine_aura",
    "thrombosis",
    "late_pregnancy",
]


def _years(match: re.Match[str]) -> float:
    number = match.group(1).lower().replace(",", ".")
    value = float(_NUMBERS.get(number, 0) or number)
    unit = next((g for g in match.groups()[1:] if g), "year").lower()
    unit = {"yo": "year", "y/o": "year", "mo": "month", "m/o": "month"}.get(unit, unit)
    return value / {"year": 1, "month": 12, "week": 52, "day": 365}[unit]


def age_bands(years: float) -> list[str]:
    bands = [f"under_{limit}" for limit in (1, 2, 8, 12, 16, 18) if years < limit]
    return ["infant", *bands] if years < 1 else bands


def _late(words: str, sentence: Sentence) -> Span | None:
    weeks = _WEEKS.search(words)
    if weeks and 20 <= int(weeks.group(1)) <= 42:
        return Span(*weeks.span())
    month = _MONTHS_PREGNANT.search(words)
    if month and sentence.has("pregnancy"):
        return Span(*month.span())
    return None
