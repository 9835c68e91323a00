"""Prescription drugs without a prescriber: started, bought, shared, stopped or changed.

An article may describe how a disease is treated. It must not tell its reader to get an antibiotic
without a prescription, to share a sedative, or to halve the warfarin because the legs are bruised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.scope import effective, supervision, why_not

_GRAVE_GROUPS = frozenset({"controlled", "misoprostol", "transplant", "hiv_drug", "cancer_drug"})
_INJECTS = re.compile(
    r"\binject|\bshots? of\b|\bintramuscular|\binto the (?:buttock|muscle|vein)", re.I
)
_PURPOSE = re.compile(
    r"(?:^|[.:;,–—-]\s*|\b)(?:for|from|against|with|at|to (?:treat|cure|stop|get rid of|lose|calm|sleep|relieve"
    r"|prevent|help)|when(?:ever)?|if|after|before)\b",
    re.I,
)
_DESCRIBED = re.compile(
    r"\b(?:is|are|was|were|be|been) (?:\w+ly )?(?:used|treated|prescribed|indicated|recommended|given|started|begun"
    r"|available|known|called|considered|produced|manufactured|sold|developed|approved|injected|chosen|administered|needed|required)\b"
    r"|\btreatments? (?:is|are|may|can|includes?|involves?|of)\b|\bmedicines? (?:such as|include|like)\b"
    r"|\b(?:such as|including|include|includes|called)\b"
    r"|\b(?:usual|recommended|starting|initial|maintenance|standard|average|typical|maximum|adult|daily) (?:\w+ )?dos(?:e|es|age)\b",
    re.I,
)
_ORDERED = re.compile(
    r"(?:^|[.:;,!–—-]\s*|\b(?:and|then|just|must|should|can|simply|you|urgently|immediately|better|now|always)\s+)"
    r"(?:take|drink|buy|use|inject|swallow|start|get|order|give|try|chew|put|apply|add|insert|drip|keep|prick|pierce)\b",
    re.I,
)
_ON_SKIN = re.compile(r"\b(?:gel|ointment|cream|shampoo|lotion)\b", re.I)
_STARTS = re.compile(r"\b(?:buy|start|get|order|inject|prick|keep)\b", re.I)
_WEAK_OBJECT = re.compile(
    r"\b(?:can|could|may|might) (?:also )?(?:try|consider|be tried)\b|\btry\b", re.I
)


def unsupervised(passage: Passage) -> Iterator[Candidate]:
    """A prescription drug that the reader is told to start, buy or share."""
    for sentence in passage.sentences:
        drugs = _prescription_drugs(passage, sentence)
        if not drugs:
            continue
        found = _started(passage, sentence, drugs)
        if found is not None:
            yield found


def _prescription_drugs(passage: Passage, sentence: Sentence) -> list[Cue]:
    named = [c for c in sentence.of("drug") if passage.is_rx(c.name)]
    if _ON_SKIN.search(sentence.span.of(passage.text)):
        find = passage.knowledge.limits.find
        topical = {c.name: find(c.name, "adult", "topical") for c in named}
        named = [c for c in named if (row := topical[c.name]) is None or row.status == "rx"]
    classes = list(sentence.groups("prescription_class"))
    return sorted({c.span: c for c in (*classes, *named)}.values(), key=lambda c: c.span)


def _started(passage: Passage, sentence: Sentence, drugs: list[Cue]) -> Candidate | None:
    near = [sentence]
    for other in (passage.after(sentence), passage.before(sentence)):
        if other is not None and other.block == sentence.block and not other.has("drug"):
            near.append(other)
    words = sentence.span.of(passage.text)
    explicit = [(s, c) for s in near for c in s.of("acquire", "unsupervised")]
    urged = [(s, c) for s in near for c in s.of("urge")]
    dosed = [d for d in sentence.doses if passage.is_rx(d.ingredient)]
    ordered = _ORDERED.search(words)
    severity = _start_severity(passage, sentence, drugs)
    confidence = Confidence.HIGH
    if explicit:
        where, cue = explicit[0]
        span = cue.span if where is not sentence else _cover(sentence, drugs, cue.span)
        why = f"“{cue.span.of(passage.text)}”"
    elif urged:
        where, cue = urged[0]
        span = cue.span if where is not sentence else _cover(sentence, drugs, cue.span)
        why = f"the writer urges it (“{cue.span.of(passage.text)}”)"
    elif sentence.has("weak") and _WEAK_OBJECT.search(words) and not dosed:
        span, why, severity = (
            _cover(sentence, drugs, sentence.of("weak")[0].span),
            "weak advice",
            Severity.MINOR,
        )
    elif dosed and _complaint(passage, sentence, drugs[0]):
        span, why = _regimen(sentence, drugs), "a regimen for a complaint"
        confidence = Confidence.MEDIUM
    elif ordered and _STARTS.search(ordered.group()) and _aims(passage, sentence, ordered, drugs):
        span, why = _regimen(sentence, drugs), "a direct order"
        confidence = Confidence.MEDIUM
    elif ordered and sentence.has("complaint") and _aims(passage, sentence, ordered, drugs):
        span, why = _regimen(sentence, drugs), "an order for a complaint"
        confidence = Confidence.MEDIUM
    else:
        return None
    name = drugs[0].span.of(passage.text)
    candidate = Candidate(
        trimmed(passage, span),
        severity,
        f"{name} needs a prescription, and no prescriber is named: {why}",
        confidence=confidence,
    )
    if not explicit:
        doctor = supervision(passage, sentence, span)
        if doctor:
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
        if (
            not urged
            and not ordered
            and severity is not Severity.MINOR
            and _DESCRIBED.search(words)
        ):
            candidate = candidate.but("describes how it is used")
    elif supervision(passage, sentence, span) and not any(
        c.kind == "unsupervised" for _, c in explicit
    ):
        candidate = candidate.but("a doctor decides")
    return scoped(passage, sentence, candidate)


def _start_severity(passage: Passage, sentence: Sentence, drugs: list[Cue]) -> Severity:
    names = {c.name for c in drugs}
    groups = {g.name for g in sentence.of("group")}
    if groups & _GRAVE_GROUPS or any(
        passage.drug_class(n) == "A" for n in names if n != "prescription_class"
    ):
        return Severity.CRITICAL
    if _INJECTS.search(sentence.span.of(passage.text)):
        return Severity.CRITICAL
    return Severity.MAJOR


def _cover(sentence: Sentence, drugs: list[Cue], cue: Span) -> Span:
    """From the nearest drug to the cue."""
    nearest = min(drugs, key=lambda d: abs(d.span.start - cue.start))
    return nearest.span.cover(cue)


def _regimen(sentence: Sentence, drugs: list[Cue]) -> Span:
    span = drugs[0].span
    for dose in sentence.doses:
        if sentence.span.contains(dose.span):
            span = span.cover(dose.span)
    return span


def _complaint(passage: Passage, sentence: Sentence, drug: Cue) -> bool:
    """True when the words around the drug say what it is taken for."""
    if sentence.has("complaint", "emergency", "serious"):
        return True
    if _PURPOSE.match(sentence.span.of(passage.text)):
        return True
    before = passage.before(sentence)
    if before is None or before.block != sentence.block or before.has("drug"):
        return False
    return before.span.of(passage.text).rstrip().endswith("?")


def _aims(passage: Passage, sentence: Sentence, order: re.Match[str], drugs: list[Cue]) -> bool:
    """True when the verb of the order is followed closely by the drug."""
    at = sentence.span.start + order.end()
    return any(0 <= d.span.start - at <= 40 for d in drugs)


_CHRONIC: dict[str, Severity] = {
    **dict.fromkeys(
        "insulin anticoagulant antiepileptic steroid beta_blocker clonidine opioid benzodiazepine "
        "lithium antipsychotic transplant hiv_drug cancer_drug".split(),
        Severity.CRITICAL,
    ),
    **dict.fromkeys(
        "statin antihypertensive thyroid antithyroid antidepressant diabetes_drug inhaled_steroid "
        "antibiotic coc hormone_therapy diuretic sulfonylurea metformin ace_arb antiplatelet z_drug "
        "isotretinoin methotrexate".split(),
        Severity.MAJOR,
    ),
}
_OBJECT = re.compile(
    r"\b(?:your|my|his|her|their|the|all|all the|these|those|prescribed|any) (?:\w+ ){0,2}"
    r"(?:tablets?|pills?|medications?|medicines?|treatment|therapy|drugs?|inhalers?|hormones?|chemo\w*|dose|injections?)\b",
    re.I,
)
_SEEK = re.compile(
    r"\b(?:seek|get (?:medical )?help|contact|call|emergency|ambulance|see (?:a|your)|straight away|at once|immediately)\b|\bif (?:the |your )?(?:symptoms|it|they|pain|diarrh\w+|rash)\b[^.;]{0,30}\b(?:worse|worsens?|develops?|appears?|lasts?)",
    re.I,
)
_MISSED = re.compile(
    r"\bmissed dose|\bif you (?:miss|forget)\b|\bnext (?:dose|tablet) (?:at|as) (?:the )?usual|almost time",
    re.I,
)
_CARRY_ON = re.compile(
    r"\b(?:finish(?:ed)?|continu\w+|carry on|keep (?:taking|going|drinking)|must not be (?:stopped|interrupted)"
    r"|not be (?:stopped|interrupted)|no interruptions?|do(?:n't| not) (?:stop|interrupt|quit)|to the end|until the end"
    r"|push through|power through|go on|endure|be patient|take (?:it )?anyway|ignore)\b",
    re.I,
)


def alterations(passage: Passage) -> Iterator[Candidate]:
    """Prescribed therapy stopped, skipped, halved, doubled or swapped, or carried on regardless."""
    for sentence in passage.sentences:
        yield from _changed(passage, sentence)
        carried = _carried_on(passage, sentence)
        if carried is not None:
            yield carried


def _objects(passage: Passage, sentence: Sentence) -> list[tuple[Span, Severity, str]]:
    """What may not be changed alone: drugs of long-term treatment, and "your tablets"."""
    found: dict[Span, tuple[Span, Severity, str]] = {}
    for cue in sentence.of("group"):
        severity = _CHRONIC.get(cue.name)
        if severity is not None:
            old = found.get(cue.span)
            if old is None or old[1] < severity:
                found[cue.span] = (cue.span, severity, cue.span.of(passage.text))
    for match in _OBJECT.finditer(sentence.span.of(passage.text)):
        span = Span(*match.span()).shift(sentence.span.start)
        if not any(span.overlaps(s) for s in found):
            found[span] = (span, Severity.MAJOR, match.group())
    for cue in sentence.of("drug"):
        if cue.span not in found and passage.is_rx(cue.name):
            found[cue.span] = (cue.span, Severity.MAJOR, cue.span.of(passage.text))
    return list(found.values())


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
        if not objects or not re.match(
            r"\W{0,3}(?:stop|skip|halve|double|make it|replace|throw|quit|just|take two|cut|drop|pause|you can|you may|you could)",
            sentence.span.of(passage.text),
            re.I,
        ):
            return
    words = sentence.span.of(passage.text)
    for verb in verbs:
        nearest = min(objects, key=lambda o: _gap(verb.span, o[0]))
        if _gap(verb.span, nearest[0]) > 45 or not _governs(passage, sentence, verb, nearest[0]):
            continue
        severity = max(o[1] for o in objects if _gap(verb.span, o[0]) <= 60)
        inside = sentence.span.contains(nearest[0]) and nearest[0] != sentence.span
        evidence = verb.span.cover(nearest[0]) if inside else _from_verb(passage, sentence, verb)
        candidate = Candidate(
            trimmed(passage, evidence),
            severity,
            f"changes treatment with {nearest[2]} without its prescriber (“{verb.span.of(passage.text)}”)",
            confidence=Confidence.MEDIUM,
        )
        doctor = supervision(passage, sentence, evidence)
        if doctor:
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
        if _SEEK.search(words):
            candidate = candidate.but("stop and seek help")
        if _MISSED.search(words):
            candidate = candidate.but("the leaflet's rule for a missed dose")
        if not _directed(passage, sentence, verb):
            candidate = candidate.but("nobody is told to change anything")
        yield scoped(passage, sentence, candidate)
        return


_TOLD = re.compile(
    r"(?:^\W*|[.:;,!?–—-]\s*|\b(?:and|then|just|simply|now|so|better|safely|please|even|or) "
    r"|\b(?:you|i|we|she|he|they|people|patients|women|men|everyone|everybody|wife|husband|mother|friend) (?:can |could |may |should |must |might |just |also |simply |even |safely |always |often )*"
    r"|\b(?:need|want|have|ought|better|time|safe|possible|enough|best|right|able|advise\w*(?: \w+)?|decided?|easier|fine|ok|okay) to |\b(?:be|get) )$",
    re.I,
)
_WHEN = re.compile(
    r"\b(?:if|when|after|before|unless|until|who|that|because|allow\w*|why|how|whether|cause[sd]?)\b[^,;:.]{0,20}$",
    re.I,
)
_TOLD_PHRASES = (
    "thrown",
    "in the",
    "no need",
    "every second",
    "every other",
    "double dose", "triple dose", "give", "an extra", "extra", "twice as", "leave", "make it", "two if",
    "one if", "no longer need", "half", "take a break", "don't need", "do not need", "do without", "forget",
    "throw", "instead", "like a", "as a", "is enough", "enough", "cold", "is not needed", "isn't needed",
    "every other", "in place", "day off", "days off",
)  # fmt: skip


def _directed(passage: Passage, sentence: Sentence, verb: Cue) -> bool:
    """True for orders, permissions and examples; false for "the drug stops bleeding"."""
    words = sentence.span.of(passage.text)
    before, word = (
        words[: verb.span.start - sentence.span.start],
        verb.span.of(passage.text).lower(),
    )
    if _WHEN.search(before):
        return False
    if _TOLD.search(before) or word.startswith(_TOLD_PHRASES):
        return True
    return sentence.has("urge") and not word.endswith("s")


_PASSIVE = re.compile(r"\b(?:be|is|are|get|gets|been|being)\s+(?:\w+ly )?$", re.I)


def _governs(passage: Passage, sentence: Sentence, verb: Cue, thing: Span) -> bool:
    """True when the thing follows its verb, or the verb is a passive of it."""
    if thing == sentence.span or thing.start >= verb.span.start:
        return True
    word = verb.span.of(passage.text).lower()
    before = passage.text[sentence.span.start : verb.span.start]
    if word.split()[0] in _PHRASES:
        return True
    return _PASSIVE.search(before) is not None or bool(
        re.search(r"(?:[,;:–-]|\bthen|\byou can|\bjust)\s+$", before, re.I)
        and _pronoun(passage, verb)
    )


def _pronoun(passage: Passage, verb: Cue) -> bool:
    return bool(
        re.match(
            r"\s+(?:it|them|the|a|taking|using|one|two)\b", passage.text[verb.span.end :], re.I
        )
    )


_PHRASES = frozenset({"leave", "half", "halve", "two", "one", "make", "instead"})


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
