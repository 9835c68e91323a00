"""Cues that mean what they say.

"Do not wait" holds a "wait", "do not be afraid to take" a "do not", "no more than two" a "no": a
cue that is part of a phrase with another meaning is no cue.
"""

from __future__ import annotations

from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.passage import Sentence

_NO_PROHIBITION = ("reassure", "unforbidding", "maximum", "no_care_needed", "unsupervised")
"""What holds a "no" or a "not" and forbids nothing; sending the doctor away does neither."""


def effective(sentence: Sentence, *kinds: str) -> tuple[Cue, ...]:
    """The cues of `kinds` that are not part of a phrase that means the opposite."""
    masks = [c.span for c in sentence.of(*_NO_PROHIBITION)]
    return tuple(
        cue for cue in sentence.of(*kinds) if not any(mask.overlaps(cue.span) for mask in masks)
    )
