"""Doses that are given only by pointing at another dose.

"In the same dosage" makes one drug's tablets the measure of another's. What it points at may stand
some sentences back; whose dose it is may be a name nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.dose import Population
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.advice import orders
from pipeline.stages.dosing.scope.claims import Candidate, scoped
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

_REACH = 8
"""Sentences back in which a reference may find the dose it points at."""


def anaphora(passage: Passage) -> Iterator[Candidate]:
    """Doses that are given only by pointing at another dose."""
    for sentence in passage.sentences:
        for cue in sentence.of("anaphora"):
            subject = _subject(passage, sentence, cue)
            if subject is None:
                continue
            drug, other, pointed = subject
            if not _doses_something(passage, sentence, cue):
                continue
            if _OF_TIME.match(passage.text, cue.span.end):
                continue
            young = _for_a_child(passage, sentence)
            grave = young or any(passage.is_rx(n) or passage.drug_class(n) == "A" for n in pointed)
            candidate = Candidate(
                cue.span,
                Severity.MAJOR if grave and (other or young) else Severity.MINOR,
                f"the dose of {drug or 'an unknown drug'} is given only by reference to another",
            )
            if drug and not other and not young and _stated(passage, sentence, drug):
                candidate = candidate.but("the same drug, and its dose is stated")
            doctor = None if other else supervision(passage, sentence, cue.span, beside=not young)
            if doctor:
                candidate = candidate.but(f"a doctor decides (“{doctor}”)")
            yield scoped(passage, sentence, candidate)
            break


_OF_TIME = re.compile(r"\s(?:day|time|evening|night|morning|week|hour|month|way round)\b", re.I)
"""Behind "the same" in "drink it the same day": no dose is meant."""


_HE_OR_SHE = re.compile(r"\W*(?:he|she|they|it|him|her|them|give (?:him|her|it|them))\b", re.I)


def _for_a_child(passage: Passage, sentence: Sentence) -> bool:
    """True when the sentence, or a dose just before it, is a child's."""
    if sentence.has("child", "infant"):
        return True
    before = passage.before(sentence)
    near = [sentence] if before is None or before.block != sentence.block else [sentence, before]
    if before in near and before.has("child", "infant") and _HE_OR_SHE.match(sentence.words):
        return True
    return any(d.population in (Population.CHILD, Population.INFANT) for s in near for d in s.doses)


def _doses_something(passage: Passage, sentence: Sentence, cue: Cue) -> bool:
    """False for "similarly, the protein attaches to lysine"."""
    if re.search(r"dos(?:e|es|age)|scheme|regimen", cue.span.of(passage.text), re.I):
        return True
    before = passage.before(sentence)
    return orders(passage, sentence) or bool(before and before.doses)


def _subject(
    passage: Passage, sentence: Sentence, cue: Cue
) -> tuple[str | None, bool, tuple[str, ...]] | None:
    """The drug the reference is about, whether it points at another drug's dose, and the drugs
    whose status decides how grave that is (those pointed at, where the drug is not known)."""
    own = [c for c in sentence.of("drug") if c.span.start < cue.span.start]
    own = own or list(sentence.of("drug"))
    before = passage.before(sentence)
    earlier = list(before.of("drug")) if before and before.block == sentence.block else []
    if not earlier and before is not None:
        earlier = list(before.of("drug"))
    names = {c.name for c in earlier}
    if own:
        name = own[-1].name
    elif stranger := _STRANGER.match(sentence.words):
        return stranger["who"], True, ()
    elif earlier:
        name = earlier[-1].name
    else:
        name = None
    dosed = {
        d.ingredient
        for other in passage.sentences[max(0, sentence.index - _REACH) : sentence.index + 1]
        for d in other.doses
        if (d.amount or d.count) and d.ingredient
    }
    if name is None and len(dosed) == 1 and _PERSON.search(sentence.words):
        name = min(dosed)
    if name is None:
        return (None, True, tuple(sorted(dosed))) if dosed else None
    other = bool((names - {name}) or (dosed - {name})) and name not in dosed
    return name, other, (name,)


_STRANGER = re.compile(
    r"\W{0,4}(?P<who>(?!(?:it|this|that|these|those|the|they|he|she|we|you|i|a|an|all|both|each|one"
    r"|for|in|at|with|if|and|then|children|child|adults?|babies|treatment|therapy|medicines?|drugs?"
    r"|tablets?|pills?|capsules?|drops?|syrup|doses?|course|preparation|product|remedy|solution"
    r"|patients?)\b)[A-Z][\w-]+(?: [a-z][\w-]+){0,2}?) (?:is|are) (?:also |then )?"
    r"(?:taken|drunk|accepted|used|given|applied|dosed|brewed|dripped|injected)\b",
    re.I,
)
"""A subject no list of drugs knows, dosed by what was said of another."""

_PERSON = re.compile(
    r"\b(?:he|she|they|partner|husband|wife|mother|father|mum|mom|dad|brother|sister|friend"
    r"|spouse|boyfriend|girlfriend|everyone|everybody) (?:\w+ )?(?:gets?|takes?|took|has|have|had"
    r"|uses?|used|drinks?|needs?|receives?|may|can|should|must)\b",
    re.I,
)
"""Of somebody else who takes what was named before."""


def _stated(passage: Passage, sentence: Sentence, drug: str) -> bool:
    """True when some dose of `drug` stands before, in this sentence or an earlier one."""
    return any(
        d.ingredient == drug and (d.amount or d.count)
        for other in passage.sentences[max(0, sentence.index - _REACH) : sentence.index + 1]
        for d in other.doses
    )
