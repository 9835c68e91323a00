"""Treatment that is to go on in spite of severe effects.

"Despite the rash the course must be finished": who carries on with a drug that harms him loses the
days in which stopping helps.
"""

from __future__ import annotations

import re

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.claims import Candidate, trimmed
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.scope import why_not
from pipeline.stages.dosing.supervision import supervision
from pipeline.stages.dosing.treatments import objects_of

_CARRY_ON = re.compile(
    r"\b(?:finish(?:ed)?|continu\w+|carry on|keep (?:taking|going|drinking)"
    r"|must not be (?:stopped|interrupted)"
    r"|not be (?:stopped|interrupted)|no interruptions?|do(?:n't| not) (?:stop|interrupt"
    r"|quit)|to the end|until the end"
    r"|push through|power through|go on|endure|be patient|take (?:it )?anyway|ignore)\b",
    re.I,
)


def carried_on(passage: Passage, sentence: Sentence) -> Candidate | None:
    """ "Despite the rash the course must be finished"."""
    if not sentence.has("despite") or not sentence.has("severe_effect"):
        return None
    objects = objects_of(passage, sentence)
    if sentence.groups("coc") or sentence.has("therapy_noun", "drug"):
        objects = objects or [(sentence.span, Severity.MAJOR, "the treatment")]
    order = _CARRY_ON.search(sentence.span.of(passage.text))
    if not objects or order is None:
        return None
    despite = sentence.of("despite")[0].span
    end = Span(*order.span()).shift(sentence.span.start)
    candidate = Candidate(
        trimmed(passage, despite.cover(end)),
        Severity.MAJOR,
        f"treatment with {objects[0][2]} is to go on in spite of severe effects",
        confidence=Confidence.MEDIUM,
    )
    doctor = supervision(passage, sentence, despite)
    if doctor:
        return candidate.but(f"a doctor decides (“{doctor}”)")
    reason = why_not(passage, sentence, Span(sentence.span.start, sentence.span.start))
    return candidate.but(reason if reason and "question" in reason else None)
