"""Questions: nobody is advised by somebody who asks."""

from __future__ import annotations

import re

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_REFUSAL = re.compile(
    r"[\s\"'“”–—-]{0,4}(?:no\b|never\b|not\b|absolutely not|definitely not|don't)", re.I
)


_ASKS = re.compile(
    r"\W{0,3}(?:and |but |so |or )?(?:is|are|was|were|can|could|may|might|should|shall|do"
    r"|does|did|will|would|has|have|am|how|what"
    r"|when|why|which|who|where)\b(?!n't)",
    re.IGNORECASE,
)


def asked(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A bare question, or a question that is answered with a no."""
    words = sentence.words
    following = passage.after(sentence)
    refused = following is not None and _REFUSAL.match(following.words)
    if words.rstrip("\"'”’) ").endswith("?"):
        asks = _ASKS.match(words) or (sentence.has("question") and _opens(sentence, "question"))
        if asks:
            return "a question, answered with no" if refused else "a question"
        if refused:
            return "a question, answered with no"
        if sentence.kind is BlockKind.HEADING or _alone(passage, sentence):
            return "a heading that asks"
        if not sentence.doses and not sentence.has("imperative", "recommend"):
            return "a question without a verb"
    first = _REFUSAL.match(words)
    if first and passage.text[sentence.span.start + first.end() :][:1] in tuple(",.;:!"):
        return "an answer that says no"
    return None


def _alone(passage: Passage, sentence: Sentence) -> bool:
    """True when the sentence is a block of its own, as titles and questions are."""
    neighbours = (passage.before(sentence), passage.after(sentence))
    return len(passage.sentences) > 1 and all(
        n is None or n.block != sentence.block for n in neighbours
    )


def _opens(sentence: Sentence, kind: str) -> bool:
    """True when a cue of `kind` begins the sentence or a clause of it."""
    starts = [c.start for c in sentence.clauses]
    return any(
        any(0 <= cue.span.start - start <= 8 for start in starts) for cue in sentence.of(kind)
    )
