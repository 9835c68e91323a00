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
from pipeline.stages.dosing.places import misplaced, placed, routed

_OPENS = re.compile(
    r"\b(?:crush|grind|chew|(?<!a )(?<!without )(?<!your )(?<!no )break|split|cut|snap|halve"
    r"|open|dissolve|bite|smash|pound"
    r"|mash)(?:e[sd]|s|ed|d|ing|t)?\b|\bpowder(?:ed)?\b|\bground\b|\bin half\b",
    re.I,
)


_SHAPE = re.compile(
    r"\b(?:(?:extended|sustained|slow|prolonged|modified|controlled|delayed)[- ]release"
    r"|long[- ]acting|retard|depot|enteric(?:[- ]coated)?|gastro-?resistant"
    r"|[0-9]{1,4} ?(?:ER|XR|XL|SR|CR|MR)|ER|XR|XL|SR|CR|OxyContin|MS Contin|patch(?:es)?"
    r"|12[- ]hour|24[- ]hour|once[- ]daily capsules?)\b"
)


_SWALLOWED = re.compile(
    r"\b(?:drink|swallow|take orally|by mouth|eat)\b[^.;]{0,40}\b(?:suppositor(?:y|ies)"
    r"|nasal (?:drops|spray)|eye drops|ear drops|ointment|cream|inhaler capsules?"
    r"|patch(?:es)?|vaginal tablets?|external|lotion|nose drops|mouthwash)\b"
    r"|\b(?:suppositor(?:y|ies)|nasal (?:drops|spray)|eye drops|ear drops|ointment"
    r"|patch(?:es)?|vaginal tablets?|nose drops)\b[^.;]{0,40}\b(?:drunk|swallow(?:ed)?"
    r"|by mouth|orally|in tea|under the tongue|chewed)\b",
    re.I,
)


_HEAT = re.compile(
    r"\b(?:heat(?:ing)?(?: pad)?|hot[- ]water bottle|hot bath|sauna|two|2|several|extra"
    r"|second|cut|chew|boil)\b[^.;]{0,40}\bpatch(?:es)?\b"
    r"|\bpatch(?:es)?\b[^.;]{0,90}\b(?:heat(?:ing)? pad|hot[- ]water bottle|hot bath|sauna"
    r"|cut|chew|boil|in half|pieces)\b",
    re.I,
)


_INJECTED_PILL = re.compile(
    r"\b(?:dissolv|crush|grind|melt)\w*\b[^.;]{0,60}\binject\w*"
    r"|\binject\w*\b[^.;]{0,40}\b(?:crushed|dissolved|ground) (?:tablets?|pills?"
    r"|capsules?)",
    re.I,
)


def wrong_forms(passage: Passage) -> Iterator[Candidate]:
    """Release destroyed, or a route the product is not made for."""
    for sentence in passage.sentences:
        named = sentence.has("drug", "group", "wrong_route", "crush", "modified")
        if not named and not _PLACES.search(sentence.span.of(passage.text)):
            continue
        for found in (
            _broken(passage, sentence),
            misplaced(passage, sentence),
            _swallowed(passage, sentence),
        ):
            if found is not None:
                yield found
                break


def _broken(passage: Passage, sentence: Sentence) -> Candidate | None:
    words = sentence.span.of(passage.text)
    before = passage.before(sentence)
    beside = before if before and before.block == sentence.block and before.has("drug") else None
    named = sentence.has("drug", "group") or (beside is not None and _same_thing(words))
    after = passage.after(sentence)
    urged = after is not None and after.block == sentence.block and after.has("urge")
    if not named or not (urged or orders(passage, sentence)):
        return None
    melted = _INJECTED_PILL.search(words)
    if melted:
        severity = Severity.CRITICAL if sentence.groups("controlled") else Severity.MAJOR
        return routed(
            passage, sentence, placed(sentence, melted), severity, "pills are not for injection"
        )
    opened, shape = _OPENS.search(words), _shape(sentence, words)
    heated = _HEAT.search(words)
    opioid = bool(sentence.groups("opioid"))
    if heated and (opioid or "fentanyl" in words.lower() or sentence.has("drug")):
        severity = Severity.CRITICAL if opioid else Severity.MAJOR
        return routed(
            passage,
            sentence,
            placed(sentence, heated),
            severity,
            "a patch must be whole, single and cool",
        )
    if opened is not None and shape is None and beside is not None and _same_thing(words):
        known = _shape(beside, beside.span.of(passage.text)) is not None
        shape = placed(sentence, opened) if known else None
    if opened is None or shape is None or _NOT.search(words[: opened.start()]):
        return None
    span = placed(sentence, opened).cover(shape)
    severity = Severity.CRITICAL if opioid else Severity.MAJOR
    return routed(passage, sentence, span, severity, "the whole dose is released at once")


def _same_thing(words: str) -> bool:
    """True for "the tablet can be cut": the product of the sentence before."""
    return _IT.search(words) is not None


_IT = re.compile(
    r"\b(?:it|them|the (?:tablets?|capsules?|pills?|patch(?:es)?|whole thing))\b", re.I
)
_PLACES = re.compile(r"\b(?:eyes?|ears?|nose|nostrils?|vagina|rectum|tampons?)\b", re.I)
_NOT = re.compile(r"\b(?:not|never|without|nor|n't)(?: be| being)? $", re.I)
_NOT_SWALLOWED = re.compile(
    r"\b(?:suppositor(?:y|ies)|nasal (?:drops|spray)|eye drops|ear drops|vaginal (?:tablets?"
    r"|capsules?|pessar(?:y|ies))|pessar(?:y|ies)|nose drops|enemas?)\b",
    re.I,
)
_SWALLOWS_IT = re.compile(
    r"\b(?:drink|swallow|chew|suck|eat)(?:s|ed|ing)? (?:it|them|one|the (?:\w+ )?(?:tablets?"
    r"|capsules?|drops|pills?|liquid|contents?|suppositor(?:y|ies)|pessar(?:y|ies)))\b"
    r"|\b(?:it|them|the (?:tablet|capsule|drops)) (?:can be |may be |is |are )?(?:taken )?(?:drunk"
    r"|swallowed|by mouth)\b",
    re.I,
)


def _shape(sentence: Sentence, words: str) -> Span | None:
    """The words that say that a tablet must stay whole."""
    match = _SHAPE.search(words)
    if match:
        return placed(sentence, match)
    whole = [*sentence.of("modified"), *sentence.groups("whole_only")]
    return whole[0].span if whole else None


def _swallowed(passage: Passage, sentence: Sentence) -> Candidate | None:
    match = _SWALLOWED.search(sentence.span.of(passage.text))
    before = passage.before(sentence)
    beside = before is not None and before.block == sentence.block
    if match is None and before is not None and beside:
        other = _NOT_SWALLOWED.search(before.span.of(passage.text))
        match = _SWALLOWS_IT.search(sentence.span.of(passage.text)) if other else None
    if match is None:
        return None
    return routed(
        passage, sentence, placed(sentence, match), Severity.MAJOR, "made for another route"
    )
