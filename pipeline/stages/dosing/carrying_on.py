"""Treatment that is to go on in spite of severe effects.

"Despite the rash the course must be finished": who carries on with a drug that harms him loses the
days in which stopping helps.
"""

from __future__ import annotations

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.claims import Candidate, trimmed
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.scope import why_not
from pipeline.stages.dosing.supervision import supervision
from pipeline.stages.dosing.treatments import objects_of


def carried_on(passage: Passage, sentence: Sentence) -> Candidate | None:
    """ "Despite the rash the course must be finished"."""
    if not sentence.has("despite") or not sentence.has("severe_effect"):
        return None
    objects = objects_of(passage, sentence)
    if sentence.groups("coc") or sentence.has("therapy_noun", "drug"):
        objects = objects or [(sentence.span, Severity.MAJOR, "the treatment")]
    order = sentence.of("carries_on")
    if not objects or not order:
        return None
    despite = sentence.of("despite")[0].span
    candidate = Candidate(
        trimmed(passage, despite.cover(order[0].span)),
        Severity.MAJOR,
        f"treatment with {objects[0][2]} is to go on in spite of severe effects",
        confidence=Confidence.MEDIUM,
    )
    doctor = supervision(passage, sentence, despite)
    if doctor:
        return candidate.but(f"a doctor decides (“{doctor}”)")
    reason = why_not(passage, sentence, Span(sentence.span.start, sentence.span.start))
    return candidate.but(reason if reason and "question" in reason else None)
