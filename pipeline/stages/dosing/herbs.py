"""Herbs, foods and compresses for what needs a doctor.

Nettle tea harms nobody; nettle tea for bleeding after birth does. So two things are looked for at
once: a condition that is serious or an emergency, and what the reader is told to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import advises
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.conditions import condition_of
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.supervision import supervision

_POWERLESS = re.compile(
    r"[^.;,]{0,30}\b(?:cannot|can't|can not|does not|doesn't|do not|don't|will not|won't|never"
    r"|is no"
    r"|are no|is not|isn't|only wastes?)\b(?! (?:only|just|need))",
    re.I,
)
"""Behind a remedy that is said to be none."""

_STOPPED = re.compile(r"\b(?:stop|stopped|avoid|without) (?:taking |using |the |your )*$", re.I)
_SIZE = re.compile(r"\b(?:size of|(?:big|large|small) as|like) (?:an? |the )?(?:\w+ )?$", re.I)
"""Before "an egg" in "clots as big as an egg"."""


def herbals(passage: Passage) -> Iterator[Candidate]:
    """A herb, food or home remedy offered for a serious condition."""
    for sentence in passage.sentences:
        if not sentence.has("remedy"):
            continue
        found = condition_of(passage, sentence)
        if found is None:
            continue
        condition, where = found
        remedy = _offered(passage, sentence)
        if remedy is None or remedy.span.overlaps(condition.span):
            continue
        between = passage.words_between(remedy.span, condition.span) if where is sentence else ""
        before = passage.text[max(0, remedy.span.start - 20) : remedy.span.start]
        apart = ";" in between and remedy.span < condition.span
        behind = passage.text[remedy.span.end : sentence.span.end]
        if _POWERLESS.match(behind) or apart or _STOPPED.search(before):
            continue
        candidate = _offer(passage, sentence, remedy, condition, where)
        if candidate is not None:
            yield candidate


def _offered(passage: Passage, sentence: Sentence) -> Cue | None:
    """The herb, or else the food, of the sentence."""
    for kind in (("herb",), ("food", "soda", "honey", "toxic", "boric", "enema")):
        for cue in sentence.of("remedy"):
            compared = _SIZE.search(passage.text[max(0, cue.span.start - 24) : cue.span.start])
            if passage.knowledge.remedies[cue.name].kind in kind and not compared:
                return cue
    return None


def _offer(
    passage: Passage, sentence: Sentence, remedy: Cue, condition: Cue, where: Sentence
) -> Candidate | None:
    words = sentence.words
    kind = passage.knowledge.remedies[remedy.name].kind
    emergency = condition.kind == "emergency"
    headed = where is sentence and _heads(passage, sentence, condition.span, remedy.span)
    if not headed and not (sentence.has("treats") and advises(passage, sentence)):
        return None
    if re.search(r"\binter(?:act|fere)", words, re.I):
        return None
    if not emergency and kind != "herb" and not sentence.has("cures"):
        return None
    if not emergency and where is not sentence and not sentence.has("cures"):
        return None
    if not emergency and not (sentence.has("cures") or sentence.doses or sentence.has("how_often")):
        return None
    evidence = remedy.span
    if where is sentence:
        evidence = evidence.cover(condition.span)
    else:
        evidence = _with_verb(sentence, remedy.span)
    candidate = Candidate(
        trimmed(passage, evidence),
        Severity.CRITICAL if emergency else Severity.MAJOR,
        f"“{remedy.span.of(passage.text)}” for {condition.name}"
        f" (“{condition.span.of(passage.text)}”)",
        citations=passage.knowledge.remedies[remedy.name].citations,
        confidence=Confidence.MEDIUM,
    )
    if sentence.has("help_now"):
        candidate = candidate.but("tells the reader to get help at once")
    doctor = supervision(passage, sentence, evidence)
    if doctor and not (emergency and sentence.has("puts_off")):
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


_HEAD = 48
"""Characters of a heading in a line: "Chest pain: …", "Pneumonia in a child | …"."""


def _heads(passage: Passage, sentence: Sentence, condition: Span, remedy: Span) -> bool:
    """True when the line begins with the condition and names the remedy behind a colon or bar."""
    between = passage.text[condition.end : max(condition.end, remedy.start)]
    near = condition.end - sentence.span.start <= _HEAD and len(between) <= 2 * _HEAD
    return near and any(mark in between for mark in ":|\t")


def _with_verb(sentence: Sentence, span: Span) -> Span:
    for cue in sentence.of("remedy_use"):
        if 0 <= span.start - cue.span.end <= 12:
            return cue.span.cover(span)
    return span
