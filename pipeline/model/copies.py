"""What the corpus says about pages that resemble one another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.document import DocId


class CopyKind(StrEnum):
    """How two pages resemble one another."""

    EXACT = "exact"  # the same words after normalisation
    NEAR = "near"  # the same article with light changes; merged
    CONTAINED = "contained"  # one holds (nearly) all of the other
    QUOTES = "quotes"  # unlike as wholes, but a passage of one stands in the other
    DIFFERS = "differs"  # alike but for a number, unit, drug or negation; never merged
    SIMILAR = "similar"  # alike, and not alike enough to be sure; never merged


@dataclass(frozen=True, slots=True)
class Difference:
    """What two near copies say differently, in the words of `a` (ours) and of `b` (theirs).

    `what` is dose, number, unit, frequency, duration, drug, condition, population, negation,
    opposite, comparison, order (the same numbers for other people) or subject (the titles).
    """

    what: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class CopyLink:
    """A verified resemblance of two pages, `a` < `b`; `coverage` is the share of the shorter
    one's sentences that stand in the other."""

    a: DocId
    b: DocId
    kind: CopyKind
    coverage: float
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Pages that are one article: `kept` survives for the reason `why`; each of `removed` has a
    direct link to it."""

    kept: DocId
    removed: tuple[DocId, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Copies:
    """All clusters and links of a corpus, in a stable order."""

    clusters: tuple[Cluster, ...] = ()
    links: tuple[CopyLink, ...] = ()
