"""Waiting where minutes count.

The text names the emergency itself, and then sends the doctor away, waits for the morning, or
offers the hospital as one of two choices.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.stages.dosing.advice import orders
from pipeline.stages.dosing.claims import Candidate, scoped, shifted, trimmed
from pipeline.stages.dosing.conditions import condition_of
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.supervision import supervision


def delays(passage: Passage) -> Iterator[Candidate]:
    """Waiting or home treatment where the text itself names an emergency or a serious condition."""
    for sentence in passage.sentences:
        said, sure = _putting_off(passage, sentence)
        if said is None:
            continue
        far = sentence.has("wait", "unsupervised", "negation", "reassure")
        found = condition_of(passage, sentence, reach=2 if far else 1)
        if found is None:
            continue
        condition, where = found
        if condition.kind == "emergency" or sure or sentence.has("long_time"):
            yield _delay(passage, sentence, condition, where, said)


def _putting_off(passage: Passage, sentence: Sentence) -> tuple[Cue | None, bool]:
    """The words that put care off, and whether they alone say so.

    Sending the doctor away says it alone; waiting does; an equal choice and reassurance only beside
    something to do.
    """
    sent_away = sentence.of("no_care_needed")
    if sent_away:
        return sent_away[0], True
    for kind in ("or_hospital", "puts_off", "will_pass"):
        said = sentence.of(kind)
        if said and (kind == "puts_off" or orders(passage, sentence) or sentence.has("remedy")):
            return said[0], False
    return None, False


def _delay(
    passage: Passage, sentence: Sentence, condition: Cue, where: Sentence, said: Cue
) -> Candidate:
    either = sentence.of("or_hospital")
    severity = Severity.CRITICAL if condition.kind == "emergency" else Severity.MAJOR
    span = said.span
    if either:
        severity = shifted(severity, -1)
        span = span.cover(either[0].span)
    candidate = Candidate(
        trimmed(passage, sentence.clause_of(span)),
        severity,
        f"delays care for {condition.name} (“{condition.span.of(passage.text)}”)",
        confidence=Confidence.MEDIUM,
    )
    if sentence.has("must_not_wait"):
        candidate = candidate.but("warns against waiting")
    if not either:
        candidate = candidate.but(_help_at_once(passage, sentence, where))
        doctor = supervision(passage, sentence, span)
        if doctor and "prescri" in doctor.lower():
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


def _help_at_once(passage: Passage, sentence: Sentence, where: Sentence) -> str | None:
    """Why the delay is none: the reader is sent for help at once, here or beside it."""
    if _sends_for_help(sentence) or sentence.has("until_help_comes"):
        return "tells the reader to get help at once"
    if where is not sentence and where.has("help_now"):
        return "the sentence before tells the reader to get help"
    following = passage.after(sentence)
    if following and following.block == sentence.block and following.has("help_now"):
        return "the next sentence tells the reader to get help"
    return None


def _sends_for_help(sentence: Sentence) -> bool:
    """False where help is sought only when days of home treatment have failed: that is not at
    once."""
    failed = sentence.of("home_has_failed") if sentence.has("span_of_time") else ()
    return any(
        not any(f.span.start <= help_.span.start for f in failed)
        for help_ in sentence.of("help_now")
    )
