"""Waiting where minutes count.

The text names the emergency itself, and then sends the doctor away, waits for the morning, or
offers the hospital as one of two choices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.advice import orders
from pipeline.stages.dosing.scope.claims import Candidate, scoped, shifted, trimmed
from pipeline.stages.dosing.scope.conditions import condition_of
from pipeline.stages.dosing.scope.getting_help import help_at_once
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision


def delays(passage: Passage) -> Iterator[Candidate]:
    """Waiting or home treatment where the text itself names an emergency or a serious condition."""
    for sentence in passage.sentences:
        said, sure = _putting_off(passage, sentence)
        if said is None:
            continue
        found = condition_of(passage, sentence, reach=2)
        if found is None:
            continue
        condition, where = found
        if condition.kind == "emergency" or sure or sentence.has("long_time"):
            yield _delay(passage, sentence, condition, where, said)


def _putting_off(passage: Passage, sentence: Sentence) -> tuple[Span | None, bool]:
    """The words that put care off, and whether they say so of anything that is serious.

    Sending the doctor away does; waiting, of an emergency; an equal choice and reassurance only
    beside something to do.
    """
    at_once = sentence.of("help_now")
    said = tuple(
        cue
        for cue in sentence.of("no_care_needed", "puts_off")
        # "see a doctor the same day" ends in help, "go to A&E tomorrow" does not
        if cue.kind == "no_care_needed"
        or not any(h.span.overlaps(cue.span) and h.span.end >= cue.span.end for h in at_once)
    )
    if not said and (sentence.has("remedy") or orders(passage, sentence)):
        said = sentence.of("or_hospital", "will_pass")
    if not said:
        return None, False
    first, last = min(c.span.start for c in said), max(c.span.end for c in said)
    return Span(first, last), sentence.has("no_care_needed")


def _delay(
    passage: Passage, sentence: Sentence, condition: Cue, where: Sentence, span: Span
) -> Candidate:
    either = sentence.of("or_hospital")
    severity = Severity.CRITICAL if condition.kind == "emergency" else Severity.MAJOR
    if either:
        severity = shifted(severity, -1)
        span = span.cover(either[0].span)
    piece = _piece(sentence, span)
    candidate = Candidate(
        trimmed(passage, piece.clause_of(span)),
        severity,
        f"delays care for {condition.name} (“{condition.span.of(passage.text)}”)",
        confidence=Confidence.MEDIUM,
    )
    if sentence.has("must_not_wait"):
        candidate = candidate.but("warns against waiting")
    if not either:
        candidate = candidate.but(help_at_once(passage, sentence, where))
        doctor = supervision(passage, sentence, span)
        if doctor and "prescri" in doctor.lower():
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, piece, candidate)


_REFUSAL = re.compile(r"\W{0,3}(?:do not|don['’]?t|never|not)\b", re.I)


def _piece(sentence: Sentence, span: Span) -> Sentence:
    """`sentence` from the last comma before `span`: "they do not pale, wait two days" forbids no
    waiting. Unless it opens with a refusal, which may govern all that is listed."""
    before = sentence.text[sentence.span.start : span.start]
    cut = max(before.rfind(mark) for mark in ",.?!;:") + 1
    if not cut or (_REFUSAL.match(before) and not sentence.has("reassure")):
        return sentence
    return replace(sentence, span=Span(sentence.span.start + cut, sentence.span.end))
