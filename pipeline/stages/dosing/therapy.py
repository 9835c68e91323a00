"""Prescribed therapy that is changed without its prescriber.

Halving the warfarin because the legs are bruised, skipping the insulin, carrying on in spite of
hives. Sentences that say what a drug stops or reduces are many more; so a verb counts only as an
order, a permission or an example, and only with a treatment as its object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.answers import answered
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.scope import effective, supervision, why_not

_OBJECT = re.compile(
    r"\b(?:your|my|his|her|their|the|all|all the|these|those|prescribed|any) (?:\w+ ){0,2}"
    r"(?:tablets?|pills?|medications?|medicines?|treatment|therapy|drugs?|inhalers?"
    r"|hormones?|chemo\w*|dose|injections?)\b",
    re.I,
)


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
_CARRY_ON = re.compile(
    r"\b(?:finish(?:ed)?|continu\w+|carry on|keep (?:taking|going|drinking)"
    r"|must not be (?:stopped|interrupted)"
    r"|not be (?:stopped|interrupted)|no interruptions?|do(?:n't| not) (?:stop|interrupt"
    r"|quit)|to the end|until the end"
    r"|push through|power through|go on|endure|be patient|take (?:it )?anyway|ignore)\b",
    re.I,
)


def alterations(passage: Passage) -> Iterator[Candidate]:
    """Prescribed therapy stopped, skipped, halved, doubled or swapped, or carried on regardless."""
    for sentence in passage.sentences:
        yield from _changed(passage, sentence)
        doubled = _doubled(passage, sentence)
        if doubled is not None:
            yield doubled
        carried = _carried_on(passage, sentence)
        if carried is not None:
            yield carried
    yield from _permitted(passage)


_FORGOTTEN = re.compile(
    r"\b(?:forg[eo]t\w*|miss(?:ed|es)?|skipp?(?:ed)?)\b[^.;]{0,60}?\b(?P<x>(?:tak(?:e|ing)|took|swallow"
    r"|have|had|use|inject|chew) (?:two|2|double|both|twice|a double|an extra)\b[^.;,]{0,40}"
    r"|double (?:up|the next|your next|it)\b[^.;,]{0,30})",
    re.I,
)


_FORGETS = re.compile(r"\b(?:forg[eo]t\w*|missed|skipped)\b", re.I)
_TWO = re.compile(
    r"\b(?P<x>(?:the next \w+ )?(?:take|drink|swallow|have|use) (?:two|2|double|both|twice)\b[^.;,\n]{0,40})",
    re.I,
)
_LINES = 5


def _after_forgetting(passage: Passage, sentence: Sentence) -> bool:
    """True below a heading or a line that asks what to do about a forgotten dose."""
    near = [passage.sentences[i] for i in sentence.above]
    for count in range(1, _LINES + 1):
        other = passage.before(sentence, count)
        if other is not None and sentence.block - other.block <= _LINES:
            near.append(other)
    return any(_FORGETS.search(other.span.of(passage.text)) for other in near)


def _doubled(passage: Passage, sentence: Sentence) -> Candidate | None:
    """Two doses at once for one that was forgotten."""
    words = sentence.span.of(passage.text)
    match = _FORGOTTEN.search(words) or (
        _TWO.search(words) if _after_forgetting(passage, sentence) else None
    )
    if sentence.groups("coc") or "even if" in sentence.span.of(passage.text):
        return None  # the leaflet of the pill itself says so
    objects = _objects(passage, sentence) if match else []
    before = passage.before(sentence)
    if match and not objects and before is not None and before.block == sentence.block:
        objects = _objects(passage, before)
    if match is None or not objects:
        return None
    span = Span(*match.span("x")).shift(sentence.span.start)
    gravest = max(objects, key=lambda o: o[1])
    why = f"a forgotten dose of {gravest[2]} is made up for with a double one"
    candidate = Candidate(trimmed(passage, span), gravest[1], why, confidence=Confidence.MEDIUM)
    doctor = supervision(passage, sentence, span)
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


def _permitted(passage: Passage) -> Iterator[Candidate]:
    """A yes to somebody who asks whether to stop or change a treatment."""
    for sentence, asked in answered(passage):
        objects = [o for other in asked for o in _objects(passage, other)]
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


def _objects(passage: Passage, sentence: Sentence) -> list[tuple[Span, Severity, str]]:
    """What may not be changed alone: drugs of long-term treatment, and "your tablets"."""
    found: dict[Span, tuple[Span, Severity, str]] = {}
    for cue in sentence.of("group"):
        severity = passage.knowledge.changed_alone.get(cue.name)
        if severity is not None:
            old = found.get(cue.span)
            if old is None or old[1] < severity:
                found[cue.span] = (cue.span, severity, cue.span.of(passage.text))
    for match in _OBJECT.finditer(sentence.span.of(passage.text)):
        span = Span(*match.span()).shift(sentence.span.start)
        if not any(span.overlaps(s) for s in found):
            found[span] = (span, _meant(passage, sentence), match.group())
    for cue in sentence.of("drug"):
        if cue.span not in found and passage.is_rx(cue.name):
            found[cue.span] = (cue.span, Severity.MAJOR, cue.span.of(passage.text))
    return list(found.values())


def _meant(passage: Passage, sentence: Sentence) -> Severity:
    """How grave it is to change "the tablets": by the drug just spoken of, if any."""
    graver = [Severity.MAJOR]
    before = passage.before(sentence)
    if before is not None and before.block == sentence.block and not sentence.has("drug"):
        table = passage.knowledge.changed_alone
        graver += [table[c.name] for c in before.of("group") if c.name in table]
    return max(graver)


def _changed(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    verbs = effective(sentence, "stop_therapy")
    if not verbs:
        return
    objects = _objects(passage, sentence)
    if not objects:
        before = passage.before(sentence)
        if before is None or before.block != sentence.block or before.has("stop_therapy"):
            return
        objects = [(sentence.span, s, n) for _, s, n in _objects(passage, before) if n]
        early = any(v.span.start - sentence.span.start <= 24 for v in verbs)
        if not objects or not (
            early
            and _directed(passage, sentence, verbs[0])
            or re.match(
                r"\W{0,3}(?:stop|skip|halve|double|make it|replace|throw|quit|just|take two|cut|drop"
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
    r"\b(?:if|when|after|before|unless|until|who|(?<!at )(?<!after )(?<!from )that|because|allow\w*|why|how|whether"
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


def _carried_on(passage: Passage, sentence: Sentence) -> Candidate | None:
    """ "Despite the rash the course must be finished"."""
    if not sentence.has("despite") or not sentence.has("severe_effect"):
        return None
    objects = _objects(passage, sentence)
    if sentence.groups("coc") or sentence.has("therapy_noun", "drug"):
        objects = objects or [(sentence.span, Severity.MAJOR, "the treatment")]
    order = _CARRY_ON.search(sentence.span.of(passage.text))
    if not objects or order is None:
        return None
    despite = sentence.of("despite")[0].span
    end = Span(*order.span()).shift(sentence.span.start)
    candidate = Candidate(
        trimmed(passage, despite.cover(end)),
        Severity.MAJOR,
        f"treatment with {objects[0][2]} is to go on in spite of severe effects",
        confidence=Confidence.MEDIUM,
    )
    doctor = supervision(passage, sentence, despite)
    if doctor:
        return candidate.but(f"a doctor decides (“{doctor}”)")
    reason = why_not(passage, sentence, Span(sentence.span.start, sentence.span.start))
    return candidate.but(reason if reason and "question" in reason else None)
