"""Whether the prescriber decides on a change, or only once prescribed what is changed.

"Reduce it as your doctor told you" is supervised. "Enap, which the doctor has appointed, raise to
20 yourself" names a doctor too, and goes against him: who prescribed a treatment has not thereby
agreed to its change.
"""

from __future__ import annotations

import re

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.meaning import effective
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

_PRESCRIBED = re.compile(
    r"prescri|appoint|assign|\border(?:ed|s)\b|\bwrote\b|\bwrites\b|\bgave\b|\bput\b", re.I
)
_GOVERNS = re.compile(r"\b(?:as|unless|until|if|when|how|where|once|than) (?:\w+ ){0,3}$", re.I)


def prescriber_decides(passage: Passage, sentence: Sentence, change: Span) -> str | None:
    """The words that put `change` under a professional, or None."""
    if sentence.has("unsupervised"):
        return None
    prescribing = [c for c in sentence.of("supervised") if _only_prescribed(passage, sentence, c)]
    for cue in effective(sentence, "supervised"):
        if cue not in prescribing:
            return cue.span.of(passage.text)
    for cue in sentence.of("doctor"):
        others = (*prescribing, *sentence.of("referral", "wait", "puts_off"))
        if not any(other.span.overlaps(cue.span) for other in others):
            return cue.span.of(passage.text)
    doctor = supervision(passage, sentence, change) if not prescribing else None
    if doctor and _PRESCRIBED.search(doctor) and _only_below(passage, sentence, doctor):
        return None
    headed = any(passage.sentences[i].kind is BlockKind.HEADING for i in sentence.above)
    return None if doctor and "control" in doctor and headed else doctor


def _only_below(passage: Passage, sentence: Sentence, doctor: str) -> bool:
    """True where only the next sentence says that somebody prescribes: "usually the cardiologist
    appoints 10 mg" does not bear out what was said before it."""
    after, before = passage.after(sentence), passage.before(sentence)
    return (
        after is not None
        and doctor in after.words
        and (before is None or doctor not in before.words)
        and doctor not in sentence.words
    )


def _only_prescribed(passage: Passage, sentence: Sentence, cue: Cue) -> bool:
    """True for "the prescribed tablets" and "which the doctor has appointed"."""
    if not _PRESCRIBED.search(cue.span.of(passage.text)):
        return False
    words = cue.span.of(passage.text).lower()
    before = passage.text[sentence.span.start : cue.span.start]
    return not words.startswith("as ") and not _GOVERNS.search(before)
