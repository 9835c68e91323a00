"""Questions that the next sentence answers with a yes.

"I'm 38 and smoke; may I stay on the pill? Yes, you can." The question names the drug and the
reader, the answer alone is advice and names neither. So an answer that begins with a yes is read
together with what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.stages.dosing.scope.passage import Passage, Sentence

_YES = re.compile(
    r"[\s\"'“”]{0,3}(?:(?:a|answer|expert|doctor|pharmacist|re)[.:]\s{0,3})?[\s\"'“”]{0,2}"
    r"(?:yes|yep|yeah|sure|of course|absolutely|certainly|definitely|by all means|no problem"
    r"|go ahead|why not)\b",
    re.IGNORECASE,
)
_REACH = 4
"""Sentences back in which the question and what leads up to it stand."""


def answered(passage: Passage) -> Iterator[tuple[Sentence, tuple[Sentence, ...]]]:
    """Each affirmative answer with the sentences that asked for it, nearest first."""
    if "?" not in passage.text:
        return
    for sentence in passage.sentences:
        if not _YES.match(passage.text, sentence.span.start):
            continue
        asked: list[Sentence] = []
        for count in range(1, _REACH + 1):
            other = passage.before(sentence, count)
            if other is None or sentence.block - other.block > 1:
                break
            asked.append(other)
        if asked and asked[0].span.of(passage.text).rstrip("\"'”’) ").endswith("?"):
            yield sentence, tuple(asked)
