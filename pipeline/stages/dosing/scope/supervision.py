"""Whether a professional decides, and about this very instruction.

Supervision excuses some things and not others, so it is asked about apart from the scope; and it
counts only where it governs: in the sentence, beside it, or above it.
"""

from __future__ import annotations

import re

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.meaning import effective
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.professionals import DECIDES

_PRESCRIBES = re.compile(
    r"prescri|supervis|guidance|directed|told|\bput\b|select|instruct|advised|monitor|examination"
    r"|switched|medical advice|control",
    re.IGNORECASE,
)


def supervision(
    passage: Passage, sentence: Sentence, span: Span | None = None, *, beside: bool = True
) -> str | None:
    """The words that put the instruction under a professional, or None.

    In the same sentence a doctor's mention is enough, unless it only says when to see one; in the
    sentence before or behind, the heading or the lead-in, it must say that somebody prescribes,
    and no other drug. With `beside` False only the sentence itself counts: who prescribed the
    tablet did not say how to break it.
    """
    if sentence.has("unsupervised"):
        return None
    for cue in effective(sentence, "supervised"):
        return cue.span.of(passage.text)
    for cue in sentence.of("doctor"):
        if not any(r.span.overlaps(cue.span) for r in sentence.of("referral", "wait")):
            return cue.span.of(passage.text)
    for neighbour in passage.near(sentence) if beside else ():
        if neighbour.has("unsupervised") or neighbour.kind is BlockKind.TABLE_ROW:
            continue
        if _of_another(sentence, neighbour):
            continue
        for cue in effective(neighbour, "supervised"):
            words = cue.span.of(passage.text)
            prescribes = cue.name == DECIDES or _PRESCRIBES.search(words)
            if prescribes and not _conditional(passage, neighbour, cue):
                return words
    return None


def _of_another(sentence: Sentence, neighbour: Sentence) -> bool:
    """True when what `neighbour` says of a prescriber is said of another drug."""
    own = {c.name for c in sentence.of("drug")}
    other = {c.name for c in neighbour.of("drug")}
    return bool(own and other and not own & other)


def _conditional(passage: Passage, sentence: Sentence, cue: Cue) -> bool:
    """True for "if it does not help, ask your doctor": a referral, not a supervision."""
    before = passage.text[sentence.span.start : cue.span.start].lower()
    return bool(re.search(r"\bif\b|\bwhen\b|\bafter that\b|\bthen\b", before))
