"""What can be set about cutting and repairing."""

from __future__ import annotations

from dataclasses import dataclass

KEEP_KINDS = ("title", "byline", "references")
"""Lines around the article that may count as part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoilerplateSettings:
    """How much of a page may be cut without a person looking, and how templates are learned.

    `max_cut_share` is the share of a page's letters that scores may cut (surer rules may cut
    more); `keep` names those of `KEEP_KINDS` that scores leave alone.
    """

    max_cut_share: float = 0.7
    template_min_pages: int = 3
    keep: tuple[str, ...] = KEEP_KINDS
