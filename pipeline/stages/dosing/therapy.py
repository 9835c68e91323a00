"""Prescribed therapy that is changed without its prescriber.

Halving the warfarin because the legs are bruised, skipping the insulin, carrying on in spite of
hives. Sentences that say what a drug stops or reduces are many more; so a verb counts only as an
order, a permission or an example, and only with a treatment as its object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence
from pipeline.stages.dosing.answers import answered
from pipeline.stages.dosing.carrying_on import carried_on
from pipeline.stages.dosing.changed_thing import elsewhere, from_verb, gap, governs
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.forgotten import doubled
from pipeline.stages.dosing.meaning import effective
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.supervision import supervision
from pipeline.stages.dosing.told_to_change import directed, told_of_himself
from pipeline.stages.dosing.treatments import objects_of


def alterations(passage: Passage) -> Iterator[Candidate]:
    """Prescribed therapy stopped, skipped, halved, doubled or swapped, or carried on regardless."""
    for sentence in passage.sentences:
        yield from _changed(passage, sentence)
        twice = doubled(passage, sentence)
        if twice is not None:
            yield twice
        carried = carried_on(passage, sentence)
        if carried is not None:
            yield carried
    yield from _permitted(passage)


def _changed(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    verbs = effective(sentence, "stop_therapy")
    if not verbs:
        return
    objects = objects_of(passage, sentence)
    if not objects:
        before = passage.before(sentence)
        if before is None or before.block != sentence.block or before.has("stop_therapy"):
            return
        objects = [(sentence.span, s, n) for _, s, n in objects_of(passage, before) if n]
        early = any(v.span.start - sentence.span.start <= 24 for v in verbs)
        if not objects or not (
            (early and directed(passage, sentence, verbs[0]))
            or re.match(
                r"\W{0,3}(?:stop|skip|halve|double|make it|replace|throw|quit|just|take two"
                r"|cut|drop"
                r"|pause|you can|you may|you could)",
                sentence.words,
                re.I,
            )
        ):
            return
    fallback: Candidate | None = None
    for verb in verbs:
        nearest = min(objects, key=lambda o: gap(verb.span, o[0]))
        if elsewhere(passage, verb, nearest[0]):
            continue
        if gap(verb.span, nearest[0]) > 45 or not governs(passage, sentence, verb, nearest[0]):
            continue
        severity = max(o[1] for o in objects if gap(verb.span, o[0]) <= 60)
        inside = sentence.span.contains(nearest[0]) and nearest[0] != sentence.span
        evidence = verb.span.cover(nearest[0]) if inside else from_verb(passage, sentence, verb)
        candidate = Candidate(
            trimmed(passage, evidence),
            severity,
            f"changes treatment with {nearest[2]} without its prescriber"
            f" (“{verb.span.of(passage.text)}”)",
            confidence=Confidence.MEDIUM,
        )
        doctor = supervision(passage, sentence, evidence)
        if doctor:
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
        if sentence.has("seek_help"):
            candidate = candidate.but("stop and seek help")
        if sentence.has("missed_dose") and not sentence.has("makes_up"):
            candidate = candidate.but("the leaflet's rule for a missed dose")
        if told_of_himself(passage, sentence, verb):
            candidate = candidate.but("somebody tells what he did")
        if not directed(passage, sentence, verb):
            candidate = candidate.but("nobody is told to change anything")
        candidate = scoped(passage, sentence, candidate)
        if candidate.let_go is None:
            yield candidate
            return
        fallback = fallback or candidate
    if fallback is not None:
        yield fallback


def _permitted(passage: Passage) -> Iterator[Candidate]:
    """A yes to somebody who asks whether to stop or change a treatment."""
    for sentence, asked in answered(passage):
        objects = [o for other in asked for o in objects_of(passage, other)]
        verbs = [c for c in asked[0].of("stop_therapy") if c.name]
        if not objects or not verbs or sentence.has("stop_therapy"):
            continue
        gravest = max(objects, key=lambda o: o[1])
        candidate = Candidate(
            trimmed(passage, sentence.span),
            gravest[1],
            f"a yes to changing {gravest[2]} (“{verbs[0].span.of(passage.text)}”)",
            confidence=Confidence.MEDIUM,
        )
        doctor = supervision(passage, sentence, sentence.span)
        if doctor:
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
        yield scoped(passage, sentence, candidate)
