"""Stars, not chains: which copies go, and which page each of them goes for.

A is like B and B is like C does not make A like C; chains of likeness are how deduplication
loses articles. Here every removed page has a direct, verified match with the page that stays,
and pages that contradict one another never go for the same one. Centres are chosen greedily, by
reasons that can be told: the page that holds most of the other copies, whole rather than cut
off, with the fewest damaged places, the newest, and last by its stable id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.copies import Cluster
from pipeline.model.document import DocId
from pipeline.stages.dedup.survey import Survey

Standing = tuple[float, bool, int, tuple[int, ...], str]


@dataclass(frozen=True, slots=True)
class Match:
    """`kept` could replace `removed`, of which it holds the share `covered`, so near to verbatim
    as `closeness` says; `copies` is how many pages `removed` stands for."""

    kept: DocId
    removed: DocId
    covered: float
    closeness: float
    copies: int = 1


def build_stars(
    surveys: Mapping[DocId, Survey],
    matches: Iterable[Match],
    conflicts: Iterable[tuple[DocId, DocId]],
) -> tuple[Cluster, ...]:
    """Clusters sorted by the kept page; pages in `conflicts` never share one.

    Within a star the closest copies come first, so that a garbled one that contradicts the
    others is the one that stays out.
    """
    can: dict[DocId, list[Match]] = defaultdict(list)
    against: dict[DocId, set[DocId]] = defaultdict(set)
    for match in matches:
        can[match.kept].append(match)
    for one, other in conflicts:
        against[one].add(other)
        against[other].add(one)
    held = {page: _held(found) for page, found in can.items()}
    gone: set[DocId] = set()
    clusters: list[Cluster] = []
    for centre in sorted(can, key=lambda page: standing(page, surveys[page], held[page])):
        if centre in gone:
            continue
        star: list[DocId] = []
        for match in sorted(can[centre], key=lambda m: (-m.closeness, -m.covered, m.removed)):
            if match.removed not in gone and against[match.removed].isdisjoint((centre, *star)):
                star.append(match.removed)
        if star:
            gone.update((centre, *star))
            why = explain(centre, star, surveys, held)
            clusters.append(Cluster(centre, tuple(sorted(star)), why))
    return tuple(sorted(clusters, key=lambda c: c.kept))


def _held(matches: Iterable[Match]) -> float:
    """How many other copies a page holds, each counted by the share of it and how nearly
    verbatim: of a whole article and a garbled one, the whole one is nearer to all the others."""
    return round(sum(sorted(m.copies * m.covered * m.closeness for m in matches)), 2)


def standing(page: DocId, survey: Survey, held: float) -> Standing:
    """Sort key: the best page to keep comes first."""
    newest = tuple(-ord(letter) for letter in survey.date) or (1,)
    return (-held, survey.cut_off, survey.defects, newest, page)


def explain(
    kept: DocId,
    removed: Sequence[DocId],
    surveys: Mapping[DocId, Survey],
    held: Mapping[DocId, float],
) -> str:
    """The first reason that told the kept page from the best of the others, in words."""
    mine = surveys[kept]
    rival = min(removed, key=lambda page: standing(page, surveys[page], held.get(page, 0.0)))
    other = surveys[rival]
    if held.get(kept, 0.0) != held.get(rival, 0.0):
        return "most complete: it holds the most of the other copies, the most nearly word for word"
    if mine.cut_off != other.cut_off:
        return "whole, where the other copies are cut off"
    if mine.defects != other.defects:
        return f"fewest damaged places ({mine.defects} against {other.defects})"
    if mine.date != other.date:
        return f"newest version ({mine.date or 'undated'} against {other.date or 'undated'})"
    return "equal in every respect; first by its stable id"
