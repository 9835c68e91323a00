"""Waiting where minutes count.

The text names the emergency itself, and then sends the doctor away, waits for the morning, or
offers the hospital as one of two choices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import orders
from pipeline.stages.dosing.claims import Candidate, scoped, shifted, trimmed
from pipeline.stages.dosing.conditions import URGENT, WAITS, condition_of
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.supervision import supervision

_EITHER = re.compile(
    r"\bor (?:go|call|see|visit|contact|run|drive|get)\b[^.;]{0,40}\b(?:hospital|doctor"
    r"|ambulance|clinic|emergency)",
    re.I,
)


_DISMISSES = re.compile(
    r"\b(?:no (?:real |urgent )?need (?:for|to|of)\b[^.;]{0,40}\b(?:doctor|hospital"
    r"|ambulance|gp|surgeon|clinic|specialist|er\b|emergency|test|analysis|antibiotic"
    r"|scan|endoscopy|gastroscopy|x-?rays?|ultrasound|biopsy|checks?\b|a&e|casualty|stitches|midwife"
    r"|panic|operation|surgery|treat)\w*"
    r"|(?:needs?|requires?) no (?:doctor|hospital|analysis|treatment|tests?|ambulance"
    r"|surgery|examination)|no (?:hospital|ambulance|doctors?|surgeon"
    r"|emergency room) (?:is |are |was )?(?:needed|necessary|required)?"
    r"|(?:don't|do not|no need to|needn't|never|not necessary to|no reason to|pointless to"
    r"|useless to|not worth) (?:immediately )?(?:call|calling|run|rush|go|going|bother"
    r"|panic|worry|disturb|drag|hurry|be scared|be afraid|see|waste|seek|phone|take him"
    r"|take her|trust)\b[^.;]{0,40}"
    r"|(?:do|does)(?:n't| not) (?:need|require|have to see|have to go to) (?:a |an |any |the "
    r"|to see a |to go to |to ring |to call )*(?:a&e|er\b|911|999|112|111|gp|casualty|urgent care"
    r"|clinic|midwife|paramedics?|hospital|doctor|ambulance|surgery|specialist|gp|examination)"
    r"|without (?:a |an |any |the )?(?:doctor|hospital|ambulance|surgeon"
    r"|hospitali[sz]ation)s?|instead of (?:the |an |a |calling |going |running "
    r"|seeing )*(?:hospital|ambulance|doctors?|surgeon|emergency|er|operation|surgery"
    r"|chemo\w*)"
    r"|(?:hospitals?|ambulances?|doctors?|a&e|surgeons?|gps?|examination|operation|surgery"
    r"|paramedics?) "
    r"(?:is|are|will be) (?:not|hardly|rarely|un)[ -]?(?:necessary|needed|required|essential)"
    r"|(?:doctors?|docs?|they|hospitals?|a&e|gps?) (?:will |would )?(?:just |only |simply "
    r"|always )*"
    r"(?:send|sends|tell|tells|give|fob|make|makes|keep|keeps) you\b"
    r"|(?:save|spare) (?:yourself |you )?(?:the |a )?(?:trip|queue|wait|fare|bill|night)"
    r"|(?:a&e|er|hospital|ambulances?|doctors?|gps?) (?:is|are) (?:only |just )?for (?:people|those"
    r"|others|the dying)|(?:overkill|over the top|waste of time|fuss about nothing)"
    r"|(?:doctor|dentist|surgeon|hospital|ambulance|visit|examination|appointment|surgery"
    r"|clinic|specialist|er|it|this|that) can wait|doctors? (?:only |just |always "
    r"|will )?(?:exaggerate|scare|frighten|panic|overreact)|there is no (?:rush|hurry)"
    r"|no (?:rush|hurry|big deal)"
    r"|skip the (?:hospital|er|doctor|ambulance)|stay away from (?:the )?(?:hospital"
    r"|doctor)s?|save (?:yourself )?(?:the|a) (?:trip|visit))",
    re.I,
)


_REASSURES = re.compile(
    r"\b(?:(?:is|are|it's|that's) (?:a |an |just |only |quite |perfectly |completely "
    r"|absolutely |usually )*(?:normal|harmless|not dangerous|nerves|stress|tiredness|gas"
    r"|cleaning|cleansing)\b|usually (?:everything |it |this )?(?:goes|passes|resolves"
    r"|disappears)|(?:will )?(?:pass|passes|goes away|go away|resolves?|heals?|settles?"
    r"|stops?) (?:by itself|on its own|by themselves|on their own|without treatment)"
    r"|it will pass|nothing (?:to worry|terrible|dangerous|serious)|just (?:nerves|stress"
    r"|tired\w*))",
    re.I,
)


_CARE = re.compile(
    r"hospital|doctor|ambulance|surgeon|a&e|midwife|nurse|screening|check|appointment|biopsy"
    r"|mammogram|scan||gp\b|clinic|specialist|emergency|dentist|surgery"
    r"|operation|chemo|treatment|examination|analysis",
    re.I,
)


_FAILING = re.compile(
    r"\b(?:only )?if (?:it|this|that|they|things|the \w+|there) (?:does not|doesn't|do not"
    r"|don't|has not"
    r"|hasn't|is not|isn't|is no|still|persists?|continues?|remains?|gets? worse)\b[^.;]*",
    re.I,
)
"""Help that is sought only when home treatment has failed is no help at once."""


_LASTING = re.compile(r"\b(?:days?|weeks?|hours|months?|morning|monday|night|at home)\b", re.I)


_LONG = re.compile(r"\b(?:weeks?|months?|years?)\b", re.I)
"""How long nobody waits with something serious."""


_LYING = re.compile(
    r"before (?:the )?(?:arrival|doctors? (?:arrive|come)|ambulance)"
    r"|waiting for (?:the )?(?:ambulance|doctor|help)|until (?:the )?(?:ambulance|help"
    r"|doctor|paramedics)",
    re.I,
)


def delays(passage: Passage) -> Iterator[Candidate]:
    """Waiting or home treatment where the text itself names an emergency or a serious condition."""
    for sentence in passage.sentences:
        far = sentence.has("wait", "unsupervised", "negation", "reassure")
        found = condition_of(passage, sentence, reach=2 if far else 1)
        if found is None:
            continue
        words = sentence.span.of(passage.text)
        match, sure = _putting_off(passage, sentence, words)
        if match is None:
            continue
        condition, where = found
        long = _LONG.search(words) is not None
        if condition.kind == "serious" and not ((sure or long) and _CARE.search(words)):
            continue
        yield _delay(passage, sentence, condition, where, match)


def _putting_off(
    passage: Passage, sentence: Sentence, words: str
) -> tuple[re.Match[str] | None, bool]:
    """The words that put care off, and whether they alone say so.

    Sending the doctor away says it alone; waiting and reassuring only beside something to do.
    """
    match = _DISMISSES.search(words)
    if match:
        return match, True
    acts = orders(passage, sentence) or sentence.has("remedy")
    for pattern, needs in ((_EITHER, True), (WAITS, False), (_REASSURES, True)):
        match = pattern.search(words)
        if match and (acts or not needs):
            return match, False
    return None, False


def _delay(
    passage: Passage, sentence: Sentence, condition: Cue, where: Sentence, match: re.Match[str]
) -> Candidate:
    words = sentence.span.of(passage.text)
    either = _EITHER.search(words)
    severity = Severity.CRITICAL if condition.kind == "emergency" else Severity.MAJOR
    span = Span(*match.span()).shift(sentence.span.start)
    if either is not None:
        severity = shifted(severity, -1)
        span = span.cover(Span(*either.span()).shift(sentence.span.start))
    candidate = Candidate(
        trimmed(passage, sentence.clause_of(span)),
        severity,
        f"delays care for {condition.name} (“{condition.span.of(passage.text)}”)",
        confidence=Confidence.MEDIUM,
    )
    if _forbids_delay(words):
        candidate = candidate.but("warns against waiting")
    if either is None:
        said = _FAILING.sub(" ", words) if _LASTING.search(words) else words
        if URGENT.search(said) or _LYING.search(words):
            candidate = candidate.but("tells the reader to get help at once")
        if where is not sentence and URGENT.search(where.span.of(passage.text)):
            candidate = candidate.but("the sentence before tells the reader to get help")
        following = passage.after(sentence)
        if (
            following
            and following.block == sentence.block
            and URGENT.search(following.span.of(passage.text))
        ):
            candidate = candidate.but("the next sentence tells the reader to get help")
        doctor = supervision(passage, sentence, span)
        if doctor and "prescri" in doctor.lower():
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


def _forbids_delay(words: str) -> bool:
    return bool(
        re.search(
            r"\b(?:do not|don't|never|not to|must not|should not|shouldn't|cannot|can't"
            r"|no time to) (?:\w+ )?"
            r"(?:wait|delay|postpone|put (?:it )?off|stay at home|treat|self-medicate|ignore|hope"
            r"|lie|lose)\b",
            words,
            re.I,
        )
    )
