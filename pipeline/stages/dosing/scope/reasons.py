"""Who says it, to whom, and how firmly.

The same words are advice in one sentence and a warning in the next. Before a candidate becomes a
finding, its sentence is asked: is this asked, studied or remembered, forbidden, warned against,
refuted, or told without praise? The first reason that holds lets the candidate go, and `check`
shows it to an editor who wonders why nothing was flagged. To add a reason, write a function of the
same shape and put it where it belongs in the order.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.model.span import Span
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.prohibitions import forbidden, warned
from pipeline.stages.dosing.scope.questions import asked
from pipeline.stages.dosing.scope.rebuttals import refuted
from pipeline.stages.dosing.scope.tellings import reported, told

Reason = Callable[[Passage, Sentence, Span], str | None]
"""Why words at a span of a sentence are no advice, or None; the reason is shown to the editor."""

REASONS: tuple[Reason, ...] = (asked, told, forbidden, warned, refuted, reported)
"""Tried in this order; what is plain from the form of a sentence comes before what needs its
neighbours."""


def why_not(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """Why words at `span` of `sentence` are no advice, or None when they are."""
    for reason in REASONS:
        why = reason(passage, sentence, span)
        if why is not None:
            return why
    return None
