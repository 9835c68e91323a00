"""Whom a dose is for: a newborn, a child of 3, adults, grandpa, expectant mothers.

Only people who take the dose count. "Adult aspirin" is a product, "not for children" a warning,
"out of the reach of children" a cupboard; a child over 12 beside adults takes the adult dose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.dose import Population
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.ages import said_ages
from pipeline.stages.dosing.reading.patterns import DRUG
from pipeline.text.sieve import Sieve


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a dose may be for."""

    span: Span
    population: Population


_RULES: tuple[tuple[Population, str], ...] = (
    (
        Population.ADULT,
        r"\badults?,?(?: and|,)? (?:(?:children|adolescents|teenagers|teens"
        r"|kids)[, ]{1,2}(?:and )?){1,2}"
        r"(?:over|from|aged|above|older than|of)? ?(?:the age of )?(?:1[2-8])\b(?: years)?",
    ),
    (
        Population.INFANT,
        r"\b(?:newborns?|new-borns?|infants?|bab(?:y|ies)|neonates?|nurslings?"
        r"|[0-9]{1,2}[- ]months?[- ]old|[0-9]{1,2}[- ]weeks?[- ]old|teething)\b",
    ),
    (
        Population.PREGNANCY,
        r"\b(?:pregnan(?:t|cy)(?! tests?)|expectant|expecting(?: a baby)?|(?:at|from"
        r"|until) (?:the )?(?:1[0-9]|2[0-9]"
        r"|3[0-9]|4[0-2])(?:th)? weeks?(?! (?:of (?:treatment|therapy|age)|later|course))"
        r"|(?:after|before) (?:2[0-9]|3[0-9]) weeks?(?! (?:of (?:treatment|therapy|age)|later"
        r"|course))|trimester|(?:future (?:mother|mum|mom)|(?:mother|mum|mom)s?-to-be)s?|2 lines)\b"
        r"|^(?:[4-9]|[12][0-9]|3[0-9]|4[0-2]) (?:weeks|wks) and\b",
    ),
    (
        Population.LACTATION,
        r"\b(?:breast-?feeding|breast feeding|lactati\w+|nursing (?:mothers?|women)|nursing)\b",
    ),
    (
        Population.RENAL,
        r"\b(?:kidney (?:disease|failure|impairment|problems)|renal|dialysis|egfr"
        r"|creatinine clearance|diseased kidneys)\b",
    ),
    (
        Population.ADOLESCENT,
        r"\b(?:adolescents?|teenagers?|teens?|(?:child(?:ren)?|kids?)(?: aged| over| from"
        r"| above)? 1[2-7]|1[2-7][- ]years?[- ]olds?|1[2-7] ?(?:yo|y/o))\b",
    ),
    (
        Population.CHILD,
        r"\b(?:child(?:ren)?|kids?|kiddos?|toddlers?|preschoolers?|school-?(?:child(?:ren)?|boys?|girls?)"
        r"|grand(?:son|daughter|child(?:ren)?)s?|(?:my|our|your|the) little (?:ones?|1)"
        r"|(?:[1-9]|10|11)[- ]years?[- ]olds?|(?:[1-9]|10|11) ?yo\b|(?:dd|ds|lo) is|(?:my|his"
        r"|her|our|your|the) (?:little )?(?:son"
        r"|daughter)|(?:boy|girl) of [0-9])\b",
    ),
    (
        Population.ELDERLY,
        r"\b(?:elderly|grand(?:pa|ma|father|mother|dad|parents?)|seniors?|old(?:er)? (?:people"
        r"|adults?|patients?|persons?)|(?:over|above|older than|aged|after|past|turned)(?: the "
        r"age of)? (?:6[05]|7[05]|80)"
        r"|pensioners?|aged person)\b",
    ),
    (
        Population.ADULT,
        r"\b(?:adults?|grown-?ups?|(?:women|men|people|patients|persons)"
        r" (?:aged|from|between|of) (?:1[6-9]|[2-5][0-9])|(?:post-?|peri-?)?menopausal (?:women"
        r"|ladies)|denture wearers?)\b",
    ),
)
_MANY = re.compile(r"adults|children")
"""Of these a name of a drug behind makes no product: "to adults aspirin"."""
_YOUNG = (Population.INFANT, Population.CHILD)
_UNTIL = ((2.0, Population.INFANT), (12.0, Population.CHILD), (18.0, Population.ADOLESCENT))
_AGE_REACH = 10
_LOWER_BOUND = re.compile(r"\b(?:over|above|older|from)\b")
_POPULATIONS = tuple(population for population, _ in _RULES)
_PATTERNS = Sieve(re.compile(pattern) for _, pattern in _RULES)
_BEFORE_NO = re.compile(
    r"\b(?:not (?:recommended |suitable |intended |allowed |safe |given )?(?:for|to|in|during)"
    r"|except(?: for)?|reach of|"
    r"away from|never (?:give |given )?(?:to|it to)?|contraindicated (?:in|during|for)"
    r"|avoid (?:in|during)|unless|"
    r"without|planning|prevent|against|if you are not|get|becom(?:e|ing)|fall(?:ing)?|like"
    r"|as a|not if|in relation to)"
    r"(?: (?:the|a|an|any|your|all|to|are|is|it|while|you|small))? ?$"
)
_AFTER_NO = re.compile(
    rf" ?-?(?:{DRUG}|(?:[a-z]+ )?(?:dose|strength|formula|suspension|aspirin|test|use of|acne"
    r"|s (?:heart )?"
    r"(?:pills|tablets|medicine|drops))|'s? (?:[a-z]+ ){0,2}(?:pills?|tablets?|medicines?|drops"
    r"|remedy))"
)


def find_people(text: str) -> tuple[Person, ...]:
    """People in masked lower-case `text`, disjoint and in order; earlier rules win."""
    found: list[Person] = []
    for at in _PATTERNS.possible(text):
        population = _POPULATIONS[at]
        for match in _PATTERNS[at].finditer(text):
            span = Span(*match.span())
            before = text[max(0, span.start - 40) : span.start]
            if any(other.span.overlaps(span) for other in found):
                continue
            if _BEFORE_NO.search(before):
                continue
            if (
                _AFTER_NO.match(text, span.end)
                and population is not Population.PREGNANCY
                and not (_MANY.fullmatch(match.group()) and text.startswith(f" {DRUG}", span.end))
            ):
                continue
            found.append(Person(span, population))
    return tuple(sorted(_aged(text, found), key=lambda person: person.span))


def _aged(text: str, people: Sequence[Person]) -> Iterator[Person]:
    """`people`, each child as old as he is said to be: a kid of seven months is an infant."""
    ages = said_ages(text) if any(person.population in _YOUNG for person in people) else ()
    for person in people:
        reach = Span(person.span.start, person.span.end + _AGE_REACH)
        own = [age.years for age in ages if age.span.overlaps(reach)]
        own = [] if _LOWER_BOUND.search(reach.of(text)) else own
        if own and person.population in _YOUNG:
            yield Person(person.span, population_at(min(own)) or person.population)
        else:
            yield person


def population_at(years: float) -> Population | None:
    """Whom somebody of `years` counts among; None for the grown-up, whom no age needs to tell."""
    for below, population in _UNTIL:
        if years < below:
            return population
    return None
