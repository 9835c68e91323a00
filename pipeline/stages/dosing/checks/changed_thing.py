"""Which treatment a verb of stopping or changing is about.

The verb stands before its object, or is a passive of it; and a verb with another object of its own
("skip the queue") has nothing to do with the drug behind it.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.checks.told_to_change import TOLD
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_OTHER_THING = re.compile(
    r"^\s+(?:the|a|an|your|any|all) \w+[,;]|\b(?:if|when|unless|because|while|as|before|after)"
    r" (?:you|he|she|they)\b|\b(?:while|by|after|before) (?:taking|using|on)\b"
    r"|^\s+\w+ (?:\w+ ){0,4}(?:may|can|is|are|was|were|occurs?|happens?) "
    r"|^\s+(?:in|off|on|out) (?:the |your )?(?:blood|pressure|lights?|lamp|phone|tv)\b"
    r"|^\s+(?:trouble|vision|sight|blind|chin|check)\b"
    r"|\b(?:expired|out[- ]of[- ]date|unused|empty|used)\s+$"
    r"|\band (?:take|use|start|continue|keep|drink)\b",
    re.I,
)


_NO_TREATMENT = re.compile(
    r"\b(?:hospital|doctors?|ambulance|gp|prescription|clinic|tests?)\b", re.I
)


def elsewhere(passage: Passage, verb: Cue, thing: Span) -> bool:
    """True for "skip the queue, order amoxicillin": the verb has an object of its own."""
    if _NO_TREATMENT.search(verb.span.of(passage.text)):
        return True
    if thing.start < verb.span.end:
        return False
    return _OTHER_THING.search(passage.text[verb.span.end : thing.start]) is not None


_PASSIVE = re.compile(r"\b(?:be|is|are|get|gets|been|being)\s+(?:\w+ly )?$", re.I)


def governs(passage: Passage, sentence: Sentence, verb: Cue, thing: Span) -> bool:
    """True when the thing follows its verb, or the verb is a passive of it."""
    if thing == sentence.span or thing.start >= verb.span.start:
        return True
    word = verb.span.of(passage.text).lower()
    before = passage.text[sentence.span.start : verb.span.start]
    if word.split()[0] in _PHRASES or (_pronoun(passage, verb) and TOLD.search(before)):
        return True
    return _PASSIVE.search(before) is not None or bool(
        re.search(r"(?:[,;:–-]|\bthen|\byou can|\bjust)\s+$", before, re.I)
        and _pronoun(passage, verb)
    )


def _pronoun(passage: Passage, verb: Cue) -> bool:
    return bool(
        re.match(
            r"\s+(?:it|them|taking|using|drinking|one|two|yours|mine|his|hers)\b",
            passage.text[verb.span.end :],
            re.I,
        )
    )


_PHRASES = frozenset({"leave", "half", "halve", "two", "one", "make"})


def gap(a: Span, b: Span) -> int:
    first, second = sorted((a, b))
    return max(0, second.start - first.end)


def from_verb(passage: Passage, sentence: Sentence, verb: Cue) -> Span:
    clause = sentence.clause_of(verb.span)
    return Span(verb.span.start, clause.end)
