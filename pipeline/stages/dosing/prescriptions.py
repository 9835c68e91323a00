"""Prescription drugs that the reader is told to start, buy or share.

An article may describe how a disease is treated. It must not tell its reader to get an antibiotic
without a prescription, to share a sedative, or to take a regimen for a complaint nobody has
examined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.supervision import supervision

_GRAVE_GROUPS = frozenset({"controlled", "misoprostol", "transplant", "hiv_drug", "cancer_drug"})


_PURPOSE = re.compile(
    r"(?:^|[.:;,–—-]\s*|\b)(?:for|from|against|with|at|to (?:treat|cure|stop|get rid of"
    r"|lose|calm|sleep|relieve"
    r"|prevent|help)|when(?:ever)?|if|after|before)\b",
    re.I,
)


_ORDERED = re.compile(
    r"(?:^|[.:;,!–—-]\s*|\b(?:and|then|just|must|should|can|simply|you|urgently"
    r"|immediately|better|now|always)\s+)"
    r"(?:take|drink|buy|use|inject|swallow|start|get|order|give|try|chew|put|apply|add"
    r"|insert|drip|keep|prick|pierce)\b",
    re.I,
)


_STARTS = re.compile(r"\b(?:buy|start|get|order|inject|prick|keep)\b", re.I)


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
    classes = sentence.groups("prescription_class")
    if not named and not classes:
        return []
    on_skin = any(dose.route == "topical" for dose in sentence.doses)
    if on_skin or sentence.has("skin_product"):
        find = passage.knowledge.limits.find
        topical = {c.name: find(c.name, "adult", "topical") for c in named}
        named = [c for c in named if (row := topical[c.name]) is None or row.status == "rx"]
    if sentence.has("in_the_body"):
        named = [c for c in named if c.name != "insulin"]
    return sorted({c.span: c for c in (*classes, *named)}.values(), key=lambda c: c.span)


def _started(passage: Passage, sentence: Sentence, drugs: list[Cue]) -> Candidate | None:
    near = [sentence]
    for other in (passage.after(sentence), passage.before(sentence)):
        if other is not None and other.block == sentence.block and not other.has("drug"):
            near.append(other)
    words = sentence.words
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
    elif sentence.has("weak") and sentence.has("might_try") and not dosed:
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
            and sentence.has("describes_use")
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
    if sentence.has("by_needle"):
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
    if _PURPOSE.match(sentence.words):
        return True
    before = passage.before(sentence)
    if before is None or before.block != sentence.block or before.has("drug"):
        return False
    return before.words.rstrip().endswith("?")


def _aims(passage: Passage, sentence: Sentence, order: re.Match[str], drugs: list[Cue]) -> bool:
    """True when the verb of the order is followed closely by the drug."""
    at = sentence.span.start + order.end()
    return any(0 <= d.span.start - at <= 40 for d in drugs)
