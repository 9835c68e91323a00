"""Two doses at once for one that was forgotten.

The leaflet of nearly every long-term drug says "do not take a double dose"; pages say the opposite,
often in a line below a heading that asks what to do.
"""

from __future__ import annotations

import re

from pipeline.model.changes import Confidence
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.treatments import objects_of
from pipeline.stages.dosing.scope.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

_FORGOTTEN = re.compile(
    r"\b(?:forg[eo]t\w*|miss(?:ed|es)?|skipp?(?:ed)?)\b[^.;]{0,60}?\b(?P<x>(?:tak(?:e|ing)|took|swallow"
    r"|have|had|use|inject|chew) (?:two|2|double|both|twice|a double|an extra)\b[^.;,]{0,40}"
    r"|double (?:up|the next|your next|it)\b[^.;,]{0,30})",
    re.I,
)


_FORGETS = re.compile(r"\b(?:forg[eo]t\w*|missed|skipped)\b", re.I)


_TWO = re.compile(
    r"\b(?P<x>(?:the next \w+ )?(?:take|drink|swallow|have|use) (?:two|2|double|both"
    r"|twice)\b[^.;,\n]{0,40})",
    re.I,
)


_LINES = 5


def _after_forgetting(passage: Passage, sentence: Sentence) -> bool:
    """True below a heading or a line that asks what to do about a forgotten dose."""
    near = [passage.sentences[i] for i in sentence.above]
    for count in range(1, _LINES + 1):
        other = passage.before(sentence, count)
        if other is not None and sentence.block - other.block <= _LINES:
            near.append(other)
    return any(_FORGETS.search(other.words) for other in near)


def doubled(passage: Passage, sentence: Sentence) -> Candidate | None:
    """Two doses at once for one that was forgotten."""
    if not sentence.has("imperative", "stop_therapy"):
        return None
    words = sentence.words
    two = _TWO.search(words)
    if two is None and "doubl" not in words:
        return None
    match = _FORGOTTEN.search(words) or (two if _after_forgetting(passage, sentence) else None)
    if sentence.groups("coc") or "even if" in sentence.words:
        return None  # the leaflet of the pill itself says so
    objects = objects_of(passage, sentence) if match else []
    before = passage.before(sentence)
    if match and not objects and before is not None and before.block == sentence.block:
        objects = objects_of(passage, before)
    if match is None or not objects:
        return None
    span = Span(*match.span("x")).shift(sentence.span.start)
    gravest = max(objects, key=lambda o: o[1])
    why = f"a forgotten dose of {gravest[2]} is made up for with a double one"
    candidate = Candidate(trimmed(passage, span), gravest[1], why, confidence=Confidence.MEDIUM)
    doctor = supervision(passage, sentence, span)
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)
