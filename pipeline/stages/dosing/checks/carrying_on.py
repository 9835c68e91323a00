"""Treatment that is to go on in spite of severe effects.

"Despite the rash the course must be finished", "yellow eyes are only bile, go on": who carries on
with a drug that harms him loses the days in which stopping helps. So it takes an effect that is
severe, words that make light of it, and an order to go on; they may stand in two sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.stages.dosing.checks.prescriber import prescriber_decides
from pipeline.stages.dosing.checks.treatments import Treatment, spoken_of
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.claims import Candidate, trimmed
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.questions import asked

_GONE = re.compile(
    r"^[^.;]{0,25}\b(?:gone|goes|go away|better|disappear\w*|stop(?:s|ped)|improv\w+|clear(?:s|ed)"
    r"|subsid\w+)\b",
    re.I,
)
_ABSENT = re.compile(r"\b(?:no|without|never|mild|slight|little|minor|not|against|for) \W*$", re.I)
_UNTIL = re.compile(r"\W*\w*\W*(?:until|till|til)\b", re.I)
_NEGATED = re.compile(r"\b(?:not|never|don't|dont|cannot|can't|without) (?:\w+ )?$", re.I)


def carried_on(passage: Passage, sentence: Sentence) -> Candidate | None:
    """An order to go on with a treatment whose severe effects are made light of."""
    order = next(_orders(passage, sentence), None)
    if order is None:
        return None
    before = passage.before(sentence)
    around = [sentence]
    if before is not None and before.block == sentence.block:
        around.insert(0, before)
    effects = [c for s in around for c in s.of("severe_effect") if _suffered(passage, s, c)]
    light = [c for s in around for c in s.of("despite", "made_light_of")]
    meant = _treatment(passage, sentence)
    if not effects or not light or meant is None:
        return None
    start = max(light, key=lambda c: (sentence.span.contains(c.span), c.kind == "despite")).span
    span = start.cover(order.span) if sentence.span.contains(start) else order.span
    candidate = Candidate(
        trimmed(passage, span),
        meant[1],
        f"treatment with {meant[2]} is to go on in spite of severe effects",
        confidence=Confidence.MEDIUM,
    )
    doctor = prescriber_decides(passage, sentence, order.span)
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    if sentence.has("seek_help"):
        candidate = candidate.but("seek help")
    return candidate.but(asked(passage, sentence, order.span))


def _orders(passage: Passage, sentence: Sentence) -> Iterator[Cue]:
    """The orders to go on, except "keep going until it stops" and those that are negated."""
    for cue in sentence.of("goes_on"):
        behind = passage.text[cue.span.end : sentence.span.end]
        ahead = passage.text[sentence.span.start : cue.span.start]
        if not _UNTIL.match(behind) and not _NEGATED.search(ahead):
            yield cue


def _suffered(passage: Passage, sentence: Sentence, effect: Cue) -> bool:
    """True unless the effect is absent, mild, over, or what the drug is for."""
    ahead = passage.text[sentence.span.start : effect.span.start]
    behind = passage.text[effect.span.end : sentence.span.end]
    return not _ABSENT.search(ahead) and not _GONE.match(behind)


def _treatment(passage: Passage, sentence: Sentence) -> Treatment | None:
    """What is to go on: a treatment named here or before, or any drug."""
    meant = spoken_of(passage, sentence, sentence.span.end)
    if meant is not None:
        return meant
    named = sentence.of("drug", "therapy_noun")
    before = passage.before(sentence)
    if not named and before is not None and before.block == sentence.block:
        named = before.of("drug", "therapy_noun")
    return (named[0].span, Severity.MAJOR, named[0].span.of(passage.text)) if named else None
