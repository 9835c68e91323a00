"""A run in figures, counted once, so that every report and the closing lines agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.model.changes import Cut, Fate, Finding, Repair, Severity
from pipeline.model.document import DocId
from pipeline.model.naming import site_of
from pipeline.model.outcome import Corpus, Outcome


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often one rule spoke, on how many pages; `open` and `settled` are for findings.

    `said` is the first reason it gave, for a rule that stands in no rule book.
    """

    rule: str
    pages: int
    count: int
    characters: int = 0
    severity: Severity | None = None
    category: str = ""
    open: int = 0
    settled: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class SiteCount:
    """One site's pages by fate, and how many of its characters were read and cut."""

    site: str
    pages: int
    fates: tuple[tuple[Fate, int], ...]
    characters: int
    cut: int

    def of(self, fate: Fate) -> int:
        return dict(self.fates)[fate]


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a run; tuples are sorted by count (most first), then by name."""

    pages: int
    fates: tuple[tuple[Fate, int], ...]
    reasons: tuple[tuple[Fate, str, int], ...]
    sites: tuple[SiteCount, ...]
    findings: tuple[RuleCount, ...]
    cuts: tuple[RuleCount, ...]
    repairs: tuple[RuleCount, ...]
    languages: tuple[tuple[str, int], ...]
    characters: int
    cut: int

    @classmethod
    def of(cls, corpus: Corpus) -> Summary:
        outcomes = corpus.outcomes
        sites = tuple(_count_site(s, group) for s, group in _by_site(outcomes))
        codes = Counter(o.ledger.language.code for o in outcomes if o.ledger.language)
        return cls(
            pages=len(outcomes),
            fates=count_fates(outcomes),
            reasons=count_reasons(outcomes),
            sites=tuple(sorted(sites, key=lambda s: (-s.pages, s.site))),
            findings=_count_findings(outcomes),
            cuts=_count_cuts(outcomes),
            repairs=_count_repairs(outcomes),
            languages=tuple(sorted(codes.items(), key=lambda c: (-c[1], c[0]))),
            characters=sum(s.characters for s in sites),
            cut=sum(s.cut for s in sites),
        )

    def fate(self, fate: Fate) -> int:
        """How many pages ended in `fate`."""
        return dict(self.fates)[fate]


def count_fates(outcomes: Iterable[Outcome]) -> tuple[tuple[Fate, int], ...]:
    """How many pages ended in each fate, none left out."""
    counted = Counter(o.fate for o in outcomes)
    return tuple((fate, counted[fate]) for fate in Fate)


def count_reasons(outcomes: Iterable[Outcome]) -> tuple[tuple[Fate, str, int], ...]:
    """Why pages were set aside or failed (a duplicate's reason names its copy, so is no group)."""
    away = (Fate.SET_ASIDE, Fate.FAILED)
    counted = Counter((o.fate, o.reason) for o in outcomes if o.fate in away)
    ranked = sorted(counted.items(), key=lambda c: (-c[1], c[0]))
    return tuple((fate, reason, count) for (fate, reason), count in ranked)


def _by_site(outcomes: Iterable[Outcome]) -> list[tuple[str, list[Outcome]]]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(site_of(outcome.ledger.document), []).append(outcome)
    return sorted(groups.items())


def _count_site(site: str, outcomes: list[Outcome]) -> SiteCount:
    return SiteCount(
        site=site,
        pages=len(outcomes),
        fates=count_fates(outcomes),
        characters=sum(len(o.ledger.document.text) for o in outcomes),
        cut=sum(len(c.span) for o in outcomes for c in o.ledger.cuts),
    )


def _count_findings(outcomes: Iterable[Outcome]) -> tuple[RuleCount, ...]:
    """Findings by rule, most severe first; a rule's severity here is the worst it reached."""
    groups: dict[str, list[tuple[Outcome, Finding]]] = {}
    for outcome in outcomes:
        for finding in outcome.ledger.findings:
            groups.setdefault(finding.rule, []).append((outcome, finding))
    counts = [_count_rule(rule, found) for rule, found in groups.items()]
    return tuple(sorted(counts, key=lambda c: (-(c.severity or 0), -c.count, c.rule)))


def _count_rule(rule: str, found: list[tuple[Outcome, Finding]]) -> RuleCount:
    settled = sum(f in (s for s, _ in o.settled) for o, f in found)
    return RuleCount(
        rule=rule,
        pages=len({o.id for o, _ in found}),
        count=len(found),
        severity=max(f.severity for _, f in found),
        category=found[0][1].category,
        said=found[0][1].category.replace("_", " "),
        open=sum(f in o.open for o, f in found),
        settled=settled,
    )


def _count_cuts(outcomes: Iterable[Outcome]) -> tuple[RuleCount, ...]:
    return _tally([(o.id, c) for o in outcomes for c in o.ledger.cuts])


def _count_repairs(outcomes: Iterable[Outcome]) -> tuple[RuleCount, ...]:
    return _tally([(o.id, r) for o in outcomes for r in o.ledger.repairs])


def _tally(said: Sequence[tuple[DocId, Cut | Repair]]) -> tuple[RuleCount, ...]:
    """Pages, count and characters by rule."""
    groups: dict[str, list[tuple[DocId, Cut | Repair]]] = {}
    for page, change in said:
        groups.setdefault(change.rule, []).append((page, change))
    tallied = [
        RuleCount(
            rule=rule,
            pages=len({page for page, _ in group}),
            count=len(group),
            characters=sum(len(change.span) for _, change in group),
            said=group[0][1].reason,
        )
        for rule, group in groups.items()
    ]
    return tuple(sorted(tallied, key=lambda c: (-c.count, c.rule)))
