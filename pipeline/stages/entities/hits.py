"""A mention as the tagger sees it: words of a text and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.span import Span
from pipeline.stages.entities.lexicon import Concept


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` up to `last`; no concept where only the shape of the name spoke."""

    first: int
    last: int
    span: Span
    label: str
    concept: Concept | None
