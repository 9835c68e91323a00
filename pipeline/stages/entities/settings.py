"""What can be set about entities: terms and a model beside the lexicon that ships."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitySettings:
    """`terms` is the path of an index that `clean-corpus terms import` made; `model` the name or
    the path of a spaCy model, a trained one or an installed one. Empty means none.

    `model_labels` say what labels mean that the model has and clean-corpus does not know, such as
    "Compound = DRUG" or "Gene = none"."""

    terms: str = ""
    model: str = ""
    model_labels: tuple[str, ...] = ()
