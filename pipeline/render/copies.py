"""What a page has in common with others, seen from that page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pipeline.model.copies import Cluster, CopyKind, CopyLink, Difference
from pipeline.model.document import DocId
from pipeline.model.naming import site_of, title_of
from pipeline.model.outcome import Corpus, Outcome
from pipeline.render.flags import Words

KIND_WORDS = {
    CopyKind.EXACT: "the same words",
    CopyKind.NEAR: "the same article, lightly changed",
    CopyKind.CONTAINED: "one holds the other",
    CopyKind.QUOTES: "a passage of one stands in the other",
    CopyKind.DIFFERS: "alike, but the advice differs",
    CopyKind.SIMILAR: "alike, not enough to be sure",
}
ALIGNED = 200
_ORDER = (
    CopyKind.DIFFERS,
    CopyKind.SIMILAR,
    CopyKind.CONTAINED,
    CopyKind.QUOTES,
    CopyKind.NEAR,
    CopyKind.EXACT,
)


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """How a page is named in a list."""

    id: DocId
    title: str
    site: str
    source: str


@dataclass(frozen=True, slots=True)
class NearCopy:
    """One resemblance as `here` sees it; a difference's `ours` are the words on `here`.

    `kept` is the page that stands for both when they were merged, for the reason `why`.
    """

    here: Name
    other: Name
    kind: CopyKind
    coverage: float
    differences: tuple[Difference, ...]
    kept: DocId | None = None
    why: str = ""

    @property
    def words(self) -> str:
        return KIND_WORDS[self.kind]

    @property
    def aligned(self) -> list[tuple[Difference, tuple[Words, ...], tuple[Words, ...]]]:
        """Each difference with both readings, the words that differ marked."""
        return [(d, *align(d.ours, d.theirs)) for d in self.differences]


def align(ours: str, theirs: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Both readings in runs; what stands in one of them only is marked.

    Readings longer than `ALIGNED` words are marked as a whole: the comparison is quadratic.
    """
    a, b = ours.split(), theirs.split()
    if max(len(a), len(b)) > ALIGNED:
        return (Words(ours, marked=True),), (Words(theirs, marked=True),)
    left: list[Words] = []
    right: list[Words] = []
    for kind, a0, a1, b0, b1 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        left += _run(a[a0:a1], marked=kind != "equal")
        right += _run(b[b0:b1], marked=kind != "equal")
    return tuple(left), tuple(right)


def _run(words: list[str], *, marked: bool) -> list[Words]:
    return [Words(" ".join(words), marked), Words(" ")] if words else []


def name_of(outcome: Outcome) -> Name:
    document = outcome.ledger.document
    return Name(outcome.id, title_of(outcome.ledger), site_of(document), document.source.path)


def near_copies(corpus: Corpus) -> dict[DocId, tuple[NearCopy, ...]]:
    """Each page's resemblances, dangerous ones first, then by coverage; pages without: absent."""
    names = {o.id: name_of(o) for o in corpus.outcomes}
    clusters = {page: c for c in corpus.copies.clusters for page in (c.kept, *c.removed)}
    found: dict[DocId, list[NearCopy]] = {}
    for link in corpus.copies.links:
        if link.a in names and link.b in names:
            one = _from_a(link, names, clusters)
            found.setdefault(link.a, []).append(one)
            found.setdefault(link.b, []).append(_turned(one))
    return {page: tuple(sorted(found[page], key=_rank)) for page in sorted(found)}


def dangerous_siblings(corpus: Corpus) -> tuple[NearCopy, ...]:
    """Pairs that are alike and must not be merged, those with the most differences first."""
    pairs = (c for copies in near_copies(corpus).values() for c in copies if c.here.id < c.other.id)
    apart = [c for c in pairs if c.kind in (CopyKind.DIFFERS, CopyKind.SIMILAR)]
    return tuple(sorted(apart, key=_rank))


def _from_a(link: CopyLink, names: dict[DocId, Name], clusters: dict[DocId, Cluster]) -> NearCopy:
    cluster = clusters.get(link.a)
    merged = cluster is not None and clusters.get(link.b) is cluster
    return NearCopy(
        here=names[link.a],
        other=names[link.b],
        kind=link.kind,
        coverage=link.coverage,
        differences=link.differences,
        kept=cluster.kept if cluster is not None and merged else None,
        why=cluster.why if cluster is not None and merged else "",
    )


def _turned(copy: NearCopy) -> NearCopy:
    """The same resemblance as the other page sees it."""
    swapped = tuple(Difference(d.what, d.theirs, d.ours) for d in copy.differences)
    return replace(copy, here=copy.other, other=copy.here, differences=swapped)


def _rank(copy: NearCopy) -> tuple[int, int, float, str, str]:
    place = _ORDER.index(copy.kind)
    return (place, -len(copy.differences), -copy.coverage, copy.here.source, copy.other.source)
