"""The right drug in the wrong shape.

A tablet that releases over twelve hours releases at once when it is crushed; a patch that is cut or
heated does too; a suppository is not for swallowing. Wrong places are found in `places`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import orders
from pipeline.stages.dosing.claims import Candidate
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.places import misplaced, routed

_SHAPE = re.compile(
    r"\b(?:(?:extended|sustained|slow|prolonged|modified|controlled|delayed)[- ]release"
    r"|long[- ]acting|retard|depot|enteric(?:[- ]coated)?|gastro-?resistant"
    r"|[0-9]{1,4} ?(?:ER|XR|XL|SR|CR|MR)|ER|XR|XL|SR|CR|OxyContin|MS Contin|patch(?:es)?"
    r"|12[- ]hour|24[- ]hour|once[- ]daily capsules?)\b"
)
"""Spelled as on the pack; "er" and "cr" in small letters are other words."""

_NOT = re.compile(r"\b(?:not|never|without|nor|n't)(?: be| being)? $", re.I)


def wrong_forms(passage: Passage) -> Iterator[Candidate]:
    """Release destroyed, or a route the product is not made for."""
    for sentence in passage.sentences:
        if not sentence.has("drug", "group", "wrong_route", "crush", "modified", "body_opening"):
            continue
        found = (
            _broken(passage, sentence)
            or misplaced(passage, sentence)
            or _swallowed(passage, sentence)
        )
        if found is not None:
            yield found


def _broken(passage: Passage, sentence: Sentence) -> Candidate | None:
    before = passage.before(sentence)
    beside = before if before and before.block == sentence.block and before.has("drug") else None
    beside = beside if sentence.has("that_product") else None
    after = passage.after(sentence)
    urged = after is not None and after.block == sentence.block and after.has("urge")
    named = sentence.has("drug", "group") or beside is not None
    if not named or not (urged or orders(passage, sentence)):
        return None
    melted = sentence.of("pill_injected")
    if melted:
        severity = Severity.CRITICAL if sentence.groups("controlled") else Severity.MAJOR
        why = "pills are not for injection"
        return routed(passage, sentence, melted[0].span, severity, why)
    severity = Severity.CRITICAL if sentence.groups("opioid") else Severity.MAJOR
    heated = sentence.of("patch_misused")
    if heated and sentence.has("drug", "group"):
        why = "a patch must be whole, single and cool"
        return routed(passage, sentence, heated[0].span, severity, why)
    opened, shape = sentence.of("opened"), _shape(sentence)
    if opened and shape is None and beside is not None and _shape(beside) is not None:
        shape = opened[0].span
    if not opened or shape is None:
        return None
    if _NOT.search(passage.text[sentence.span.start : opened[0].span.start]):
        return None
    span = opened[0].span.cover(shape)
    return routed(passage, sentence, span, severity, "the whole dose is released at once")


def _shape(sentence: Sentence) -> Span | None:
    """The words that say that a tablet must stay whole."""
    match = _SHAPE.search(sentence.words)
    if match:
        return Span(*match.span()).shift(sentence.span.start)
    whole = [*sentence.of("modified"), *sentence.groups("whole_only")]
    return whole[0].span if whole else None


def _swallowed(passage: Passage, sentence: Sentence) -> Candidate | None:
    said = sentence.of("swallowed_wrongly")
    before = passage.before(sentence)
    if not said and before is not None and before.block == sentence.block:
        said = sentence.of("swallows_it") if before.has("not_for_swallowing") else ()
    if not said:
        return None
    return routed(passage, sentence, said[0].span, Severity.MAJOR, "made for another route")
