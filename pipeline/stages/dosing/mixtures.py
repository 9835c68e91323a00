"""Drugs taken together that must not be.

A pair of the table of interactions is a finding where one sentence, two neighbouring ones, the
items of one scheme, or a question and its yes join it. Whether words join at all is asked in
`joining`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import orders
from pipeline.stages.dosing.answers import answered
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.joining import allows, why_apart
from pipeline.stages.dosing.keeping_apart import compared, two_times
from pipeline.stages.dosing.knowledge import Interaction
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.schemes import schemes
from pipeline.stages.dosing.supervision import supervision


def combinations(passage: Passage) -> Iterator[Candidate]:
    """Pairs of the table of interactions that one instruction joins."""
    for sentence in passage.sentences:
        if not sentence.has("group"):
            continue
        for row in _pairs(passage, sentence, sentence):
            yield from _within(passage, sentence, row)
        before = passage.before(sentence)
        if before is not None and before.block == sentence.block:
            yield from _across(passage, before, sentence)
    for first, second in schemes(passage):
        yield from _listed(passage, first, second)
    yield from _permitted(passage)


def _pairs(passage: Passage, first: Sentence, second: Sentence) -> Iterator[Interaction]:
    """The rows of which one group is named in `first` and the other in `second`."""
    here, there = ({c.name for c in s.of("group")} for s in (first, second))
    for a, b in combinations_with_replacement(sorted(here | there), 2):
        row = passage.knowledge.pairs.get(frozenset((a, b)))
        if row is not None and ((a in here and b in there) or (b in here and a in there)):
            yield row


def _within(passage: Passage, sentence: Sentence, row: Interaction) -> Iterator[Candidate]:
    drugs = {c.span: c.name for c in sentence.of("drug")}
    for one in sentence.groups(row.a):
        for other in sentence.groups(row.b):
            if one.span.overlaps(other.span) or (row.a == row.b and one.first >= other.first):
                continue
            if _same_thing(drugs, one, other) or compared(passage, one, other):
                continue
            yield _candidate(passage, sentence, row, one, other)
            return


def _same_thing(drugs: Mapping[Span, str], one: Cue, other: Cue) -> bool:
    """True for one drug named twice, or a class beside its member; `drugs` are names by place."""
    a, b = drugs.get(one.span), drugs.get(other.span)
    if one.name == other.name:
        return a is None or b is None or a == b
    return a is not None and a == b


def _candidate(
    passage: Passage, sentence: Sentence, row: Interaction, one: Cue, other: Cue
) -> Candidate:
    evidence = _taken(passage, sentence, one.span.cover(other.span))
    candidate = _pair(passage, evidence, row, one, other)
    candidate = candidate.but(why_apart(passage, sentence, row, one, other))
    if row.severity is not Severity.MINOR and not {row.a, row.b} & {"alcohol", "tyramine"}:
        candidate = candidate.but(_both_prescribed(passage, sentence, evidence, row, one, other))
    return scoped(passage, sentence, candidate)


def _both_prescribed(
    passage: Passage, sentence: Sentence, evidence: Span, row: Interaction, one: Cue, other: Cue
) -> str | None:
    """A doctor who has both of them taken; none who ordered but the first.

    Of a deadly pair the same sentence has to say so.
    """
    near = row.severity is not Severity.CRITICAL
    doctor = supervision(passage, sentence, evidence, beside=near)
    if doctor is None:
        return None
    first, second = sorted((one.span, other.span))
    at = passage.text.find(doctor, sentence.span.start)
    between = passage.text[max(at, 0) : second.start]
    if at >= 0 and (";" in between or (at >= first.end and "," in between)):
        return None
    return f"a doctor decides (“{doctor}”)"


def _pair(
    passage: Passage, evidence: Span, row: Interaction, one: Cue, other: Cue, said: str = ""
) -> Candidate:
    return Candidate(
        trimmed(passage, evidence),
        row.severity,
        f"{said}{one.span.of(passage.text)} with {other.span.of(passage.text)}: {row.effect}",
        citations=row.citations,
        reference=row.key,
    )


def _taken(passage: Passage, sentence: Sentence, span: Span) -> Span:
    """`span` with the doses that overlap it, and a verb of joining that opens it."""
    for dose in sentence.doses:
        if dose.span.overlaps(span) and sentence.span.contains(dose.span):
            span = span.cover(dose.span)
    for cue in sentence.of("imperative"):
        if 0 <= span.start - cue.span.end <= 3:
            return cue.span.cover(span)
    return span


_OPENS = re.compile(
    r"[\"'“ ]{0,3}(?:add|then|also|plus|and |on top|wash|chase|follow|together|mix|combine"
    r"|with it|take (?:it|them) with|at the same time|simultaneously|in parallel|alongside|besides"
    r"|in addition|additionally|(?:an|half an|one|two|three|[0-9]) hours? (?:later|after)"
    r"|after (?:that|an hour|half an hour)|later (?:that|the same))"
)
_AT_NIGHT = re.compile(
    r"[\"'“ ]{0,3}(?:in the (?:evening|afternoon)|at (?:night|bedtime)|before (?:bed|sleep)"
    r"|for the night)\b"
)
_ON = re.compile(
    r"\W{0,3}(?:(?:are|if) )?(?:(?:you're|you are|i'm|i am|already|also|been) )*(?:on|taking"
    r"|using|you"
    r" take|prescribed|stuck on|put on)\b",
    re.I,
)
_ASKED_ON = re.compile(r"\b(?:on|taking|takes?|using|prescribed|swallowing)\b", re.I)
_WITH_IT = re.compile(
    r"\b(?:it|them|the (?:tablets?|capsules?|pills?|drug|medicine|dose)|this)(?: down)? with\b"
    r"|\b(?:it|this|they|both)\b[^.;]{0,30}\b(?:combin\w+|mix\w*|taken|goes|go|works?)\b"
    r"[^.;]{0,20}\bwith\b",
    re.I,
)
_ON_TOP = re.compile(r"\bon top(?: of (?:it|that|them|this))?\W*$|\bas well\W*$", re.I)
_SHORT = 90
"""Characters of a question that only says what somebody is on."""


def _across(passage: Passage, first: Sentence, second: Sentence) -> Iterator[Candidate]:
    """Pairs over two sentences, where the second says that it comes on top."""
    rows = list(_pairs(passage, first, second))
    said, words = first.span.of(passage.text), second.span.of(passage.text)
    asks = said.rstrip().endswith("?") and len(said) < _SHORT
    asks = asks and (_ASKED_ON.search(said) is not None or _ON_TOP.search(words) is not None)
    if not rows or not _goes_on(passage, second, said, words, asks=asks):
        return
    for row in rows:
        for a, b in ((row.a, row.b), (row.b, row.a)):
            if first.groups(a) and second.groups(b):
                one, other = first.groups(a)[-1], second.groups(b)[0]
                if _same_thing(_drugs(first, second), one, other) or compared(passage, one, other):
                    continue
                found = scoped(passage, second, _pair(passage, second.span, row, one, other))
                yield found if asks else scoped(passage, first, found)
                break


def _goes_on(passage: Passage, second: Sentence, said: str, words: str, *, asks: bool) -> bool:
    """True where `words` add to what `said` names, or allow it to those who are on that."""
    opening = words[:60].lower()
    if _OPENS.match(opening) or _WITH_IT.search(words) or _ON_TOP.search(words):
        return True
    if _AT_NIGHT.match(opening) and two_times(f"{said} {words}".lower()):
        return True
    permitted = orders(passage, second) or allows(words)
    return permitted and (asks or _ON.match(said) is not None)


def _listed(passage: Passage, first: Sentence, second: Sentence) -> Iterator[Candidate]:
    """Pairs over two items of a scheme, each of which is taken; hours lie between them."""
    for row in _pairs(passage, first, second):
        if row.severity is Severity.MINOR:
            continue
        for a, b in ((row.a, row.b), (row.b, row.a)):
            one, other = first.groups(a), second.groups(b)
            if not one or not other or _same_thing(_drugs(first, second), one[0], other[0]):
                continue
            candidate = _pair(passage, second.span, row, one[0], other[0])
            if supervision(passage, second, second.span) or supervision(passage, first, first.span):
                candidate = candidate.but("a doctor decides")
            yield scoped(passage, second, scoped(passage, first, candidate))
            break


def _drugs(*sentences: Sentence) -> dict[Span, str]:
    return {c.span: c.name for sentence in sentences for c in sentence.of("drug")}


def _permitted(passage: Passage) -> Iterator[Candidate]:
    """A yes to somebody who asks about two drugs together."""
    for sentence, asked in answered(passage):
        groups = {c.name: c for other in asked for c in other.of("group")}
        for a, b in combinations_with_replacement(sorted(groups), 2):
            row = passage.knowledge.pairs.get(frozenset((a, b)))
            if row is None or a == b or groups[a].span.overlaps(groups[b].span):
                continue
            candidate = _pair(passage, sentence.span, row, groups[a], groups[b], "a yes to ")
            if supervision(passage, sentence, sentence.span):
                candidate = candidate.but("a doctor decides")
            yield scoped(passage, sentence, candidate)
            break
