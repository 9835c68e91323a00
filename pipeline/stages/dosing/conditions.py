"""The serious condition that a sentence is about.

Herbs, home care and delay are judged against the condition that the text names itself: in the same
sentence, in the one before it, or in the heading above.
"""

from __future__ import annotations

from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.meaning import effective
from pipeline.stages.dosing.passage import Passage, Sentence


def condition_of(
    passage: Passage, sentence: Sentence, reach: int = 1
) -> tuple[Cue, Sentence] | None:
    """The gravest condition that `sentence` is about: its own, or of the `reach` before."""
    around = [sentence]
    for count in range(1, reach + 1):
        before = passage.before(sentence, count)
        if before is not None and before.block == sentence.block:
            around.append(before)
    around += [passage.sentences[i] for i in sentence.above]
    if not any(other.has("emergency", "serious") for other in around):
        return None
    for kind in ("emergency", "serious"):
        for other in around:
            for cue in effective(other, kind):
                if not _denied(passage, cue):
                    return cue, other
    return None


def _denied(passage: Passage, cue: Cue) -> bool:
    before = [t.word for t in passage.tokens[max(0, cue.first - 3) : cue.first]]
    return bool({"no", "without", "not", "isn't", "rule", "exclude", "anti"} & set(before))
