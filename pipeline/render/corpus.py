"""The front page of a run: what became of every page, and what waits for an editor.

An editor opens it to learn three things in this order: what has to be decided, whether the
pipeline did something silly, and where a given page went. So held articles stand first, strange
pages and learned templates next, and the whole list with a filter last. It is one file without
network; timings, which differ from run to run, are read from a file that lies beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.model.changes import Fate, RuleId, Severity
from pipeline.model.copies import Cluster
from pipeline.model.outcome import Corpus, Outcome
from pipeline.model.summary import RuleCount, Summary
from pipeline.render import charts
from pipeline.render.copies import Name, dangerous_siblings, name_of
from pipeline.render.flags import FlagCard, Rules, flag_cards, rule_title
from pipeline.render.html import plural, render
from pipeline.render.listing import line, strangest
from pipeline.render.page import FATE_WORDS

MAX_HELD = 200
MAX_ROWS = 2_000
MAX_GROUPS = 100


def report(corpus: Corpus, rules: Rules) -> str:
    """`reports/index.html`."""
    summary = Summary.of(corpus)
    lines = [line(o) for o in corpus.outcomes]
    siblings = dangerous_siblings(corpus)
    held = sorted((_held(o, rules) for o in corpus.by_fate(Fate.HELD)), key=_gravest)
    steps = charts.funnel_steps(summary)
    return render(
        "corpus.html",
        script="corpus.js",
        beside=True,
        corpus=corpus,
        summary=summary,
        headline=_headline(summary),
        steps=[(s, charts.bar(s.count / max(1, summary.pages))) for s in steps],
        funnel=charts.funnel(steps),
        held=held[:MAX_HELD],
        held_left_out=max(0, len(held) - MAX_HELD),
        flags=[_counted(c, summary.findings, rules) for c in summary.findings],
        by_severity=_by_severity(summary.findings),
        cuts=[_counted(c, summary.cuts, rules) for c in summary.cuts],
        repairs=[_counted(c, summary.repairs, rules) for c in summary.repairs],
        sites=[(s, charts.stack(_fates(s.fates))) for s in summary.sites[:MAX_ROWS]],
        siblings=siblings[:MAX_GROUPS],
        siblings_left_out=max(0, len(siblings) - MAX_GROUPS),
        clusters=_clusters(corpus)[:MAX_GROUPS],
        clusters_left_out=max(0, len(corpus.copies.clusters) - MAX_GROUPS),
        templates=corpus.templates.sites[:MAX_GROUPS],
        away=[p for p in lines if p.fate in (Fate.SET_ASIDE, Fate.FAILED)][:MAX_ROWS],
        strangest=strangest(lines),
        lines=lines[:MAX_ROWS],
        lines_left_out=max(0, len(lines) - MAX_ROWS),
        fates=[(fate, FATE_WORDS[fate]) for fate in Fate],
    )


def _headline(summary: Summary) -> str:
    """What an editor has to know, in one line."""
    held, clean = summary.fate(Fate.HELD), summary.fate(Fate.EMITTED)
    if not summary.pages:
        return "No pages yet"
    if held:
        return f"{plural(held, 'article')} {'waits' if held == 1 else 'wait'} for an editor"
    if clean:
        return f"All {clean:,} articles are clean" if clean > 1 else "The article is clean"
    return "No article came through"


@dataclass(frozen=True, slots=True)
class _Held:
    """A held article with its open flags, most severe first."""

    name: Name
    cards: tuple[FlagCard, ...]
    reason: str


def _held(outcome: Outcome, rules: Rules) -> _Held:
    cards = [c for c in flag_cards(outcome, rules) if c.open]
    ranked = tuple(sorted(cards, key=lambda c: (-c.severity, c.number)))
    return _Held(name_of(outcome), ranked, outcome.reason)


def _gravest(held: _Held) -> tuple[list[int], str]:
    """Most severe first; of equals, the one with more flags of that severity."""
    counts = [-sum(c.severity is s for c in held.cards) for s in reversed(Severity)]
    return counts, held.name.source


@dataclass(frozen=True, slots=True)
class _Counted:
    """A rule's count with its name in words and a bar against the most frequent one."""

    count: RuleCount
    title: str
    known: bool
    bar: Markup


def _counted(count: RuleCount, all_counts: Iterable[RuleCount], rules: Rules) -> _Counted:
    most = max(c.count for c in all_counts)
    kind = f"sev-{count.severity.label}" if count.severity is not None else "flow"
    rule = RuleId(count.rule)
    title = rule_title(rule, rules, count.said)
    return _Counted(count, title, rule in rules, charts.bar(count.count / most, kind))


def _by_severity(counts: Iterable[RuleCount]) -> list[tuple[Severity, int, int]]:
    """Severity, findings whose rule reached it, and how many of them are open."""
    listed = list(counts)
    groups = [(s, [c for c in listed if c.severity is s]) for s in reversed(Severity)]
    return [(s, sum(c.count for c in g), sum(c.open for c in g)) for s, g in groups]


def _fates(counts: Iterable[tuple[Fate, int]]) -> list[tuple[str, int]]:
    return [(f"fate-{fate.value}", count) for fate, count in counts]


def _clusters(corpus: Corpus) -> list[tuple[Cluster, Name, list[Name]]]:
    """Merged pages, the largest clusters first."""
    names = {o.id: name_of(o) for o in corpus.outcomes}
    ranked = sorted(corpus.copies.clusters, key=lambda c: (-len(c.removed), c.kept))
    return [
        (c, names[c.kept], [names[r] for r in c.removed if r in names])
        for c in ranked
        if c.kept in names
    ]
