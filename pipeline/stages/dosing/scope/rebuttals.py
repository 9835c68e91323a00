"""Claims that the same sentence, the next, or one further down calls wrong."""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.scope.meaning import effective
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_THIS = re.compile(
    r"[\s\"'“”]{0,3}(?:but |however,? |in fact,? |actually,? |yet )?"
    r"(?:this|that|it|they|these|those|there|such|doing so|doctors|experts|pharmacists|do not|don't"
    r"|please|never|wrong|nonsense|false|myth|no|not|in reality)\b",
    re.I,
)


def refuted(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A claim that the same or the next sentence calls wrong, or a report denied further down.

    A warning that merely follows ("it can cause a dry mouth") refutes nothing, unless what it
    follows was only reported.
    """
    if effective(sentence, "refute"):
        return "a claim that is refuted"
    following = passage.after(sentence)
    if following is not None and following.block == sentence.block:
        words = following.words
        if following.has("called_wrong") or (_THIS.match(words) and effective(following, "refute")):
            return "a claim that the next sentence refutes"
        if sentence.has("report") and effective(following, *_DENIALS):
            return "a reported claim that the next sentence refutes"
    if sentence.has("report"):
        return _denied_below(passage, sentence, span)
    return None


_DENIALS = ("refute", "warning", "negation", "prohibition")


_BELOW = 8
"""Sentences further down in which a report may be denied: an answer's first paragraphs."""


def _denied_below(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A report whose substance is warned against within the next sentences."""
    names = {c.name for c in sentence.of("drug", "remedy") if c.span.overlaps(span)}
    for other in passage.sentences[sentence.index + 1 : sentence.index + 1 + _BELOW]:
        if names & {c.name for c in other.of("drug", "remedy")} and effective(other, *_DENIALS):
            return "a reported claim that is refuted further down"
    return None
