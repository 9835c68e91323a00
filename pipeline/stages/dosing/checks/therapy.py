"""Prescribed therapy that is changed without its prescriber.

Halving the warfarin because the legs are bruised, skipping the insulin, carrying on in spite of
hives. Sentences that say what a drug stops or reduces are many more; so a verb counts only as an
order, a permission or an example, and only with a treatment as its object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence
from pipeline.stages.dosing.checks.carrying_on import carried_on
from pipeline.stages.dosing.checks.changed_thing import elsewhere, from_verb, gap, governs
from pipeline.stages.dosing.checks.excuses import excused
from pipeline.stages.dosing.checks.forgotten import doubled
from pipeline.stages.dosing.checks.left_unsaid import changed_unsaid
from pipeline.stages.dosing.checks.prescriber import prescriber_decides
from pipeline.stages.dosing.checks.ran_out import swapped_for_lack
from pipeline.stages.dosing.checks.told_to_change import directed
from pipeline.stages.dosing.checks.treatments import Treatment, objects_of
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.answers import answered
from pipeline.stages.dosing.scope.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.scope.meaning import effective
from pipeline.stages.dosing.scope.passage import Passage, Sentence


def alterations(passage: Passage) -> Iterator[Candidate]:
    """Prescribed therapy stopped, skipped, halved, doubled or swapped, or carried on regardless."""
    for sentence in passage.sentences:
        named = list(_changed(passage, sentence))
        unsaid = list(changed_unsaid(passage, sentence))
        yield from _first_that_stands(named + unsaid)
        twice = doubled(passage, sentence)
        if twice is not None:
            yield twice
        swapped = swapped_for_lack(passage, sentence)
        if swapped is not None:
            yield swapped
        carried = carried_on(passage, sentence)
        if carried is not None:
            yield carried
    yield from _permitted(passage)


def _first_that_stands(found: list[Candidate]) -> Iterator[Candidate]:
    """One change a sentence: the first that stands, or else the first that was considered."""
    standing = [candidate for candidate in found if candidate.let_go is None]
    yield from (standing or found)[:1]


def _changed(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    """Every verb of changing in `sentence` that governs a treatment."""
    verbs = effective(sentence, "stop_therapy")
    objects = objects_of(passage, sentence) if verbs else []
    if verbs and not objects:
        objects = _meant_before(passage, sentence, verbs[0])
    for verb in verbs if objects else ():
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
        candidate = excused(passage, sentence, verb, candidate)
        if not directed(passage, sentence, verb):
            candidate = candidate.but("nobody is told to change anything")
        yield scoped(passage, sentence, candidate)


def _meant_before(passage: Passage, sentence: Sentence, verb: Cue) -> list[Treatment]:
    """The treatments of the sentence before, where an order at once says what to do with them."""
    before = passage.before(sentence)
    if before is None or before.block != sentence.block or before.has("stop_therapy"):
        return []
    if _SUBJECT.match(sentence.words):
        return []
    early = verb.span.start - sentence.span.start <= 24
    if not (early and directed(passage, sentence, verb)) and not _OPENS.match(sentence.words):
        return []
    return [(sentence.span, s, n) for _, s, n in objects_of(passage, before)]


_SUBJECT = re.compile(r"\W{0,3}(?:they|these|it|this|the (?:drugs?|medicines?))\b", re.I)
"""Openings of a sentence that tells what the treatment does, not what is done with it."""

_OPENS = re.compile(
    r"\W{0,3}(?:stop|skip|halve|double|make it|replace|throw|quit|just|take two|cut|drop|pause"
    r"|you can|you may|you could)",
    re.I,
)


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
        doctor = prescriber_decides(passage, sentence, sentence.span)
        if doctor:
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
        yield scoped(passage, sentence, candidate)
