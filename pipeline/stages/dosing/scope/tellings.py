"""What was studied, what happened once, what somebody took: told, not advised.

Unless the teller praises it, or draws advice from it, a report is one.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.scope.meaning import effective
from pipeline.stages.dosing.scope.passage import Passage, Sentence


def told(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A study, history, a case, a court report, or what was done in a hospital."""
    if sentence.has("urge"):
        return None
    for kind, reason in (
        ("study", "a study"),
        ("casereport", "a report of a case or an overdose"),
        ("crime", "a report from a court or an authority"),
        ("history", "history"),
        ("hospital", "given in a hospital"),
    ):
        if not effective(sentence, kind) or (kind == "hospital" and _at_home(sentence)):
            continue
        if kind == "study" and sentence.has("advised_after_study"):
            continue
        return reason
    previous = passage.before(sentence)
    if previous is not None and previous.block == sentence.block and previous.has("study"):
        opening = sentence.words[:20].lower()
        if opening.startswith(
            ("they ", "participants", "patients", "the group", "half ", "those ")
        ):
            return "a study"
    return None


_AT_HOME = re.compile(r"\bat home\b|\b(?:your|him|her|my|them)sel(?:f|ves)\b", re.I)


_NOT_THERE = re.compile(
    r"\b(?:after|following|since|from|left|leaving|instead of|without"
    r"|(?:no need|not|n['’]t|never) [^.;:]{0,30})\s+(?:the |an? |your |his |her )?$",
    re.I,
)
"""Before a hospital or a vaccination that is over, or that nobody goes to."""


def _at_home(sentence: Sentence) -> bool:
    """True when it is done at home, after the hospital or without it."""
    if _AT_HOME.search(sentence.words):
        return True
    start = sentence.span.start
    return all(
        _NOT_THERE.search(sentence.text[start : cue.span.start]) for cue in sentence.of("hospital")
    )


def reported(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """What somebody took, told with regret or without praise."""
    around = [sentence]
    for neighbour in (passage.after(sentence), passage.before(sentence)):
        if neighbour is not None and neighbour.block == sentence.block:
            around.append(neighbour)
    if any(_regrets(s) for s in around) and not any(s.has("urge") for s in around):
        return "told with regret"
    if sentence.has("mild_report") and not any(
        s.has("recommend", "urge", "acquire") for s in around
    ):
        return "a report without praise"
    return None


def _regrets(sentence: Sentence) -> bool:
    """False where the words are an illness's own: who is throwing up blood regrets nothing."""
    ill = sentence.has("emergency", "serious")
    said = (cue.span.of(sentence.text).lower() for cue in sentence.of("regret"))
    return any(not (ill and words in _SYMPTOMS) for words in said)


_SYMPTOMS = frozenset(
    {"throwing up", "vomited", "stopped breathing", "felt awful", "felt terrible"}
)
