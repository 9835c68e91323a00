"""Drugs for people who must not have them.

The table of contraindications says which group of drugs is ruled out for whom, how gravely, and by
whose authority; this finds both in one piece of advice, or the people in the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.model.changes import Confidence
from pipeline.model.dose import Population
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import advises
from pipeline.stages.dosing.ages import age_bands
from pipeline.stages.dosing.answers import answered
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.knowledge import Contraindication
from pipeline.stages.dosing.masses import daily_total
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.readers import Person, people
from pipeline.stages.dosing.supervision import supervision


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
    yield from _permitted(passage)


def _permitted(passage: Passage) -> Iterator[Candidate]:
    """A yes to somebody who asks about a drug that is ruled out for him."""
    for sentence, asked in answered(passage):
        who = [p for other in asked for p in people(passage, other)]
        for cue in (c for other in asked for c in other.of("group")):
            for row in passage.knowledge.contraindications:
                person = next((p for p in who if p.population == row.population), None)
                if row.what != cue.name or person is None or _denied(passage, person.span):
                    continue
                candidate = Candidate(
                    trimmed(passage, sentence.span),
                    row.severity,
                    f"a yes to {cue.span.of(passage.text)} for “{person.span.of(passage.text)}”:"
                    f" {row.why}",
                    citations=row.citations,
                    confidence=Confidence.MEDIUM,
                )
                if supervision(passage, sentence, sentence.span):
                    candidate = candidate.but("a doctor decides")
                yield scoped(passage, sentence, candidate)


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
    Population.INFANT: ("infant", *age_bands(0.5)),
    Population.CHILD: tuple(age_bands(6)),
    Population.PREGNANCY: ("pregnancy",),
    Population.LACTATION: ("lactation",),
}


def _matches(
    passage: Passage, sentence: Sentence, who: tuple[Person, ...], borrowed: bool
) -> Iterator[Candidate]:
    table = passage.knowledge.contraindications
    for cue in sentence.of("group", "remedy"):
        for row in table:
            if row.what == "pde5" and sentence.groups("nitrate"):
                continue  # the combination says it, and more gravely
            if row.what != cue.name or (cue.kind == "remedy" and cue.name == "nettle"):
                continue
            person = next((p for p in who if p.population == row.population), None)
            if person is None or _denied(passage, person.span) or _but_not(passage, cue.span):
                continue
            yield _advised(passage, sentence, row, cue.span, person, borrowed)


def _denied(passage: Passage, span: Span) -> bool:
    """True for "provided you have no ulcer", "if you are not pregnant"."""
    before = passage.text[max(0, span.start - 24) : span.start].lower()
    return re.search(r"\b(?:no|not|without|aren't|isn't|never had)\b[^,.;:]*$", before) is not None


def _but_not(passage: Passage, drug: Span) -> bool:
    """True for the aspirin of "children can take ibuprofen, but not aspirin"."""
    return _BUT_NOT.search(passage.text, max(0, drug.start - 24), drug.start) is not None


_BUT_NOT = re.compile(
    r"\b(?:but (?:not|no|never)|instead of|rather than|and not|never|(?<=, )not) (?:an?y? )?$",
    re.IGNORECASE,
)


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
    if row.what in _GUIDED and _GUIDELINE.search(sentence.span.of(passage.text)):
        candidate = candidate.but("what a guideline recommends")
    if row.what in _PRESCRIBABLE and supervision(passage, sentence, evidence):
        candidate = candidate.but("not an absolute contraindication, and a doctor decides")
    return scoped(passage, sentence, candidate)


_GUIDED = frozenset({"tetracycline"})
_GUIDELINE = re.compile(
    r"\bguidelines?\b|\bstandard practice\b|\bfirst[- ]line\b|\b(?:CDC|AAP|WHO|NICE|FDA)\b"
    r"|\bproviders\b"
)
"""Doxycycline saves children with rickettsial fever; public authorities say so to doctors."""

_PRESCRIBABLE = frozenset(
    [
        "salicylate",
        "opioid",
        "benzodiazepine",
        "lithium",
        "statin",
        "nsaid",
        "fluoroquinolone",
        "steroid",
        "beta_blocker",
        "metamizole",
        "sedating_antihistamine",
        "antithyroid",
    ]
)
"""What a specialist may still choose: aspirin from 12 weeks, a quinolone in cystic fibrosis."""


def _much_vitamin_a(sentence: Sentence) -> bool:
    totals = [daily_total(d) for d in sentence.doses if d.ingredient == "vitamin a"]
    return any(total is not None and total[1] > 3.0 for total in totals)
