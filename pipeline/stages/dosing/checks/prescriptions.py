"""Prescription drugs that the reader is told to start, buy or share.

An article may describe how a disease is treated. It must not tell its reader to get an antibiotic
without a prescription, to share a sedative, or to take a regimen for a complaint nobody has
examined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.stages.dosing.checks.starting import WEAK, beside, is_order, told_to_start
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.scope.meaning import effective
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

_GRAVE_GROUPS = frozenset({"controlled", "misoprostol", "transplant", "hiv_drug", "cancer_drug"})


_NOT_STARTED = re.compile(
    r"\b(?:stop\w*|quit\w*|replac\w+|swap\w*|instead of|give up|gave up|come off|came off|throw\w*"
    r"|skip\w*|halv\w+|paus\w+|(?:days|weeks|months|years) on|without|avoid\w*|finish\w*"
    r"|(?:do|does|did)(?: not|n['’]?t) need"
    r"(?: to (?:take|use|have))?"
    r"|need(?: to \w+(?: \w+){0,3})? (?:or|nor) (?:take|use|have)|no need (?:of|for)"
    r"|(?:who|if (?:you|she|he|they)(?:['’]re| are| is)?|those|people|patients|already|currently"
    r"|while|when)\b[^.,;:]{0,25}?\b(?:on|(?:tak|us|drink|receiv|gett)(?:e|es|ing|s)|sits? on"
    r"|sitting on)|keep|continue(?: with| taking)?)"
    r"\s+(?:(?:any|your|the|his|her|their|my|new|old|usual|prescribed|some|all|taking|using|own)\s+)"
    r"{0,3}$",
    re.I,
)
"""Before a drug that is not begun: one that is stopped, not needed, or taken already."""


_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be) (?:\w+ )?(?:taken|used|given|administered|prescribed|applied|started"
    r"|treated|dosed|indicated)\b",
    re.I,
)
"""The voice of leaflets, which orders nothing unless it says so otherwise."""

_TAKES_IT = re.compile(
    r"\b(?:grand\w+|granny|gran|nan|mother|father|mum|mom|dad|wife|husband|hubby|son|daughter|brother"
    r"|sister|aunt|uncle|neighbou?r|colleague|friend|partner|she|he)\b[^.;:!?]{0,40}?"
    r"(?:\b(?:drinks|takes|uses|receives|injects|sits on|lives on)|(?:\bis|['’]?s) on)"
    r"\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
"""Before a drug that somebody in the family takes already: told of him, not started."""

_AMBULANCE = re.compile(
    r"\b(?:ambulance|paramedics?|brigade|911|999|112|103|emergency (?:services|number))\b", re.I
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
    """The prescription drugs that `sentence` may tell the reader to start, and those whose dose it
    gives though it names them not."""
    named = [c for c in sentence.of("drug") if passage.is_rx(c.name)]
    named += [
        Cue("drug", d.ingredient, d.span, 0, 0)
        for d in sentence.doses
        if d.ingredient and passage.is_rx(d.ingredient) and not sentence.of("drug")
    ]
    named += sentence.groups("prescription_class")
    if not named:
        return []
    on_skin = any(dose.route == "topical" for dose in sentence.doses)
    if on_skin or sentence.has("skin_product"):
        find = passage.knowledge.limits.find
        topical = {c.name: find(c.name, "adult", "topical") for c in named}
        named = [c for c in named if (row := topical[c.name]) is None or row.status == "rx"]
    if sentence.has("in_the_body"):
        named = [c for c in named if c.name != "insulin"]
    named = [
        c
        for c in named
        if not _NOT_STARTED.search(passage.text[sentence.span.start : c.span.start])
    ]
    return sorted({c.span: c for c in named}.values(), key=lambda c: c.span)


def _started(passage: Passage, sentence: Sentence, drugs: list[Cue]) -> Candidate | None:
    told = told_to_start(passage, sentence, drugs)
    if told is None:
        return None
    span, why, certain = told
    severity = Severity.MINOR if why == WEAK else _start_severity(passage, sentence, drugs)
    name = drugs[0].span.of(passage.text)
    candidate = Candidate(
        trimmed(passage, span),
        severity,
        f"{name} needs a prescription, and no prescriber is named: {why}",
        confidence=Confidence.HIGH if certain else Confidence.MEDIUM,
    )
    doctor = None if sentence.has("unsupervised") else supervision(passage, sentence, span)
    if doctor and not (certain and any(s.has("unsupervised") for s in beside(passage, sentence))):
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    if _emergency(sentence):
        candidate = candidate.but("first aid until the ambulance comes")
    described = sentence.has("describes_use") or _PASSIVE.search(sentence.words)
    if not (certain or is_order(sentence)) and described:
        candidate = candidate.but("describes how it is used")
    taken = _TAKES_IT.search(passage.text[sentence.span.start : drugs[0].span.start])
    if taken and not sentence.has("acquire", "unsupervised", "recommend"):
        candidate = candidate.but("somebody's own medicine")
    return scoped(passage, sentence, candidate)


def _emergency(sentence: Sentence) -> bool:
    """True for what is given until the ambulance comes, once it has been called."""
    return (
        _AMBULANCE.search(sentence.words) is not None
        and bool(effective(sentence, "protocol", "until_help_comes", "help_now"))
        and not sentence.has("puts_off", "no_care_needed")
    )


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
