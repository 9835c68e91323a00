"""Another prescription drug taken because the prescribed one is not at hand.

"If it has ended, take Captopril by the same scheme": nothing is stopped and nothing is halved, and
yet the treatment is another one. It takes a treatment, words that say it is missing, and a second
prescription drug that comes after them.
"""

from __future__ import annotations

import re

from pipeline.model.changes import Confidence
from pipeline.stages.dosing.checks.prescriber import prescriber_decides
from pipeline.stages.dosing.checks.treatments import Treatment, named_in
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_BACK = 2
"""Sentences back in which the treatment that is missing may be named."""

_TAKEN = re.compile(
    r"\b(?:take|takes|drink|drinks|buy|buys|bought|use|uses|give|gives|swallow|borrow|get|grab|try"
    r"|inject|put|will do|does the (?:job|same)|works? (?:just )?as well|just as (?:good|well)"
    r"|(?:can|may) be (?:bought|taken|drunk|used)|instead|replaces?|moved to|went over to"
    r"|switched to|swapped to)\b",
    re.I,
)


def swapped_for_lack(passage: Passage, sentence: Sentence) -> Candidate | None:
    """A prescription drug in place of a treatment that has run out."""
    lacks = sentence.of("ran_out")
    before = passage.before(sentence)
    if not lacks and before is not None and before.block == sentence.block:
        lacks = before.of("ran_out")
    if not lacks or not _TAKEN.search(sentence.words):
        return None
    missing = _missing(passage, sentence, lacks[0])
    other = _another(passage, sentence, lacks[0], missing) if missing else None
    if missing is None or other is None:
        return None
    start = lacks[0].span if sentence.span.contains(lacks[0].span) else other.span
    candidate = Candidate(
        trimmed(passage, start.cover(other.span)),
        missing[1],
        f"{other.span.of(passage.text)} in place of {missing[2]} without its prescriber",
        confidence=Confidence.MEDIUM,
    )
    doctor = prescriber_decides(passage, sentence, other.span) if _agreed(sentence) else None
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


_AGREES = re.compile(
    r"\b(?:ask|agree\w*|call|ring|check|tell|told|advis\w+|speak|talk|see)\b", re.I
)


def _agreed(sentence: Sentence) -> bool:
    """True where the sentence sends to a professional about the lack itself."""
    return _AGREES.search(sentence.words) is not None


def _missing(passage: Passage, sentence: Sentence, lack: Cue) -> Treatment | None:
    """The treatment nearest before the words of lack, or inside them."""
    near = [sentence, *(passage.before(sentence, n) for n in range(1, _BACK + 1))]
    for other in near:
        if other is None or sentence.block - other.block > 0:
            continue
        found = [t for t in named_in(passage, other) if t[0].start < lack.span.end]
        if found:
            return max(found, key=lambda t: (t[0].end, t[1]))
    return None


def _another(passage: Passage, sentence: Sentence, lack: Cue, missing: Treatment) -> Cue | None:
    """The first prescription drug behind the words of lack that is not the missing one."""
    own = {c.name for s in passage.sentences for c in s.of("drug") if c.span.overlaps(missing[0])}
    for cue in sentence.of("drug"):
        if cue.span.start > lack.span.end and cue.name not in own and passage.is_rx(cue.name):
            return cue
    return None
