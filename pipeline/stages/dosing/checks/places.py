"""The right drug, or a thing from the kitchen, in the wrong place.

A steroid in an eye with herpes costs the eye; boric alcohol through a torn drum costs the hearing;
an injection into a vein is a professional's.
"""

from __future__ import annotations

import re

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.scope.advice import advises
from pipeline.stages.dosing.scope.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision


def routed(
    passage: Passage,
    sentence: Sentence,
    span: Span,
    severity: Severity,
    why: str,
    *,
    excuse: str | None = "",
) -> Candidate:
    """A wrong route, unless a professional or the scope of its sentence excuses it.

    `excuse` are the professional's words, where the caller knows better which of them count.
    """
    candidate = Candidate(trimmed(passage, span), severity, why, confidence=Confidence.MEDIUM)
    doctor = supervision(passage, sentence, span, beside=False) if excuse == "" else excuse
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


def misplaced(passage: Passage, sentence: Sentence) -> Candidate | None:
    """A drug, or a thing from the kitchen, where it does not belong."""
    return (
        _into_vein(passage, sentence)
        or _snorted(passage, sentence)
        or _steroid_in_eye(passage, sentence)
        or _aspirin_on_gum(passage, sentence)
        or _unfit(passage, sentence)
    )


def _into_vein(passage: Passage, sentence: Sentence) -> Candidate | None:
    vein = sentence.of("into_vein")
    if not vein or sentence.has("at_the_ward"):
        return None
    if not (_has_drug(passage, sentence) or sentence.has("remedy")):
        return None
    span = vein[0].span
    verb = sentence.of("inject_word")
    if verb:
        span = span.cover(verb[0].span)
    why = "into a vein without a professional"
    return routed(passage, sentence, span, Severity.CRITICAL, why)


def _snorted(passage: Passage, sentence: Sentence) -> Candidate | None:
    snort = sentence.of("up_the_nose")
    if not snort or sentence.has("spray_or_drops") or not _has_drug(passage, sentence):
        return None
    severity = Severity.CRITICAL if sentence.groups("controlled") else Severity.MAJOR
    return routed(passage, sentence, snort[0].span, severity, "a route it is not made for")


def _steroid_in_eye(passage: Passage, sentence: Sentence) -> Candidate | None:
    """A steroid by its name, a brand's or the word itself."""
    eye, steroid = sentence.of("in_eye"), sentence.of("steroid_word")
    steroid = steroid or sentence.groups("steroid_eye")
    if not steroid or not sentence.has("puts"):
        return None
    before = passage.before(sentence)
    beside = before is not None and before.block == sentence.block
    sick = sentence.of("sick_eye") or (before.of("sick_eye") if before and beside else ())
    if not eye and not sick:
        return None
    span = steroid[0].span.cover(eye[0].span) if eye else steroid[0].span
    why = "a steroid in an eye that nobody has examined"
    return routed(passage, sentence, span, Severity.CRITICAL, why)


def _aspirin_on_gum(passage: Passage, sentence: Sentence) -> Candidate | None:
    gum = sentence.of("on_gum")
    if not gum or not sentence.groups("salicylate") or not advises(passage, sentence):
        return None
    return routed(passage, sentence, gum[0].span, Severity.MAJOR, "aspirin burns the gum")


def _has_drug(passage: Passage, sentence: Sentence) -> bool:
    """True when the sentence, or the one before it in its block, names a drug."""
    before = passage.before(sentence)
    return sentence.has("drug", "group") or (
        before is not None and before.block == sentence.block and before.has("drug", "group")
    )


_PLACES = ("in_eye", "in_ear", "in_nose", "in_vagina", "in_rectum")


_MEASURED = re.compile(r"\b(?:for|blood|test|tests|level of|levels of)\s+$", re.I)


def _measured(passage: Passage, sentence: Sentence, thing: Span) -> bool:
    """True for the sugar that a blood sample is taken for, which nobody puts anywhere."""
    before = passage.text[sentence.span.start : thing.start]
    return _MEASURED.search(before) is not None and not sentence.has("treats")


def _unfit(passage: Passage, sentence: Sentence) -> Candidate | None:
    """A kitchen substance put where only a sterile or made product belongs."""
    things = [c for c in sentence.of("kitchen_thing") if not _measured(passage, sentence, c.span)]
    if not things or not advises(passage, sentence):
        return None
    thing = things[0].span
    for place in _PLACES:
        found = sentence.of(place)
        if not found or found[0].span.start == thing.start:
            continue
        if place == "in_ear" and sentence.has("fit_for_ear") and not sentence.has("ear_runs"):
            continue
        if place == "in_rectum" and "enema" not in sentence.words.lower():
            continue
        puts = sentence.of("puts")
        if not puts and not sentence.has("treats"):
            continue
        span = thing.cover(found[0].span)
        near = [p.span for p in puts if p.span.start < max(thing.start, found[0].span.start)]
        if near and thing.start - near[-1].start < 60:
            span = span.cover(near[-1])
        why = f"not made for the {place.removeprefix('in_')}"
        return routed(passage, sentence, span, Severity.MAJOR, why)
    return None
