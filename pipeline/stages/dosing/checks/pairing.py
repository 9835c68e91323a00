"""Two groups of the table of interactions that a text names, and the finding that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement

from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.facts.knowledge import Interaction
from pipeline.stages.dosing.scope.claims import Candidate, trimmed
from pipeline.stages.dosing.scope.passage import Passage, Sentence


def pairs_of(passage: Passage, first: Sentence, second: Sentence) -> Iterator[Interaction]:
    """The rows of which one group is named in `first` and the other in `second`."""
    here, there = ({c.name for c in s.of("group")} for s in (first, second))
    for a, b in combinations_with_replacement(sorted(here | there), 2):
        row = passage.knowledge.pairs.get(frozenset((a, b)))
        if row is not None and ((a in here and b in there) or (b in here and a in there)):
            yield row


def same_thing(drugs: Mapping[Span, str], one: Cue, other: Cue) -> bool:
    """True for one drug named twice, or a class beside its member; `drugs` are names by place."""
    a, b = drugs.get(one.span), drugs.get(other.span)
    if one.name == other.name:
        return a is None or b is None or a == b
    return a is not None and a == b


def pair_of(
    passage: Passage, evidence: Span, row: Interaction, one: Cue, other: Cue, said: str = ""
) -> Candidate:
    return Candidate(
        trimmed(passage, evidence),
        row.severity,
        f"{said}{one.span.of(passage.text)} with {other.span.of(passage.text)}: {row.effect}",
        citations=row.citations,
        reference=row.key,
    )


def named(*sentences: Sentence) -> dict[Span, str]:
    return {c.span: c.name for sentence in sentences for c in sentence.of("drug")}
