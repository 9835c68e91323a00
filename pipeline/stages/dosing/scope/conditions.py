"""The serious condition that a sentence is about.

Herbs, home care and delay are judged against the condition that the text names itself: in the same
sentence, in those before it, or in the heading above. Signs are phrases of a table, and of two
that overlap the longer knows more: a face swollen by a tooth is no allergy, fits of laughter are
no fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.model.document import BlockKind
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.signs import measured_sign

_DENIALS = frozenset({"no", "without", "not", "isn't", "rule", "exclude", "anti"})
_LACKS = frozenset({"no", "without"})


def condition_of(
    passage: Passage, sentence: Sentence, reach: int = 1
) -> tuple[Cue, Sentence] | None:
    """The gravest condition that `sentence` is about: its own, or of the `reach` before."""
    around = tuple(_around(passage, sentence, reach))
    for kind in ("emergency", "serious"):
        for other in around:
            for cue in other.of(kind):
                if not _denied(passage, cue) and not _outdone(other, cue):
                    return cue, other
            if kind == "emergency" and (sign := measured_sign(passage, other)):
                return sign, other
    return None


def _around(passage: Passage, sentence: Sentence, reach: int) -> Iterator[Sentence]:
    """`sentence`, the `reach` before it, its heading and lead-in; a row of a table stands alone."""
    yield sentence
    for count in range(1, reach + 1):
        before = passage.before(sentence, count)
        row = sentence.kind is BlockKind.TABLE_ROW
        if before is not None and before.block == sentence.block and not row:
            yield before
    yield from (passage.sentences[index] for index in sentence.above)


def _outdone(sentence: Sentence, cue: Cue) -> bool:
    """True for a sign that is part of a longer phrase of another level."""
    return any(
        other.span.contains(cue.span) and other.span != cue.span
        for other in sentence.of("minor", *(("serious",) if cue.kind == "emergency" else ()))
    )


def _denied(passage: Passage, cue: Cue) -> bool:
    """True for "no fever" and "rule out meningitis", and for "stool, no blood"; not for "No. 8"."""
    near = passage.tokens[max(0, cue.first - 3) : cue.first + 1]
    before = [a.word for a, b in pairwise(near) if not (a.word == "no" and b.word.isdecimal())]
    inside = [t.word for t in passage.tokens[cue.first + 1 : cue.last]]
    return not _DENIALS.isdisjoint(before) or (bool(inside) and inside[-1] in _LACKS)
