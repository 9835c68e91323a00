"""Drugs for people who must not have them.

The table of contraindications says which group of drugs is ruled out for whom, how gravely, and by
whose authority; this finds both in one piece of advice, or the people in the sentence before it,
the heading or the lead-in. Reasons to let go stand in `exemptions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.model.changes import Confidence
from pipeline.model.dose import Population
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.exemptions import denied, exempt
from pipeline.stages.dosing.facts.knowledge import Contraindication
from pipeline.stages.dosing.reading.ages import age_bands
from pipeline.stages.dosing.scope.advice import advises
from pipeline.stages.dosing.scope.answers import answered
from pipeline.stages.dosing.scope.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.readers import Person, late_in, people
from pipeline.stages.dosing.scope.supervision import supervision


def contraindicated(passage: Passage) -> Iterator[Candidate]:
    """A drug or remedy advised to somebody who must not have it."""
    for sentence in passage.sentences:
        taken = _taken(passage, sentence)
        if not taken:
            yield from _same_for(passage, sentence)
            continue
        own = people(passage, sentence)
        for person in own:
            yield from _ruled_out(passage, sentence, taken, person, own, False)
        around = _from_context(passage, sentence, own)
        for person in around:
            yield from _ruled_out(passage, sentence, taken, person, around, True)
    yield from _permitted(passage)


def _taken(passage: Passage, sentence: Sentence) -> tuple[tuple[str, Span], ...]:
    """Groups and remedies that `sentence` names, or that a dose takes from its heading."""
    named = [(cue.name, cue.span) for cue in sentence.of("group", "remedy")]
    for dose in sentence.doses:
        if any(span.overlaps(dose.span) for _, span in named):
            continue
        groups = passage.knowledge.groups_of.get(dose.ingredient or "", ())
        named += [(group, dose.span) for group in groups]
    return tuple(named)


def _from_context(
    passage: Passage, sentence: Sentence, own: Iterable[Person]
) -> tuple[Person, ...]:
    """People of the lead-in; of the sentence before, and those dosed, where `own` is nobody."""
    found = [p for index in sentence.above for p in people(passage, passage.sentences[index])]
    if not tuple(own):
        before = passage.before(sentence)
        near = before is not None and before.block == sentence.block
        if before is not None and near and _goes_on_about(passage, sentence, before):
            found += people(passage, before)
        for dose in sentence.doses:
            bands = _DOSED.get(dose.population or Population.ADULT, ())
            found += [Person(p, dose.span) for p in bands]
    if any(p.population == "pregnancy" for p in found):
        found += late_in(sentence.span.of(passage.text), sentence.span.start)
    return tuple(found)


def _goes_on_about(passage: Passage, sentence: Sentence, before: Sentence) -> bool:
    """True where the people of `before` are those of `sentence`: no other drug was theirs."""
    return not before.has("drug") or _PRONOUN.search(sentence.span.of(passage.text)) is not None


_PRONOUN = re.compile(
    r"\b(?:gave|give|gives|giving|let) (?:him|her|them|it to (?:him|her))\b", re.I
)
"""Of the sentence before, though that named another drug."""

_DOSED: dict[Population, tuple[str, ...]] = {
    Population.INFANT: tuple(age_bands(0.5)),
    Population.CHILD: tuple(age_bands(6)),
    Population.PREGNANCY: ("pregnancy",),
    Population.LACTATION: ("lactation",),
}


def _ruled_out(
    passage: Passage,
    sentence: Sentence,
    taken: Iterable[tuple[str, Span]],
    person: Person,
    company: Iterable[Person],
    borrowed: bool,
) -> Iterator[Candidate]:
    """What of `taken` `person` must not have; he is the first of his kind in `company`."""
    if person != next(p for p in company if p.population == person.population):
        return
    for what, span in taken:
        row = passage.knowledge.bans.get((what, person.population))
        if row is None or (span.overlaps(person.span) and not borrowed):
            continue
        if not denied(passage, person.span):
            yield _advised(passage, sentence, row, span, person, borrowed)


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
        reference=row.key,
        confidence=Confidence.MEDIUM if borrowed else Confidence.HIGH,
    )
    if not _told(passage, sentence, row):
        candidate = candidate.but("nobody is told to take it")
    candidate = candidate.but(exempt(passage, sentence, row, drug, person))
    return scoped(passage, sentence, candidate)


_GIVEN = re.compile(
    r"\b(?:is|are) (?:usually |often |also |best |still )?(?:given|used|indicated|allowed|offered"
    r"|fine|safe|ok|okay)\b",
    re.IGNORECASE,
)


def _told(passage: Passage, sentence: Sentence, row: Contraindication) -> bool:
    """True where somebody is told, allowed or shown to take it, a household passive included."""
    if advises(passage, sentence) or sentence.has("anaphora"):
        return True
    if sentence.has("how_often") and row.population != "smoker":
        return True  # "ten a day" is said of cigarettes
    return _GIVEN.search(sentence.span.of(passage.text)) is not None


_GOES_ON = re.compile(
    r"\b(?:rub|apply|drip|give|put|smear|instil\w*|dab|take|takes|drink|drinks|needs?|gets?)"
    r" (?:it|them|him|her|the same|a|an|one|two|half|the|[0-9])\b",
    re.IGNORECASE,
)


def _same_for(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    """ "My daughter is nine and takes the same": the drug stands in the sentence before."""
    before = passage.before(sentence)
    if before is None or before.block != sentence.block or not before.has("group"):
        return
    words = sentence.span.of(passage.text)
    said = [cue.span for cue in sentence.of("anaphora")]
    if len({c.name for c in before.of("drug")}) == 1:
        found = _GOES_ON.finditer(words)
        said += [Span(*match.span()).shift(sentence.span.start) for match in found]
    if not said:
        return
    for cue in before.of("group"):
        for person in people(passage, sentence):
            row = passage.knowledge.bans.get((cue.name, person.population))
            if row is not None and not denied(passage, person.span):
                same = _advised(passage, sentence, row, said[0], person, True)
                name = cue.span.of(passage.text)
                yield replace(same, explanation=f"{name}: {same.explanation}")


def _permitted(passage: Passage) -> Iterator[Candidate]:
    """A yes to somebody who asks about a drug that is ruled out for him."""
    for sentence, asked in answered(passage):
        who = [p for other in asked for p in people(passage, other)]
        for cue in (c for other in asked for c in other.of("group")):
            for person in who:
                row = passage.knowledge.bans.get((cue.name, person.population))
                if row is None or denied(passage, person.span) or cue.span.overlaps(person.span):
                    continue
                candidate = Candidate(
                    trimmed(passage, sentence.span),
                    row.severity,
                    f"a yes to {cue.span.of(passage.text)} for “{person.span.of(passage.text)}”:"
                    f" {row.why}",
                    citations=row.citations,
                    reference=row.key,
                    confidence=Confidence.MEDIUM,
                )
                if supervision(passage, sentence, sentence.span):
                    candidate = candidate.but("a doctor decides")
                yield scoped(passage, sentence, candidate)
