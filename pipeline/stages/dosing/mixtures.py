"""Drugs taken together that must not be.

Two names in one sentence are not yet advice: labels list what must not be mixed. A combination is
flagged when something joins them ("with", "plus", "on top of") and nothing forbids it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import orders
from pipeline.stages.dosing.answers import answered
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.knowledge import Interaction
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.supervision import supervision

_JOINS = re.compile(
    r"\b(?:with|plus|and|together|along|on top|after|before|while|then|also|alongside|into"
    r"|in|by|wash(?:ed)?|chase[ds]?"
    r"|add(?:ed|ing)?|followed|mix(?:ed)?|combin\w+|during|same|next to|beside|over|on|if"
    r"|when|for|may|can)\b|[+&]"
)
_PARTS = re.compile(
    r"\bor\b(?! (?:two|three|so|more|even|a few)\b)|\binstead\b|\brather\b|\bnot (?:with"
    r"|together|and)\b"
)
_COMBINES = re.compile(
    r"\b(?:combin\w+|mix\w*|together|at once|at the same time|combo"
    r"|same (?:time|evening|day|night)|cocktail"
    r"|washed? (?:it |them )?down|on top of|plus|with|chase)\b|\+"
)
_LIKE = re.compile(r"\b(?:like|than|instead of|rather than|as) (?:an? |any |the |your |such )?$")
_BESIDE = re.compile(
    r"\b(?:after|with|on|while|during|besides|before|alongside)\b[^,;]{0,20}$", re.I
)
_ON_TOP = re.compile(r"\bon top\b|\btoo\b|\bas well\b|\btogether\b|\balso\b")
_APART = re.compile(
    r"\b(?:hours?|hrs?|minutes|mins) (?:between|apart|later|afterwards"
    r"|(?:before|after)(?! (?:breakfast|food|meals?|eating|bed|lunch|dinner|supper)))\b"
    r"|\bbetween\b|\bapart\b|\bseparate"
)
_EARLY = re.compile(r"\b(?:morning|breakfast|first thing|waking|wake)\b")
_LATE = re.compile(r"\b(?:evening|night|bed(?:time)?|dinner|supper|lunch|noon|afternoon)\b")
_DRINKS = re.compile(r"three|four|five|[3-9]|drinks|bottle|every|hangover|vodka|shots")
_ON = re.compile(
    r"\W{0,3}(?:(?:are|if) )?(?:(?:you're|you are|i'm|i am|already|also|been) )*(?:on|taking"
    r"|using|you"
    r" take|prescribed|stuck on|put on)\b",
    re.I,
)
_WITH_IT = re.compile(
    r"\b(?:it|them|the (?:tablets?|capsules?|pills?|drug|medicine|dose)|this)(?: down)? with\b",
    re.I,
)
_FINE = re.compile(
    r"\b(?:is|are|'s) (?:perfectly |absolutely |totally |completely |just |quite )?(?:fine|ok"
    r"|okay|safe"
    r"|allowed|no problem|harmless|not a problem)\b|\b(?:go for it|help yourself|enjoy|no "
    r"problem)\b",
    re.I,
)
_FOR_PAIRS = frozenset({"nsaid"})


def combinations(passage: Passage) -> Iterator[Candidate]:
    """Pairs of the table of interactions that one instruction joins."""
    for sentence in passage.sentences:
        if not sentence.has("group"):
            continue
        names = {c.name for c in sentence.of("group")}
        before = passage.before(sentence)
        joined = before if before is not None and before.block == sentence.block else None
        for row in passage.knowledge.interactions:
            if row.a in names and row.b in names:
                yield from _within(passage, sentence, row)
            elif joined is not None and {row.a, row.b} & names:
                yield from _across(passage, joined, sentence, row)
    yield from _permitted(passage)


def _permitted(passage: Passage) -> Iterator[Candidate]:
    """A yes to somebody who asks about two drugs together."""
    for sentence, asked in answered(passage):
        groups = {c.name: c for other in asked for c in other.of("group")}
        for row in passage.knowledge.interactions:
            one, other = groups.get(row.a), groups.get(row.b)
            if row.a == row.b or one is None or other is None or one.span.overlaps(other.span):
                continue
            candidate = Candidate(
                trimmed(passage, sentence.span),
                row.severity,
                f"a yes to {one.span.of(passage.text)} with {other.span.of(passage.text)}:"
                f" {row.effect}",
                citations=row.citations,
            )
            if supervision(passage, sentence, sentence.span):
                candidate = candidate.but("a doctor decides")
            yield scoped(passage, sentence, candidate)
            break


def _within(passage: Passage, sentence: Sentence, row: Interaction) -> Iterator[Candidate]:
    drugs = {c.span: c.name for c in sentence.of("drug")}
    others = sentence.groups(row.b)
    for one in sentence.groups(row.a):
        for other in others:
            if one.span.overlaps(other.span) or (row.a == row.b and one.first >= other.first):
                continue
            if _same_thing(drugs, one, other) or _compared(passage, one, other):
                continue
            yield _candidate(passage, sentence, row, one, other)
            return


def _same_thing(drugs: Mapping[Span, str], one: Cue, other: Cue) -> bool:
    """True for one drug named twice, or a class beside its member; `drugs` are names by place."""
    a, b = drugs.get(one.span), drugs.get(other.span)
    if one.name == other.name:
        return a is None or b is None or a == b
    return a is not None and a == b


def _compared(passage: Passage, *cues: Cue) -> bool:
    """True for "works like an antidepressant", "instead of a statin": named, not taken."""
    return any(
        _LIKE.search(passage.text[max(0, cue.span.start - 24) : cue.span.start].lower())
        for cue in cues
    )


def _candidate(
    passage: Passage, sentence: Sentence, row: Interaction, one: Cue, other: Cue
) -> Candidate:
    between = passage.words_between(one.span, other.span)
    evidence = _taken(passage, sentence, one.span.cover(other.span))
    candidate = Candidate(
        trimmed(passage, evidence),
        row.severity,
        f"{one.span.of(passage.text)} with {other.span.of(passage.text)}: {row.effect}",
        citations=row.citations,
    )
    words = sentence.span.of(passage.text).lower()
    tail = passage.text[max(one.span.end, other.span.end) : sentence.span.end][:20].lower()
    lead = passage.text[sentence.span.start : min(one.span.start, other.span.start)]
    apart = _PARTS.search(between) and not re.search(r"\bcombin|\bmix|together|plus", words)
    joins = (
        _JOINS.search(between)
        if row.a not in _FOR_PAIRS or row.b not in _FOR_PAIRS
        else (_COMBINES.search(words) or re.search(r"\band\b|\bthen\b|\bplus\b|\balso\b", between))
    )
    timed = _two_times(words) and len(sentence.doses) > 1
    if apart or not (
        timed or joins or _COMBINES.search(words) or _BESIDE.search(lead) or _ON_TOP.search(tail)
    ):
        candidate = candidate.but("named side by side, not taken together")
    if (
        row.a == row.b
        and not timed
        and re.search(r"[,;(]|such as|like|e\.g", between)
        and not _COMBINES.search(words)
    ):
        candidate = candidate.but("a list of drugs")
    if re.search(r"\binteract", words):
        candidate = candidate.but("says that they interact")
    if row.severity is Severity.MINOR and (_APART.search(words) or _two_times(words)):
        candidate = candidate.but("kept apart in time")
    if row.severity is Severity.MINOR and not orders(passage, sentence):
        candidate = candidate.but("nobody is told to take it")
    mild = {row.a, row.b} in ({"paracetamol", "alcohol"}, {"nsaid", "alcohol"})
    if mild and not _DRINKS.search(words):
        candidate = candidate.but("less than three drinks")
    personal = row.severity is Severity.CRITICAL and re.search(
        r"\b(?:you|your|my|i|we|me)\b", words
    )
    if not (orders(passage, sentence) or personal or _COMBINES.search(between + tail)):
        candidate = candidate.but("nobody is told to take it")
    if _told(passage, sentence, words):
        candidate = candidate.but("a report without praise")
    doctor = supervision(passage, sentence, evidence)
    at = passage.text.find(doctor, sentence.span.start) if doctor else -1
    apart_ = at >= 0 and ";" in passage.text[at : max(one.span.start, other.span.start)]
    if doctor and row.b != "alcohol" and not apart_:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


_PAST = re.compile(
    r"\b(?:took|had taken|drank|mixed|dissolved|swallowed|washed|chased|combined|downed|popped"
    r"|put|was on"
    r"|were on|has died|died)\b"
)


def _told(passage: Passage, sentence: Sentence, words: str) -> bool:
    """True for what somebody took, where neither this nor the next sentence urges it."""
    after = passage.after(sentence)
    urged = after is not None and after.block == sentence.block and after.has("urge", "recommend")
    if urged or sentence.has("urge", "recommend") or orders(passage, sentence):
        return False
    return _PAST.search(words) is not None and not re.search(r"\byou(?:r|'re)?\b", words)


def _two_times(words: str) -> bool:
    """True for one in the morning and the other at night."""
    return _EARLY.search(words) is not None and _LATE.search(words) is not None


def _taken(passage: Passage, sentence: Sentence, span: Span) -> Span:
    """`span` with the doses that overlap it, and a verb of joining that opens it."""
    for dose in sentence.doses:
        if dose.span.overlaps(span) and sentence.span.contains(dose.span):
            span = span.cover(dose.span)
    for cue in sentence.of("imperative"):
        if 0 <= span.start - cue.span.end <= 3:
            return cue.span.cover(span)
    return span


def _across(
    passage: Passage, first: Sentence, second: Sentence, row: Interaction
) -> Iterator[Candidate]:
    """A pair over two sentences: only when the second one says that it comes on top."""
    opening = second.span.of(passage.text)[:60].lower()
    words = second.span.of(passage.text)
    permitted = orders(passage, second) or _FINE.search(words) is not None
    beside = permitted and _ON.match(first.span.of(passage.text)) is not None
    beside = beside or _WITH_IT.search(words) is not None
    if not beside and not re.match(
        r"[\"'“ ]{0,3}(?:add|then|also|plus|and |on top|wash|chase|follow|together|mix|combine"
        r"|with it|take (?:it|them) with)",
        opening,
    ):
        return
    for a, b in ((row.a, row.b), (row.b, row.a)):
        if first.groups(a) and second.groups(b) and a != b:
            one, other = first.groups(a)[-1], second.groups(b)[0]
            candidate = Candidate(
                trimmed(passage, second.span),
                row.severity,
                f"{one.span.of(passage.text)} with {other.span.of(passage.text)}: {row.effect}",
                citations=row.citations,
            )
            yield scoped(passage, second, scoped(passage, first, candidate))
            return
