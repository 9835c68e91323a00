"""Drugs taken together that must not be.

A pair of the table of interactions is a finding where one sentence, two neighbouring ones, the
items of one scheme, or a question and its yes join it. Whether words join at all is asked in
`joining`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.afterwards import continued
from pipeline.stages.dosing.checks.joining import why_apart
from pipeline.stages.dosing.checks.keeping_apart import compared
from pipeline.stages.dosing.checks.pairing import named, pair_of, pairs_of, same_thing
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.facts.knowledge import Interaction
from pipeline.stages.dosing.scope.answers import answered
from pipeline.stages.dosing.scope.claims import Candidate, scoped
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.schemes import schemes
from pipeline.stages.dosing.scope.supervision import supervision


def combinations(passage: Passage) -> Iterator[Candidate]:
    """Pairs of the table of interactions that one instruction joins."""
    for sentence in passage.sentences:
        if not sentence.has("group"):
            continue
        for row in pairs_of(passage, sentence, sentence):
            yield from _within(passage, sentence, row)
        yield from continued(passage, sentence)
    for first, second in schemes(passage):
        yield from _listed(passage, first, second)
    yield from _permitted(passage)


def _within(passage: Passage, sentence: Sentence, row: Interaction) -> Iterator[Candidate]:
    drugs = {c.span: c.name for c in sentence.of("drug")}
    for one in sentence.groups(row.a):
        for other in sentence.groups(row.b):
            if one.span.overlaps(other.span) or (row.a == row.b and one.first >= other.first):
                continue
            if same_thing(drugs, one, other) or compared(passage, one, other):
                continue
            yield _candidate(passage, sentence, row, one, other)
            return


def _candidate(
    passage: Passage, sentence: Sentence, row: Interaction, one: Cue, other: Cue
) -> Candidate:
    evidence = _taken(passage, sentence, one.span.cover(other.span))
    candidate = pair_of(passage, evidence, row, one, other)
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


def _taken(passage: Passage, sentence: Sentence, span: Span) -> Span:
    """`span` with the doses that overlap it, and a verb of joining that opens it."""
    for dose in sentence.doses:
        if dose.span.overlaps(span) and sentence.span.contains(dose.span):
            span = span.cover(dose.span)
    for cue in sentence.of("imperative"):
        if 0 <= span.start - cue.span.end <= 3:
            return cue.span.cover(span)
    return span


def _listed(passage: Passage, first: Sentence, second: Sentence) -> Iterator[Candidate]:
    """Pairs over two items of a scheme, each of which is taken; hours lie between them."""
    for row in pairs_of(passage, first, second):
        if row.severity is Severity.MINOR:
            continue
        for a, b in ((row.a, row.b), (row.b, row.a)):
            one, other = first.groups(a), second.groups(b)
            if not one or not other or same_thing(named(first, second), one[0], other[0]):
                continue
            candidate = pair_of(passage, second.span, row, one[0], other[0])
            if supervision(passage, second, second.span) or supervision(passage, first, first.span):
                candidate = candidate.but("a doctor decides")
            yield scoped(passage, second, scoped(passage, first, candidate))
            break


def _permitted(passage: Passage) -> Iterator[Candidate]:
    """A yes to somebody who asks about two drugs together."""
    for sentence, asked in answered(passage):
        groups = {c.name: c for other in asked for c in other.of("group")}
        for a, b in combinations_with_replacement(sorted(groups), 2):
            row = passage.knowledge.pairs.get(frozenset((a, b)))
            if row is None or a == b or groups[a].span.overlaps(groups[b].span):
                continue
            candidate = pair_of(passage, sentence.span, row, groups[a], groups[b], "a yes to ")
            if supervision(passage, sentence, sentence.span):
                candidate = candidate.but("a doctor decides")
            yield scoped(passage, sentence, candidate)
            break
