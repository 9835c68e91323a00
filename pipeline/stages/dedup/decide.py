"""From surveys to one decision about the whole corpus, whatever order the surveys come in.

Pages with the same words under the same subject are one node; nodes are paired, judged and built
into stars. The decision holds the clusters and links for the reports and, for each page that
has anything to be told, what `apply` will tell it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, product

from pipeline.model.copies import Cluster, Copies, CopyKind, CopyLink, Difference
from pipeline.model.document import DocId
from pipeline.stages.dedup.alerts import find_alerts, find_repeated
from pipeline.stages.dedup.candidates import find_candidates
from pipeline.stages.dedup.canonical import Match, build_stars, explain, standing
from pipeline.stages.dedup.contrasts import phrase
from pipeline.stages.dedup.findings import Alert, Repeat
from pipeline.stages.dedup.judge import Verified, judge
from pipeline.stages.dedup.settings import DedupSettings
from pipeline.stages.dedup.survey import Survey
from pipeline.stages.dedup.text import Text

COMMON = 8
"""Subjects from which a sentence is common property; its weight falls as 8 / subjects."""
UNPACKED = 4_096
"""Pages kept unpacked for comparison at a time: the bound on memory above the surveys."""
COMBINATIONS = 16
"""Links spelled out between the exact copies of two pages that are linked."""


@dataclass(frozen=True, slots=True)
class Note:
    """What one page is told: the copy that stays instead of it, its siblings, its repeats."""

    of: DocId | None = None
    reason: str = ""
    alerts: tuple[Alert, ...] = ()
    repeats: tuple[Repeat, ...] = ()


@dataclass(frozen=True, slots=True)
class DedupDecision:
    """The corpus's clusters and links, and a note for each page that needs one."""

    copies: Copies = field(default_factory=Copies)
    notes: Mapping[DocId, Note] = field(default_factory=dict)


def decide_copies(
    surveyed: Iterable[tuple[DocId, Survey]], settings: DedupSettings
) -> DedupDecision:
    """The decision; the same for every order of `surveyed`."""
    surveys = dict(sorted(surveyed))
    groups = _exact_groups(surveys)
    heads = sorted(groups)
    commonness = _commonness(surveys)

    @lru_cache(maxsize=UNPACKED)
    def text(page: DocId) -> Text:
        return Text(surveys[page], commonness)

    verified: list[Verified] = []
    for candidate in find_candidates([surveys[page] for page in heads]):
        a, b = heads[candidate.a], heads[candidate.b]
        judgement = judge(text(a), text(b), candidate, settings)
        if judgement is not None:
            verified.append(Verified(a, b, judgement))
    verified = _closest_siblings(verified, settings.siblings)
    clusters = _clusters(surveys, groups, verified)
    links: list[CopyLink] = []
    alerts: dict[DocId, list[Alert]] = defaultdict(list)
    for pair in verified:
        links += _links(pair, groups, text(pair.a), text(pair.b))
        for page, alert in find_alerts(pair, text(pair.a), text(pair.b)):
            for member in groups[page]:
                alerts[member].append(alert)
    links += [
        CopyLink(min(head, page), max(head, page), CopyKind.EXACT, 1.0)
        for head, group in groups.items()
        for page in group
        if page != head
    ]
    links.sort(key=lambda link: (link.a, link.b))
    notes = _notes(surveys, clusters, links, alerts)
    return DedupDecision(Copies(clusters, tuple(links)), notes)


def _exact_groups(surveys: Mapping[DocId, Survey]) -> dict[DocId, tuple[DocId, ...]]:
    """Pages with the same words under the same subject, by the page that represents them."""
    same: dict[tuple[str, tuple[str, ...]], list[DocId]] = defaultdict(list)
    for page, survey in surveys.items():
        alone = () if survey.words else (page,)
        same[survey.key, (*survey.subject, *alone)].append(page)
    groups = [sorted(g, key=lambda page: standing(page, surveys[page], 0)) for g in same.values()]
    return {group[0]: tuple(group) for group in groups}


