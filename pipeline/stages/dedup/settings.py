"""What an operator may set about copies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DedupSettings:
    """How alike two articles must be to be shown side by side, and to be merged.

    `candidate_similarity` is the share of the shorter article that must stand in the other for
    the two to be linked; `merge_coverage` the share of a removed copy that must stand in the
    kept one; `contained_coverage` the same for a copy much shorter than the kept one.
    `quote_words` is the length from which a shared passage is reported as a quote;
    `siblings` how many pages of the same template and another subject each page is linked with
    (a site may have thousands; the most alike are shown).
    """

    candidate_similarity: float = 0.5
    merge_coverage: float = 0.8
    contained_coverage: float = 0.95
    quote_words: int = 25
    siblings: int = 24
