"""One name put in the place of another, where no title says that both pages are about the same.

Template sites write "X is a rare disorder. Most people with X …" for a thousand values of X, and
no lexicon knows them all. What gives such a pair away is the kind of change: a rewording touches
many words once; a template exchanges one name, everywhere, for a name that the other page does
not have at all. Where titles agree on the subject this question does not arise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.dedup.align import Match, Text
from pipeline.stages.dedup.guard import Range, is_slip
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


def find_exchange(a: Text, b: Text, matches: Sequence[Match]) -> Exchange | None:
    """The exchange of names that makes it doubtful that two pages are about the same."""
    from rapidfuzz.distance import Levenshtein

    seen: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Exchange]] = defaultdict(list)
    for match in matches:
        if match.overlap == 1.0:
            continue
        ours, theirs = a.sentences[match.a], b.sentences[match.b]
        for code in Levenshtein.opcodes(ours, theirs):
            if code.tag != "replace" or max(code.src_end - code.src_start,
                                            code.dest_end - code.dest_start) > LONGEST:  # fmt: skip
                continue
            mine = _foreign(ours[code.src_start : code.src_end], b)
            other = _foreign(theirs[code.dest_start : code.dest_end], a)
            if mine and other and not (len(mine) == len(other) == 1 and is_slip(*mine, *other)):
                exchange = Exchange(
                    match, (code.src_start, code.src_end), (code.dest_start, code.dest_end)
                )
                seen[mine, other].append(exchange)
    if not seen:
        return None
    most = max(seen.values(), key=len)
    return most[0] if len(seen) <= FEW or len(most) > 1 else None


def _foreign(words: Sequence[str], other: Text) -> tuple[str, ...]:
    """The words of more than three letters that the other page does not have at all."""
    return tuple(w for w in words if len(w) > 3 and singular(w) not in other.subject_counts)
