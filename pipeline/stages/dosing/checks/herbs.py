"""Herbs, foods and compresses for what needs a doctor.

Nettle tea harms nobody; nettle tea for bleeding after birth does. So two things are looked for at
once: a condition that is serious or an emergency, and what the reader is told to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.offers import offered, offers
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.scope.conditions import condition_of
from pipeline.stages.dosing.scope.getting_help import help_at_once
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

_MIXES = re.compile(r"\binter(?:act|fere)", re.I)


def herbals(passage: Passage) -> Iterator[Candidate]:
    """A herb, food or home remedy offered for a serious condition."""
    for sentence in passage.sentences:
        if not sentence.has("remedy"):
            continue
        found = _condition(passage, sentence)
        remedy = offered(passage, sentence) if found else None
        if found is None or remedy is None or _MIXES.search(sentence.words):
            continue
        condition, where = found
        if remedy.span.overlaps(condition.span):
            continue
        between = passage.words_between(remedy.span, condition.span) if where is sentence else ""
        if ";" in between and remedy.span < condition.span:
            continue
        if offers(passage, sentence, remedy, condition, where):
            yield _offer(passage, sentence, remedy, condition, where)


def _condition(passage: Passage, sentence: Sentence) -> tuple[Cue, Sentence] | None:
    """What the remedy is for; an emergency may be named two sentences before."""
    near = condition_of(passage, sentence)
    if near is not None:
        return near
    far = condition_of(passage, sentence, reach=2)
    return far if far is not None and far[0].kind == "emergency" else None


def _offer(
    passage: Passage, sentence: Sentence, remedy: Cue, condition: Cue, where: Sentence
) -> Candidate:
    emergency = condition.kind == "emergency"
    if where is sentence:
        evidence = remedy.span.cover(condition.span)
    else:
        evidence = _with_verb(sentence, remedy.span)
    candidate = Candidate(
        trimmed(passage, evidence),
        Severity.CRITICAL if emergency else Severity.MAJOR,
        f"“{remedy.span.of(passage.text)}” for {condition.name}"
        f" (“{condition.span.of(passage.text)}”)",
        citations=passage.knowledge.remedies[remedy.name].citations,
        reference=passage.knowledge.remedies[remedy.name].key,
        confidence=Confidence.MEDIUM,
    )
    if not sentence.has("or_hospital"):
        candidate = candidate.but(help_at_once(passage, sentence, where))
    doctor = supervision(passage, sentence, evidence)
    if doctor and not (emergency and sentence.has("puts_off")):
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


def _with_verb(sentence: Sentence, span: Span) -> Span:
    for cue in sentence.of("remedy_use"):
        if 0 <= span.start - cue.span.end <= 12:
            return cue.span.cover(span)
    return span
