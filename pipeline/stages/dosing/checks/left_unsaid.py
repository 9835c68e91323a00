"""Changes of a treatment that they call "it", or do not name at all.

"Concor has done its business, throw it from tomorrow", "skip Friday to Sunday", "it is allowed not
to drink it on trips": the treatment was named before, and the words of the change have no other
object. They are few enough to be listed (`changes_it`, `leaves_off` of the cues); what they mean
is found by looking back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.excuses import excused
from pipeline.stages.dosing.checks.told_to_change import directed
from pipeline.stages.dosing.checks.treatments import Treatment, named_in, spoken_of
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.claims import Candidate, trimmed
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.prohibitions import forbidden
from pipeline.stages.dosing.scope.reasons import REASONS

_FURTHER = re.compile(r",\s|\sand\s|[.!?]\s")
"""Where the change is told and something else begins."""


_HALF = re.compile(r"\bhalf\b", re.I)
_NOT = re.compile(r"\b(?:not|do?n['’]?t)\b", re.I)


def changed_unsaid(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    """Every change in `sentence` whose treatment was named before."""
    for cue in sentence.of("changes_it", "leaves_off"):
        meant = _within(passage, sentence, cue) or spoken_of(passage, sentence, cue.span.start)
        if meant is None:
            continue
        end = sentence.clause_of(cue.span).end
        further = _FURTHER.search(passage.text, cue.span.end, end)
        end = further.start() if further else end
        candidate = Candidate(
            trimmed(passage, Span(cue.span.start, end)),
            meant[1],
            f"changes treatment with {meant[2]} without its prescriber"
            f" (“{cue.span.of(passage.text)}”)",
            confidence=Confidence.MEDIUM,
        )
        yield _unless(passage, sentence, cue, candidate)


def _within(passage: Passage, sentence: Sentence, cue: Cue) -> Treatment | None:
    """The treatment inside the words of changing: "makes metformin unnecessary"."""
    inside = [t for t in named_in(passage, sentence) if cue.span.contains(t[0])]
    return max(inside, key=lambda t: t[1], default=None)


def _unless(passage: Passage, sentence: Sentence, cue: Cue, candidate: Candidate) -> Candidate:
    candidate = excused(passage, sentence, cue, candidate)
    if cue.kind == "changes_it" and not directed(passage, sentence, cue):
        candidate = candidate.but("nobody is told to change anything")
    if len(_HALF.findall(sentence.words)) > 1:
        candidate = candidate.but("a dose that is taken in two halves")
    negative = cue.kind == "leaves_off" or _NOT.search(cue.span.of(passage.text))
    for reason in REASONS:
        if reason is forbidden and negative:
            continue  # "it is allowed not to drink" is itself a negation
        candidate = candidate.but(reason(passage, sentence, candidate.evidence))
    return candidate
