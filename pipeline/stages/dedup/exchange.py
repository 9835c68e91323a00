"""One name put in the place of another, where no title says that both pages are about the same.

Template sites write "X is a rare disorder. Most people with X …" for a thousand values of X, and
no lexicon knows them all. What gives such a pair away is the kind of change: a rewording touches
many words once; a template exchanges one name, everywhere, for a name that the other page does
not have at all. Where titles agree on the subject this question does not arise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.stages.dedup.clash import Range
from pipeline.stages.dedup.cutting import Match
from pipeline.stages.dedup.names import is_slip
from pipeline.stages.dedup.text import Text
from pipeline.stages.dedup.titles import singular

LONGEST = 8
"""Words of the longest name; a longer exchanged passage is another sentence."""
FEW = 3
"""Different exchanges up to which each is deliberate; noise and rewording make more of them."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words `ours` of match `match` stand where the other page has words `theirs`."""

    match: Match
    ours: Range
    theirs: Range


_Names = tuple[tuple[str, ...], tuple[str, ...]]


def find_exchange(a: Text, b: Text, matches: Sequence[Match]) -> Exchange | None:
    """The exchange of names that makes it doubtful that two pages are about the same."""
    whole: dict[_Names, list[Exchange]] = defaultdict(list)  # foreign on both sides
    half: dict[_Names, list[Exchange]] = defaultdict(list)  # foreign on one
    for match in matches:
        if match.overlap == 1.0:
            continue
        ours, theirs = a.sentences[match.a], b.sentences[match.b]
        for exchange in _changes(match, ours, theirs):
            mine, other = ours[slice(*exchange.ours)], theirs[slice(*exchange.theirs)]
            if len(mine) == len(other) == 1 and is_slip(mine[0], other[0]):
                continue
            new_here, new_there = _foreign(mine, b), _foreign(other, a)
            if new_here and new_there:
                whole[mine, other].append(exchange)
            elif (new_here or new_there) and _names(mine) and _names(other):
                half[mine, other].append(exchange)
    again = [found for found in (*whole.values(), *half.values()) if len(found) > 1]
    if again:
        return max(again, key=len)[0]
    return next(iter(whole.values()))[0] if 0 < len(whole) <= FEW else None


def _changes(match: Match, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[Exchange]:
    """Runs of words in the place of other words, each run as long as it can be."""
    from rapidfuzz.distance import Levenshtein

    at, place = 0, 0
    blocks = Levenshtein.opcodes(ours, theirs).as_matching_blocks()
    for block in blocks:
        mine, other = (at, block.a), (place, block.b)
        if 0 < block.a - at <= LONGEST and 0 < block.b - place <= LONGEST:
            yield Exchange(match, mine, other)
        at, place = block.a + block.size, block.b + block.size


def _names(words: Sequence[str]) -> bool:
    return any(len(word) > 3 for word in words)


def _foreign(words: Sequence[str], other: Text) -> bool:
    """True when a word of more than three letters stands nowhere on the other page."""
    return any(len(w) > 3 and singular(w) not in other.subject_counts for w in words)
