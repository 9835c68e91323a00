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

from pipeline.model.copies import Cluster
from pipeline.model.document import DocId
from pipeline.stages.dedup.survey import Survey

Standing = tuple[int, bool, int, tuple[int, ...], str]


def build_stars(
    surveys: Mapping[DocId, Survey],
    replaces: Iterable[tuple[DocId, DocId]],
    conflicts: Iterable[tuple[DocId, DocId]],
    weight: Mapping[DocId, int],
) -> tuple[Cluster, ...]:
    """Clusters sorted by the kept page.

    `replaces` are pairs (kept, removed) that were verified in that direction; `conflicts` pairs
    that may not share a star; `weight` how many pages each one stands for.
    """
    can: dict[DocId, list[DocId]] = defaultdict(list)
    against: dict[DocId, set[DocId]] = defaultdict(set)
    for kept, removed in replaces:
        can[kept].append(removed)
    for one, other in conflicts:
        against[one].add(other)
        against[other].add(one)
    order = sorted(can, key=lambda page: standing(page, surveys[page], _held(can[page], weight)))
    gone: set[DocId] = set()
    clusters: list[Cluster] = []
    for centre in order:
        if centre in gone:
            continue
        star: list[DocId] = []
        for page in sorted(can[centre]):
            if page not in gone and against[page].isdisjoint((centre, *star)):
                star.append(page)
        if star:
            gone.update((centre, *star))
            held = {page: _held(can.get(page, ()), weight) for page in (centre, *star)}
            why = explain(centre, star, surveys, held)
            clusters.append(Cluster(centre, tuple(star), why))
    return tuple(sorted(clusters, key=lambda c: c.kept))


def _held(pages: Iterable[DocId], weight: Mapping[DocId, int]) -> int:
    return sum(weight.get(page, 1) for page in pages)


def standing(page: DocId, survey: Survey, held: int) -> Standing:
    """Sort key: the best page to keep comes first."""
    newest = tuple(-ord(letter) for letter in survey.date) or (1,)
    return (-held, survey.cut_off, survey.defects, newest, page)


def explain(
    kept: DocId,
    removed: Sequence[DocId],
    surveys: Mapping[DocId, Survey],
    held: Mapping[DocId, int],
) -> str:
    """The first reason that told the kept page from the best of the others, in words."""
    mine = surveys[kept]
    rival = min(removed, key=lambda page: standing(page, surveys[page], held[page]))
    other = surveys[rival]
    if held[kept] != held[rival]:
        return (
            f"most complete: stands for {held[kept]} other copies, the next best for {held[rival]}"
        )
    if mine.cut_off != other.cut_off:
        return "whole, where the other copies are cut off"
    if mine.defects != other.defects:
        return f"fewest damaged places ({mine.defects} against {other.defects})"
    if mine.date != other.date:
        return f"newest version ({mine.date or 'undated'} against {other.date or 'undated'})"
    return "equal in every respect; first by its stable id"
