"""The right drug in the wrong shape.

A tablet that releases over twelve hours releases at once when it is crushed; a patch that is cut or
heated does too; a suppository is not for swallowing. Wrong places are found in `places`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.places import misplaced, routed
from pipeline.stages.dosing.checks.told_to_change import TOLD
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.advice import orders
from pipeline.stages.dosing.scope.claims import Candidate
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_SHAPE = re.compile(
    r"\b(?:(?:extended|sustained|slow|prolonged|modified|controlled|delayed)[- ]release"
    r"|long[- ]acting|[Rr]etard|RETARD|LA|MR|ZOK|Chrono"
    r"|depot|enteric(?:[- ]coated)?|gastro-?resistant"
    r"|[0-9]{1,4} ?(?:ER|XR|XL|SR|CR|MR)|ER|XR|XL|SR|CR|OxyContin|MS Contin|patch(?:es)?"
    r"|12[- ]hour|24[- ]hour|once[- ]daily capsules?)\b"
)
"""Spelled as on the pack; "er" and "cr" in small letters are other words."""

_BACK = 3
"""Sentences back in which the product may be named."""

_ASKED = re.compile(
    r"\b(?:ask(?:ed|ing)?|agree[ds]?|allow(?:s|ed)?|approv\w+|confirm(?:s|ed)?|says? (?:so|it|that)"
    r"|told|advise[ds]?|permit(?:s|ted)?|instruct(?:s|ed)|show(?:s|ed|n)|check with"
    r"|recommend(?:s|ed))\b",
    re.I,
)
"""What a professional does who decides on the breaking."""

_OTHER = re.compile(
    r"\s+(?!(?:it|them|in|into|to|with|and|or|between|through|thoroughly|well|up|on|onto|under"
    r"|before|for|if|when|finely|coarsely|first|by)\b)\w",
    re.I,
)
"""Behind a verb of breaking with an object of its own: "chew bread"."""

_PASSIVE = re.compile(
    r"\b(?:is|are|be|get|gets|if|when|once|better to|easier to|(?:patch|tablet|capsule)s?)"
    r" (?:\w+ly )?$",
    re.I,
)
"""Before "crushed", "divided": what is done or may be done with it."""

_NOT = re.compile(r"\b(?:not|never|without|nor|n't)(?: be| being| for| to)? $", re.I)


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
    beside = _spoken_of(passage, sentence)
    after = passage.after(sentence)
    urged = after is not None and after.block == sentence.block and after.has("urge")
    named = sentence.has("drug", "group") or beside is not None
    if not named or not (urged or orders(passage, sentence) or _ordered(passage, sentence)):
        return None
    melted = sentence.of("pill_injected")
    if melted:
        severity = Severity.CRITICAL if sentence.groups("controlled") else Severity.MAJOR
        why = "pills are not for injection"
        return routed(passage, sentence, melted[0].span, severity, why)
    severity = Severity.CRITICAL if sentence.groups("opioid") else Severity.MAJOR
    heated = sentence.of("patch_misused")
    if heated and sentence.has("drug", "group") and not sentence.has("heat_patch"):
        why = "a patch must be whole, single and cool"
        return routed(passage, sentence, heated[0].span, severity, why)
    opened, shape = _harms(passage, sentence, beside), _shape(sentence)
    if opened is not None and shape is None and beside is not None and _shape(beside) is not None:
        shape = opened.span
    if opened is None or shape is None:
        return None
    if ". " in passage.text[opened.span.end : shape.start]:
        return None  # another product, of which something else is said
    span = opened.span.cover(shape)
    if beside is not None and beside.groups("opioid"):
        severity = Severity.CRITICAL
    why = "the whole dose is released at once"
    return routed(passage, sentence, span, severity, why, excuse=_allowed(passage, sentence))


def _spoken_of(passage: Passage, sentence: Sentence) -> Sentence | None:
    """The sentence before, or one further back, whose product "it" or "the tablet" means."""
    opened = sentence.of("opened")
    if not sentence.has("that_product") and (
        not opened
        or sentence.has("drug", "group", "remedy")
        or _OTHER.match(passage.text, opened[0].span.end)
    ):
        return None
    for count in range(1, _BACK + 1):
        other = passage.before(sentence, count)
        if other is None or other.block != sentence.block:
            return None
        if other.has("drug"):
            return other if sentence.has("that_product") or _shape(other) else None
    return None


def _allowed(passage: Passage, sentence: Sentence) -> str | None:
    """The words of a professional who was asked about the breaking itself; that somebody
    prescribed the tablet does not say that it may be crushed."""
    doctors = sentence.of("doctor", "supervised")
    asked = _ASKED.search(sentence.words)
    return asked.group() if asked and doctors else None


def _ordered(passage: Passage, sentence: Sentence) -> bool:
    """True where the breaking itself is ordered or told as usual: "mash it", "is pounded"."""
    for cue in sentence.of("opened"):
        ahead = passage.text[sentence.span.start : cue.span.start]
        done = not cue.span.of(passage.text).lower().endswith("ing")
        if done and (TOLD.search(ahead) or _PASSIVE.search(ahead)):
            return True
    return False


def _harms(passage: Passage, sentence: Sentence, beside: Sentence | None) -> Cue | None:
    """The first word of breaking that is not negated, and that the product may not bear.

    Some capsules may be opened as long as their granules stay whole; some tablets that release
    slowly have a line to be halved at.
    """
    around = [s for s in (sentence, beside) if s is not None]
    bears = {name for name in _BEARS if any(s.groups(name) for s in around)}
    if sentence.has("score_line"):
        bears.add("may_halve")
    for cue in sentence.of("opened"):
        word = cue.span.of(passage.text).lower()
        borne = any(_BEARS[name].match(word) for name in bears)
        if not borne and not _NOT.search(passage.text[sentence.span.start : cue.span.start]):
            return cue
    return None


_BEARS = {
    "may_open": re.compile(r"open"),
    "may_halve": re.compile(r"halv|break|snap|split|cut|in half"),
}
"""What products of a group stand, by the words of it."""


def _shape(sentence: Sentence) -> Span | None:
    """The words that say that a tablet must stay whole."""
    match = _SHAPE.search(sentence.words)
    if match:
        return Span(*match.span()).shift(sentence.span.start)
    whole = [*sentence.of("modified"), *sentence.groups("whole_only")]
    return whole[0].span if whole else None


_APART = re.compile(r"\b(?:after|before|while|until|when)\b", re.I)
"""Between two things of which each goes its own way: "drink water after the suppository"."""


def _swallowed(passage: Passage, sentence: Sentence) -> Candidate | None:
    said = [
        c for c in sentence.of("swallowed_wrongly") if not _APART.search(c.span.of(passage.text))
    ]
    before = passage.before(sentence)
    if not said and before is not None and before.block == sentence.block:
        said = list(sentence.of("swallows_it")) if before.has("not_for_swallowing") else []
    if not said:
        return None
    return routed(passage, sentence, said[0].span, Severity.MAJOR, "made for another route")