def _commonness(surveys: Mapping[DocId, Survey]) -> dict[int, float]:
    """The weight, below 1, of each sentence that stands on pages about many subjects.

    Subjects are counted, not pages: an article with fifty copies is not a template.
    """
    import numpy as np

    hashes: list[int] = []
    owners: list[int] = []
    numbers: dict[tuple[str, ...], int] = {}
    for index, survey in enumerate(surveys.values()):
        subject = survey.subject or (f"\0{index}",)
        owner = numbers.setdefault(subject, len(numbers))
        distinct = list(dict.fromkeys(survey.hashes))
        hashes += distinct
        owners += [owner] * len(distinct)
    if not hashes:
        return {}
    keys, owned = np.array(hashes, dtype=np.uint64), np.array(owners, dtype=np.int64)
    order = np.lexsort((owned, keys))
    keys, owned = keys[order], owned[order]
    fresh = np.ones(len(keys), dtype=bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (owned[1:] != owned[:-1])
    sentences, counts = np.unique(keys[fresh], return_counts=True)
    common = counts > COMMON
    shares = (COMMON / counts[common]) ** 2
    return dict(zip(sentences[common].tolist(), shares.tolist(), strict=True))


def _closest_siblings(verified: Sequence[Verified], most: int) -> list[Verified]:
    """All pairs but those template siblings that are among the `most` closest of neither page."""
    ranked: dict[DocId, list[tuple[float, DocId, int]]] = defaultdict(list)
    for index, pair in enumerate(verified):
        if pair.judgement.subjects:
            alike = max(pair.judgement.covered_a, pair.judgement.covered_b)
            ranked[pair.a].append((-alike, pair.b, index))
            ranked[pair.b].append((-alike, pair.a, index))
    kept = {index for pairs in ranked.values() for _, _, index in sorted(pairs)[:most]}
    return [p for i, p in enumerate(verified) if not p.judgement.subjects or i in kept]


def _clusters(
    surveys: Mapping[DocId, Survey],
    groups: Mapping[DocId, tuple[DocId, ...]],
    verified: Sequence[Verified],
) -> tuple[Cluster, ...]:
    """Stars over the representatives, with the exact copies of each put in."""
    matches: list[Match] = []
    conflicts: list[tuple[DocId, DocId]] = []
    for pair in verified:
        said, size_a, size_b = pair.judgement, len(groups[pair.a]), len(groups[pair.b])
        if said.merges_a:
            matches.append(Match(pair.b, pair.a, said.covered_a, said.closeness, size_a))
        if said.merges_b:
            matches.append(Match(pair.a, pair.b, said.covered_b, said.closeness, size_b))
        if said.kind is CopyKind.DIFFERS:
            conflicts.append((pair.a, pair.b))
    stars = build_stars(surveys, matches, conflicts)
    starred = {page for star in stars for page in (star.kept, *star.removed)}
    clusters = [
        Cluster(
            star.kept,
            tuple(sorted({p for head in (star.kept, *star.removed) for p in groups[head]}
                         - {star.kept})),
            star.why,
        )
        for star in stars
    ]  # fmt: skip
    clusters += [
        Cluster(head, tuple(sorted(group[1:])), _why_exact(group, surveys))
        for head, group in groups.items()
        if len(group) > 1 and head not in starred
    ]
    return tuple(sorted(clusters, key=lambda c: c.kept))


def _why_exact(group: Sequence[DocId], surveys: Mapping[DocId, Survey]) -> str:
    return explain(group[0], group[1:], surveys, dict.fromkeys(group, 0))


def _links(
    pair: Verified, groups: Mapping[DocId, tuple[DocId, ...]], a: Text, b: Text
) -> list[CopyLink]:
    """The link of a pair, and of the exact copies of both."""
    judgement = pair.judgement
    differences = tuple(
        Difference(c.what, phrase(a, c.ours), phrase(b, c.theirs)) for c in judgement.contrasts
    )
    if judgement.subjects:
        differences = (Difference("subject", a.survey.title, b.survey.title),)
    coverage = round(max(judgement.covered_a, judgement.covered_b), 4)
    swapped = tuple(Difference(d.what, d.theirs, d.ours) for d in differences)
    links: list[CopyLink] = []
    for one, other in islice(product(groups[pair.a], groups[pair.b]), COMBINATIONS):
        first, second, said = (one, other, differences)
        if other < one:
            first, second, said = (other, one, swapped)
        links.append(CopyLink(first, second, judgement.kind, coverage, said))
    return links


def _notes(
    surveys: Mapping[DocId, Survey],
    clusters: Sequence[Cluster],
    links: Sequence[CopyLink],
    alerts: Mapping[DocId, Sequence[Alert]],
) -> dict[DocId, Note]:
    """A note for every page that goes, warns or repeats itself, sorted by page."""
    kinds = {(link.a, link.b): link for link in links}
    notes: dict[DocId, Note] = {}
    for cluster in clusters:
        for page in cluster.removed:
            link = kinds.get((min(page, cluster.kept), max(page, cluster.kept)))
            kind = link.kind if link else CopyKind.EXACT
            title = surveys[cluster.kept].title
            named = f"“{title}” (page {cluster.kept})" if title else f"page {cluster.kept}"
            notes[page] = Note(cluster.kept, f"{_KIND[kind]} {named}; kept: {cluster.why}")
    gone = frozenset(notes)
    for page, survey in surveys.items():
        if page not in gone:
            repeats, told = find_repeated(survey), _of_kept(alerts.get(page, ()), gone)
            if repeats or told:
                notes[page] = Note(alerts=told, repeats=repeats)
    return dict(sorted(notes.items()))


def _of_kept(alerts: Sequence[Alert], gone: frozenset[DocId]) -> tuple[Alert, ...]:
    """Alerts about siblings that stay; those about copies that go, only if there are no others."""
    staying = tuple(alert for alert in alerts if alert.sibling not in gone)
    return staying or tuple(alerts)


_KIND = {
    CopyKind.EXACT: "the same words as",
    CopyKind.NEAR: "a near copy of",
    CopyKind.CONTAINED: "part of",
}
