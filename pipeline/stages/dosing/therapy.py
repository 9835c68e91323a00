"""Prescribed therapy that is changed without its prescriber.

Halving the warfarin because the legs are bruised, skipping the insulin, carrying on in spite of
hives. Sentences that say what a drug stops or reduces are many more; so a verb counts only as an
order, a permission or an example, and only with a treatment as its object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence
from pipeline.model.span import Span
from pipeline.stages.dosing.answers import answered
from pipeline.stages.dosing.carrying_on import carried_on
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.forgotten import doubled
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.scope import effective, supervision
from pipeline.stages.dosing.treatments import objects_of

_SEEK = re.compile(
    r"\b(?:seek|get (?:medical )?help|contact|call|emergency|ambulance|see (?:a|your)"
    r"|straight away|at once|immediately)\b|\bif (?:the |your )?(?:symptoms|it|they|pain"
    r"|diarrh\w+|rash)\b[^.;]{0,30}\b(?:worse|worsens?|develops?|appears?|lasts?)",
    re.I,
)


_MISSED = re.compile(
    r"\bmissed dose|\bif you (?:miss|forget)\b|\bnext (?:dose|tablet) (?:at"
    r"|as) (?:the )?usual|almost time",
    re.I,
)


_MAKES_UP = re.compile(
    r"\bmak(?:e|es|ing) up for|\bcatch(?:es|ing)? up|\bdoubl(?:e|ed|ing)\b|\btwice the|\bextra",
    re.I,
)


def alterations(passage: Passage) -> Iterator[Candidate]:
    """Prescribed therapy stopped, skipped, halved, doubled or swapped, or carried on regardless."""
    for sentence in passage.sentences:
        yield from _changed(passage, sentence)
        twice = doubled(passage, sentence)
        if twice is not None:
            yield twice
        carried = carried_on(passage, sentence)
        if carried is not None:
            yield carried
    yield from _permitted(passage)


def _changed(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    verbs = effective(sentence, "stop_therapy")
    if not verbs:
        return
    objects = objects_of(passage, sentence)
    if not objects:
        before = passage.before(sentence)
        if before is None or before.block != sentence.block or before.has("stop_therapy"):
            return
        objects = [(sentence.span, s, n) for _, s, n in objects_of(passage, before) if n]
        early = any(v.span.start - sentence.span.start <= 24 for v in verbs)
        if not objects or not (
            (early and _directed(passage, sentence, verbs[0]))
            or re.match(
                r"\W{0,3}(?:stop|skip|halve|double|make it|replace|throw|quit|just|take two"
                r"|cut|drop"
                r"|pause|you can|you may|you could)",
                sentence.span.of(passage.text),
                re.I,
            )
        ):
            return
    words = sentence.span.of(passage.text)
    fallback: Candidate | None = None
    for verb in verbs:
        nearest = min(objects, key=lambda o: _gap(verb.span, o[0]))
        if _elsewhere(passage, verb, nearest[0]):
            continue
        if _gap(verb.span, nearest[0]) > 45 or not _governs(passage, sentence, verb, nearest[0]):
            continue
        severity = max(o[1] for o in objects if _gap(verb.span, o[0]) <= 60)
        inside = sentence.span.contains(nearest[0]) and nearest[0] != sentence.span
        evidence = verb.span.cover(nearest[0]) if inside else _from_verb(passage, sentence, verb)
        candidate = Candidate(
            trimmed(passage, evidence),
            severity,
            f"changes treatment with {nearest[2]} without its prescriber"
            f" (“{verb.span.of(passage.text)}”)",
            confidence=Confidence.MEDIUM,
        )
        doctor = supervision(passage, sentence, evidence)
        if doctor:
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
        if _SEEK.search(words):
            candidate = candidate.but("stop and seek help")
        if _MISSED.search(words) and not _MAKES_UP.search(words):
            candidate = candidate.but("the leaflet's rule for a missed dose")
        if _told_of_himself(passage, sentence, verb):
            candidate = candidate.but("somebody tells what he did")
        if not _directed(passage, sentence, verb):
            candidate = candidate.but("nobody is told to change anything")
        candidate = scoped(passage, sentence, candidate)
        if candidate.let_go is None:
            yield candidate
            return
        fallback = fallback or candidate
    if fallback is not None:
        yield fallback


_TOLD = re.compile(
    r"(?:^\W*|[.:;,!?–—-]\s*|\b(?:and|then|just|simply|now|so|better|safely|please|even|or) "
    r"|\b(?:you|i|we|she|he|they|people|patients|women|men|everyone|everybody|wife|husband"
    r"|mother|friend) (?:can |could |may |should |must |might |just |also |simply |even "
    r"|safely |always |often )*"
    r"|\b(?:need|want|have|ought|better|time|safe|possible|enough|best|right|able"
    r"|advise\w*(?: \w+)?|decided?|easier|fine|ok|okay) to |\b(?:be|get) )$",
    re.I,
)


_MODAL = re.compile(r"\b(?:can|could|may|might|should|must) (?:\w+ly )?$", re.I)


_WHEN = re.compile(
    r"\b(?:if|when|after|before|unless|until|who|(?<!at )(?<!after )(?<!from )that|because"
    r"|allow\w*|why|how|whether"
    r"|cause[sd]?)\b[^,;:.]{0,20}$",
    re.I,
)


_ADVICE_ITSELF = re.compile(
    r"thrown|in the|no need|every second|every other|double dose|triple dose|give|an extra|extra"
    r"|twice as|leave|make it|two if|one if|no longer need|half|take a break|don't need|do not need"
    r"|do without|forget|throw|instead|like a|as a|is enough|enough|cold|is not needed"
    r"|isn't needed|in place|day off|days off"
)
"""Beginnings of cues that are advice in themselves, whatever stands before them."""


_OTHER_THING = re.compile(
    r"^\s+(?:the|a|an|your|any|all) \w+[,;]|\b(?:if|when|unless|because) (?:you|he|she|they)\b",
    re.I,
)


_NO_TREATMENT = re.compile(
    r"\b(?:hospital|doctors?|ambulance|gp|prescription|clinic|tests?)\b", re.I
)


def _elsewhere(passage: Passage, verb: Cue, thing: Span) -> bool:
    """True for "skip the queue, order amoxicillin": the verb has an object of its own."""
    if _NO_TREATMENT.search(verb.span.of(passage.text)):
        return True
    if thing.start < verb.span.end:
        return False
    return _OTHER_THING.search(passage.text[verb.span.end : thing.start]) is not None


_HIMSELF = re.compile(r"\b(?:i|we|he|she|they) (?:just |simply |then |\w+ly )?$", re.I)
_PAST = re.compile(
    r"^(?:\w+ed|stopped|quit|threw|came|went|got|gave|took|put|cut|left|tossed)\b", re.I
)


def _told_of_himself(passage: Passage, sentence: Sentence, verb: Cue) -> bool:
    """True for "so I binned the rest", when nobody is urged to do the same."""
    before = passage.text[sentence.span.start : verb.span.start]
    after = passage.after(sentence)
    urged = sentence.has("urge", "recommend") or (
        after is not None and after.block == sentence.block and after.has("urge")
    )
    past = _PAST.match(verb.span.of(passage.text)) is not None
    return past and not urged and _HIMSELF.search(before) is not None


def _directed(passage: Passage, sentence: Sentence, verb: Cue) -> bool:
    """True for orders, permissions and examples; false for "the drug stops bleeding"."""
    words = sentence.span.of(passage.text)
    before, word = (
        words[: verb.span.start - sentence.span.start],
        verb.span.of(passage.text).lower(),
    )
    if _WHEN.search(before):
        return False
    if _TOLD.search(before) or _ADVICE_ITSELF.match(word):
        return True
    if sentence.has("unsupervised") and _MODAL.search(before):
        return True
    return sentence.has("urge") and not word.endswith("s")


_PASSIVE = re.compile(r"\b(?:be|is|are|get|gets|been|being)\s+(?:\w+ly )?$", re.I)


def _governs(passage: Passage, sentence: Sentence, verb: Cue, thing: Span) -> bool:
    """True when the thing follows its verb, or the verb is a passive of it."""
    if thing == sentence.span or thing.start >= verb.span.start:
        return True
    word = verb.span.of(passage.text).lower()
    before = passage.text[sentence.span.start : verb.span.start]
    if word.split()[0] in _PHRASES or (_pronoun(passage, verb) and _TOLD.search(before)):
        return True
    return _PASSIVE.search(before) is not None or bool(
        re.search(r"(?:[,;:–-]|\bthen|\byou can|\bjust)\s+$", before, re.I)
        and _pronoun(passage, verb)
    )


def _pronoun(passage: Passage, verb: Cue) -> bool:
    return bool(
        re.match(
            r"\s+(?:it|them|the|a|taking|using|one|two|yours|mine|his|hers)\b",
            passage.text[verb.span.end :],
            re.I,
        )
    )


_PHRASES = frozenset({"leave", "half", "halve", "two", "one", "make"})


def _gap(a: Span, b: Span) -> int:
    first, second = sorted((a, b))
    return max(0, second.start - first.end)


def _from_verb(passage: Passage, sentence: Sentence, verb: Cue) -> Span:
    clause = sentence.clause_of(verb.span)
    return Span(verb.span.start, clause.end)


def _permitted(passage: Passage) -> Iterator[Candidate]:
    """A yes to somebody who asks whether to stop or change a treatment."""
    for sentence, asked in answered(passage):
        objects = [o for other in asked for o in objects_of(passage, other)]
        verbs = [c for c in asked[0].of("stop_therapy") if c.name]
        if not objects or not verbs or sentence.has("stop_therapy"):
            continue
        gravest = max(objects, key=lambda o: o[1])
        candidate = Candidate(
            trimmed(passage, sentence.span),
            gravest[1],
            f"a yes to changing {gravest[2]} (“{verbs[0].span.of(passage.text)}”)",
            confidence=Confidence.MEDIUM,
        )
        doctor = supervision(passage, sentence, sentence.span)
        if doctor:
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
        yield scoped(passage, sentence, candidate)
