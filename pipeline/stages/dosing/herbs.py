"""Herbs, foods and compresses for what needs a doctor.

Nettle tea harms nobody; nettle tea for bleeding after birth does. So two things are looked for at
once: a condition that is serious or an emergency, and what the reader is told to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import advises
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.conditions import URGENT, WAITS, condition_of, names_regimen
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.supervision import supervision

_CURES = re.compile(
    r"\b(?:treat(?:s|ed)?|cure[sd]?|heal(?:s|ed)?|remov(?:e[sd]?|ing)|reliev(?:e[sd]?|ing)"
    r"|dissolv(?:e[sd]?|ing)|melt(?:s|ed)?"
    r"|stop(?:s|ped)?|help(?:s|ed)?|helps to|works?|cop(?:e|es)|lower(?:s|ed)?|clean(?:s"
    r"|ed|ses)?|driv(?:es?|en)|disappear(?:s|ed)?"
    r"|goes? away|went away|instead of|replac(?:e[sd]?|ing)|drink|drunk|brew|apply|gargle"
    r"|rins(?:e[sd]?)|tak(?:e[sn]?|ing)|us(?:e[sd]?|ing)"
    r"|eat|chew|put|wrap|warm(?:ed)?|inhale|rub(?:bed)?|give[ns]?|remedy|supplement(?:ed)?"
    r"|revers(?:e[sd]?|ing)|banish\w*|wip(?:es?|ed) out|shift(?:s|ed)|sort(?:s|ed)|no more"
    r"|kill[s]?|destroy[s]?|shrink[s]?|shrank|will leave|leaves? you|gone|goodbye|good-bye|melts?"
    r"|normaliz\w+|restor\w+|get rid|protect[s]?|beat[s]?|clears?|conquer\w*|defeat\w*"
    r"|fights?|prevents?|save[sd]?|a day|daily|times)\b",
    re.I,
)


_STRONG = re.compile(
    r"\b(?:cure[sd]?|heal(?:s|ed)?|dissolv\w+|melt(?:s|ed)?|disappear\w*|instead of"
    r"|replac\w+|drives? (?:away|out)|shrank"
    r"|destroy\w*|kill[s]?|remov(?:es|ed)|get rid|beat[s]?|defeat\w*|went away|conquer\w*"
    r"|revers(?:e[sd]?|ing)|banish\w*|wip(?:es?|ed) out|shift(?:s|ed)|gets? rid|got rid|free of"
    r"|instead|threw (?:away|out)|throw away|no more|keeps? (?:it|them)? ?(?:away|at bay)"
    r"|sort(?:s|ed)"
    r"|will leave|leaves? you|will be gone|is gone|are gone|goodbye|say good-?bye|forget "
    r"(?:about )?"
    r"|clears?|eliminat\w+|without (?:surgery|operation|antibiotics|doctors?|drugs"
    r"|medicine)"
    r"|is treated|are treated|works? like|eliminates|save[sd]|treats)\b",
    re.I,
)


_POWERLESS = re.compile(
    r"[^.;,]{0,30}\b(?:cannot|can't|can not|does not|doesn't|do not|don't|will not|won't|never"
    r"|is no"
    r"|are no|is not|isn't|only wastes?)\b(?! (?:only|just|need))",
    re.I,
)
"""Behind a remedy that is said to be none."""

_STOPPED = re.compile(r"\b(?:stop|stopped|avoid|without) (?:taking |using |the |your )*$", re.I)
_SIZE = re.compile(r"\b(?:size of|(?:big|large|small) as|like) (?:an? |the )?(?:\w+ )?$", re.I)
"""Before "an egg" in "clots as big as an egg"."""


def herbals(passage: Passage) -> Iterator[Candidate]:
    """A herb, food or home remedy offered for a serious condition."""
    for sentence in passage.sentences:
        if not sentence.has("remedy"):
            continue
        found = condition_of(passage, sentence)
        if found is None:
            continue
        condition, where = found
        remedy = _offered(passage, sentence)
        if remedy is None or remedy.span.overlaps(condition.span):
            continue
        between = passage.words_between(remedy.span, condition.span) if where is sentence else ""
        before = passage.text[max(0, remedy.span.start - 20) : remedy.span.start]
        apart = ";" in between and remedy.span < condition.span
        behind = passage.text[remedy.span.end : sentence.span.end]
        if _POWERLESS.match(behind) or apart or _STOPPED.search(before):
            continue
        candidate = _offer(passage, sentence, remedy, condition, where)
        if candidate is not None:
            yield candidate


def _offered(passage: Passage, sentence: Sentence) -> Cue | None:
    """The herb, or else the food, of the sentence."""
    for kind in (("herb",), ("food", "soda", "honey", "toxic", "boric", "enema")):
        for cue in sentence.of("remedy"):
            compared = _SIZE.search(passage.text[max(0, cue.span.start - 24) : cue.span.start])
            if passage.knowledge.remedies[cue.name].kind in kind and not compared:
                return cue
    return None


def _offer(
    passage: Passage, sentence: Sentence, remedy: Cue, condition: Cue, where: Sentence
) -> Candidate | None:
    words = sentence.span.of(passage.text)
    kind = passage.knowledge.remedies[remedy.name].kind
    emergency = condition.kind == "emergency"
    headed = where is sentence and _heads(passage, sentence, condition.span, remedy.span)
    if not headed and not (_CURES.search(words) and advises(passage, sentence)):
        return None
    if re.search(r"\binter(?:act|fere)", words, re.I):
        return None
    if not emergency and kind != "herb" and not _STRONG.search(words):
        return None
    if not emergency and where is not sentence and not _STRONG.search(words):
        return None
    if not emergency and not (_STRONG.search(words) or sentence.doses or names_regimen(words)):
        return None
    evidence = remedy.span
    if where is sentence:
        evidence = evidence.cover(condition.span)
    else:
        evidence = _with_verb(sentence, remedy.span)
    candidate = Candidate(
        trimmed(passage, evidence),
        Severity.CRITICAL if emergency else Severity.MAJOR,
        f"“{remedy.span.of(passage.text)}” for {condition.name}"
        f" (“{condition.span.of(passage.text)}”)",
        citations=passage.knowledge.remedies[remedy.name].citations,
        confidence=Confidence.MEDIUM,
    )
    if URGENT.search(words):
        candidate = candidate.but("tells the reader to get help at once")
    doctor = supervision(passage, sentence, evidence)
    if doctor and not (emergency and WAITS.search(words)):
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


_HEAD = 48
"""Characters of a heading in a line: "Chest pain: …", "Pneumonia in a child | …"."""


def _heads(passage: Passage, sentence: Sentence, condition: Span, remedy: Span) -> bool:
    """True when the line begins with the condition and names the remedy behind a colon or bar."""
    between = passage.text[condition.end : max(condition.end, remedy.start)]
    near = condition.end - sentence.span.start <= _HEAD and len(between) <= 2 * _HEAD
    return near and any(mark in between for mark in ":|\t")


def _with_verb(sentence: Sentence, span: Span) -> Span:
    for cue in sentence.of("remedy_use"):
        if 0 <= span.start - cue.span.end <= 12:
            return cue.span.cover(span)
    return span
