"""When a change of a treatment is no change made alone.

A professional decides on it; it is the leaflet's rule for a dose that was forgotten; whoever stops
is to seek help at once; the course is over as prescribed; or somebody tells what he did himself.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.checks.prescriber import prescriber_decides
from pipeline.stages.dosing.checks.told_to_change import told_of_himself
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.claims import Candidate
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_DENIED = re.compile(r"\b(?:not|never|n't|without|no) (?:\w+ )?$", re.I)

_NOBODY = re.compile(r"\b(?:none|nobody|no one|neither)\b[^,;:.]{0,40}$", re.I)


def excused(passage: Passage, sentence: Sentence, verb: Cue, candidate: Candidate) -> Candidate:
    """`candidate`, the change that `verb` makes, let go where somebody or something excuses it."""
    doctor = prescriber_decides(passage, sentence, verb.span)
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    if sentence.has("seek_help") and not sentence.has("unsupervised"):
        candidate = candidate.but("stop and seek help")
    if _forgotten(passage, sentence) and not _made_up_for(passage, sentence):
        candidate = candidate.but("the leaflet's rule for a missed dose")
    if sentence.has("course_over") and sentence.has("doctor", "supervised"):
        candidate = candidate.but("the course is over")
    if sentence.has("score_line"):
        candidate = candidate.but("a scored tablet may be halved")
    if _NOBODY.search(passage.text[sentence.span.start : verb.span.start]):
        candidate = candidate.but("nobody does so")
    if told_of_himself(passage, sentence, verb):
        candidate = candidate.but("somebody tells what he did")
    return candidate


def _made_up_for(passage: Passage, sentence: Sentence) -> bool:
    """True where the forgotten dose is to be made up for, which no leaflet says."""
    return any(
        not _DENIED.search(passage.text[sentence.span.start : cue.span.start])
        for cue in sentence.of("makes_up")
    )


def _forgotten(passage: Passage, sentence: Sentence) -> bool:
    """True where the sentence, the one before it, or what stands above it or heads its columns, is
    about a dose that was forgotten."""
    above = [passage.sentences[i] for i in sentence.above]
    before = passage.before(sentence)
    if before is not None and before.block == sentence.block:
        above.append(before)
    heads = (passage.sentence_at(h.start) for h in sentence.headers if isinstance(h, Span))
    return any(s is not None and s.has("missed_dose") for s in (sentence, *above, *heads))
