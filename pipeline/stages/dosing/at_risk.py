"""Drugs for people who must not have them.

Who a sentence speaks of is said by age ("a 5-month-old", "from two years"), by state ("at 30 weeks",
"the test shows two lines") or by illness ("your pressure is 180"). The table of contraindications
says which group of drugs is ruled out for whom, how gravely, and by whose authority.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.model.changes import Confidence
from pipeline.model.dose import Population
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import advises
from pipeline.stages.dosing.checks import daily_total
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.knowledge import Contraindication
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.scope import supervision

_NUMBERS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))  # fmt: skip
_N = rf"([0-9]{{1,2}}(?:[.,]5)?|{'|'.join(_NUMBERS)})"
_AGES = (
    re.compile(rf"\b{_N}[- ](year|month|week|day)s?[- ]olds?\b", re.I),
    re.compile(rf"\b(?:aged?|at the age of|age of|turns?|child of|boy of|girl of|baby of) {_N}()(?: (year|month|week)s?)?\b", re.I),
    re.compile(rf"\b(?:son|daughter|child|kid|boy|girl|grandson|granddaughter|he|she|niece|nephew) (?:is|was|turned) (?:only |just )?{_N}(?: (year|month|week)s?)?\b(?! (?:kg|kilo|cm|times|days|tablets|degrees))", re.I),
    re.compile(rf"\b(?:under|below|younger than|less than|up to|before) (?:the age of )?{_N}(?: (year|month)s?)?(?: of age| old)?\b(?! (?:mg|ml|g|days|times|tablets|weeks|doses|kg|cm|minutes|hours|degrees))", re.I),
)  # fmt: skip
_FROM_AGE = re.compile(
    rf"\b(?:kids?|children|child|babies|infants|toddlers|teens?|teenagers|adolescents)?\s?"
    rf"(?:from|over|above|older than) (?:the age of )?{_N} (year|month)s?\b",
    re.I,
)
_GRADE = re.compile(
    r"\b(?:first|second|third|fourth|fifth)[- ]grader|\bschool ?(?:boy|girl|child)", re.I
)
_ADULT_ONLY = re.compile(
    r"\badults? (?:and|or) (?:teen|adolescent|children over)|\badults only\b", re.I
)
_WEEKS = re.compile(
    r"\b(?:at|in(?: the)?|from(?: the)?|after|by|beyond|past) ([0-9]{1,2})(?:st|nd|rd|th)? ?-?weeks?\b", re.I
)
_MONTHS_PREGNANT = re.compile(r"\b(seventh|eighth|ninth|7th|8th|9th) month\b", re.I)
_EGFR = re.compile(r"\begfr\D{1,20}([0-9]{1,3})\b", re.I)
_WEIGHT = re.compile(r"\bweigh(?:s|ing)? ([0-9]{1,2}) ?kg", re.I)


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
            found += [Person(p, Span(*match.span()).shift(base)) for p in _bands(years)]
    from_age = _FROM_AGE.search(words)
    if from_age and not exact:
        years = _years(from_age) * 2
        exact = True
        found += [Person(p, Span(*from_age.span()).shift(base)) for p in _bands(years)]
    if not exact:
        for cue in sentence.of("infant"):
            found += [Person(p, cue.span) for p in ("infant", *_bands(0.5))]
        for cue in sentence.of("child"):
            found += [Person(p, cue.span) for p in _bands(6)]
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


_STATES = (
    "pregnancy lactation renal ulcer asthma hypertension heart_failure heart_disease smoker "
    "migraine_aura thrombosis late_pregnancy"
).split()


def _years(match: re.Match[str]) -> float:
    number = match.group(1).lower().replace(",", ".")
    value = float(_NUMBERS.get(number, 0) or number)
    unit = next((g for g in match.groups()[1:] if g), "year").lower()
    return value / {"year": 1, "month": 12, "week": 52, "day": 365}[unit]


def _bands(years: float) -> list[str]:
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


def contraindicated(passage: Passage) -> Iterator[Candidate]:
    """A drug or remedy advised to somebody who must not have it."""
    for sentence in passage.sentences:
        if not sentence.has("group", "remedy"):
            if sentence.has("anaphora"):
                yield from _same_for(passage, sentence)
            continue
        who = people(passage, sentence)
        borrowed = not who
        if borrowed:
            who = _from_context(passage, sentence)
        if who:
            yield from _matches(passage, sentence, who, borrowed)


def _same_for(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    """ "My daughter is nine and takes the same": the drug stands in the sentence before."""
    before = passage.before(sentence)
    if before is None or before.block != sentence.block:
        return
    who = people(passage, sentence)
    for cue in before.of("group"):
        for row in passage.knowledge.contraindications:
            person = next((p for p in who if p.population == row.population), None)
            if row.what == cue.name and person is not None:
                found = _advised(
                    passage, sentence, row, sentence.of("anaphora")[0].span, person, True
                )
                name = cue.span.of(passage.text)
                yield replace(found, explanation=f"{name}: {found.explanation}")


def _from_context(passage: Passage, sentence: Sentence) -> tuple[Person, ...]:
    """People of the sentence before, when this one goes on about them, or of the lead-in."""
    found: list[Person] = []
    before = passage.before(sentence)
    if before is not None and before.block == sentence.block and not before.has("drug"):
        found += people(passage, before)
    for index in sentence.above:
        found += people(passage, passage.sentences[index])
    for dose in sentence.doses:
        population = _DOSED.get(dose.population or Population.ADULT)
        if population:
            found += [Person(p, dose.span) for p in population]
    return tuple(found)


_DOSED: dict[Population, tuple[str, ...]] = {
    Population.INFANT: ("infant", *_bands(0.5)),
    Population.CHILD: tuple(_bands(6)),
    Population.PREGNANCY: ("pregnancy",),
    Population.LACTATION: ("lactation",),
}


def _matches(
    passage: Passage, sentence: Sentence, who: tuple[Person, ...], borrowed: bool
) -> Iterator[Candidate]:
    table = passage.knowledge.contraindications
    for cue in sentence.of("group", "remedy"):
        for row in table:
            if row.what != cue.name or (cue.kind == "remedy" and cue.name == "nettle"):
                continue
            person = next((p for p in who if p.population == row.population), None)
            if person is None or _denied(passage, person.span):
                continue
            yield _advised(passage, sentence, row, cue.span, person, borrowed)


def _denied(passage: Passage, span: Span) -> bool:
    """True for "provided you have no ulcer", "if you are not pregnant"."""
    before = passage.text[max(0, span.start - 24) : span.start].lower()
    return re.search(r"\b(?:no|not|without|aren't|isn't|never had)\b[^,.;:]*$", before) is not None


def _advised(
    passage: Passage,
    sentence: Sentence,
    row: Contraindication,
    drug: Span,
    person: Person,
    borrowed: bool,
) -> Candidate:
    evidence = drug if not sentence.span.contains(person.span) else drug.cover(person.span)
    for dose in sentence.doses:
        if dose.span.overlaps(drug) and sentence.span.contains(dose.span):
            evidence = evidence.cover(dose.span)
    what = row.what.replace("_", " ")
    candidate = Candidate(
        trimmed(passage, evidence),
        row.severity,
        f"{drug.of(passage.text)} ({what}) for “{person.span.of(passage.text)}”: {row.why}",
        citations=row.citations,
        confidence=Confidence.MEDIUM if borrowed else Confidence.HIGH,
    )
    if row.what == "vitamin_a" and not _much_vitamin_a(sentence):
        candidate = candidate.but("not more than 10,000 IU of vitamin A a day")
    if row.what == "hypertension":
        candidate = candidate.but("not severe hypertension")
    if not (advises(passage, sentence) or sentence.has("anaphora")):
        candidate = candidate.but("nobody is told to take it")
    if sentence.has("stop_therapy") and supervision(passage, sentence, evidence):
        candidate = candidate.but("a doctor changes the drug")
    if row.what in _PRESCRIBABLE and supervision(passage, sentence, evidence):
        candidate = candidate.but("not an absolute contraindication, and a doctor decides")
    return scoped(passage, sentence, candidate)


_PRESCRIBABLE = frozenset(
    "salicylate opioid benzodiazepine lithium statin nsaid fluoroquinolone tetracycline steroid "
    "beta_blocker metamizole sedating_antihistamine antithyroid".split()
)
"""What a specialist may still choose (aspirin from 12 weeks, a fluoroquinolone in cystic fibrosis)."""


def _much_vitamin_a(sentence: Sentence) -> bool:
    totals = [daily_total(d) for d in sentence.doses if d.ingredient == "vitamin a"]
    return any(total is not None and total[1] > 3.0 for total in totals)
