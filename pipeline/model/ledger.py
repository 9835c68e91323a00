"""A document with everything said about it so far, and the accounts to prove nothing is lost.

Every character of the page is kept, cut or repaired. Cuts win over repairs inside them. The clean
view is the page without cuts and with repairs; kept and cut and repaired pieces, taken from the
page in order, rebuild it exactly.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cached_property

from pipeline.model.changes import (
    Changes,
    Cut,
    Finding,
    Language,
    Provenance,
    Repair,
    Verdict,
    fingerprint,
)
from pipeline.model.document import Block, Document
from pipeline.model.dose import DoseMention
from pipeline.model.mention import Mention
from pipeline.model.span import Span
from pipeline.model.view import Edit, View


class Account(StrEnum):
    """What became of a run of page text."""

    KEPT = "kept"
    CUT = "cut"
    REPAIRED = "repaired"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: this run of the page, what became of it, and who says so."""

    span: Span
    account: Account
    change: Cut | Repair | None = None


@dataclass(frozen=True)
class Ledger:
    """`document` and what has been said about it; `said` names who made each change.

    Spans of cuts, repairs, mentions, doses and findings are all offsets into the page text.
    """

    document: Document
    cuts: tuple[Cut, ...] = ()
    repairs: tuple[Repair, ...] = ()
    language: Language | None = None
    mentions: tuple[Mention, ...] = ()
    doses: tuple[DoseMention, ...] = ()
    findings: tuple[Finding, ...] = ()
    verdict: Verdict | None = None
    said: tuple[tuple[Provenance, Changes], ...] = ()

    def apply(self, changes: Changes, by: Provenance) -> Ledger:
        """The ledger with `changes` added.

        Raises ValueError when a cut overlaps another cut in part, or a repair overlaps another
        repair: a programming error in the stage, never the page's fault.
        """
        cuts = _merge_cuts(self.cuts, changes.cuts)
        repairs = _merge_repairs((*self.repairs, *changes.repairs), cuts)
        return replace(
            self,
            cuts=cuts,
            repairs=repairs,
            language=changes.language or self.language,
            mentions=(*self.mentions, *changes.mentions),
            doses=(*self.doses, *changes.doses),
            findings=(*self.findings, *(self._stamp(f) for f in changes.findings)),
            verdict=changes.verdict or self.verdict,
            said=(*self.said, (by, changes)),
        )

    def __getstate__(self) -> dict[str, object]:
        """Only the fields: cached views are cheaper to make again than to send elsewhere."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    def _stamp(self, finding: Finding) -> Finding:
        if finding.fingerprint:
            return finding
        quote = finding.span.of(self.document.text)
        return replace(finding, fingerprint=fingerprint(finding.rule, quote, self.document.id))

    @cached_property
    def clean(self) -> View:
        """The article as it will be read; offsets map home to the page, never across a cut."""
        edits = [Edit(c.span, "", barrier=True) for c in self.cuts]
        edits += [Edit(r.span, r.replacement) for r in self.repairs]
        return View.of(self.document.text, edits)

    @property
    def clean_text(self) -> str:
        return self.clean.text

    @cached_property
    def kept_blocks(self) -> tuple[Block, ...]:
        """The blocks of the article, in page order."""
        cut = _Cover(c.span for c in self.cuts)
        return tuple(b for b in self.document.blocks if not cut.touches(b.span))

    @cached_property
    def cut_blocks(self) -> tuple[Block, ...]:
        kept = set(self.kept_blocks)
        return tuple(b for b in self.document.blocks if b not in kept)

    def reading(self, span: Span) -> str:
        """The clean words that stand for page `span`; empty when all of it was cut."""
        place = self.clean.away(span)
        return place.of(self.clean.text) if place else ""

    def entries(self) -> Iterator[Entry]:
        """The page, run by run: kept, cut or repaired."""
        changes: list[tuple[Span, Account, Cut | Repair]] = [
            *((c.span, Account.CUT, c) for c in self.cuts),
            *((r.span, Account.REPAIRED, r) for r in self.repairs),
        ]
        at = 0
        for span, account, change in sorted(changes, key=lambda c: c[0]):
            if span.start > at:
                yield Entry(Span(at, span.start), Account.KEPT)
            yield Entry(span, account, change)
            at = span.end
        if at < len(self.document.text):
            yield Entry(Span(at, len(self.document.text)), Account.KEPT)

    def audit(self) -> tuple[str, ...]:
        """What is wrong with the accounts, in words; empty when they balance."""
        text = self.document.text
        faults: list[str] = []
        at = 0
        for entry in self.entries():
            if entry.span.start != at:
                faults.append(f"accounts jump from {at} to {entry.span.start}")
            at = entry.span.end
        if at != len(text):
            faults.append(f"accounts end at {at} of {len(text)}")
        if "".join(e.span.of(text) for e in self.entries()) != text:
            faults.append("kept, cut and repaired pieces do not rebuild the page")
        claims = [*(m.span for m in self.mentions), *(d.span for d in self.doses)]
        claims += [s for f in self.findings for s in f.evidence]
        faults += [f"offset {s.end} is behind the page" for s in claims if s.end > len(text)]
        return tuple(faults)


class _Cover:
    """Sorted disjoint spans that answer whether another span touches one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [s.start for s in self._spans]

    def touches(self, span: Span) -> bool:
        index = bisect_left(self._starts, span.end)
        return index > 0 and self._spans[index - 1].end > span.start


def _merge_cuts(old: tuple[Cut, ...], new: tuple[Cut, ...]) -> tuple[Cut, ...]:
    """Old and new cuts, disjoint and sorted; a cut inside one that stands is not said twice."""
    kept: list[Cut] = []
    for cut in sorted((*old, *new), key=lambda c: (c.span.start, -c.span.end)):
        if kept and cut.span.start < kept[-1].span.end:
            if kept[-1].span.contains(cut.span):
                continue
            raise ValueError(f"cuts overlap in part: {kept[-1]} and {cut}")
        kept.append(cut)
    return tuple(kept)


def _merge_repairs(repairs: tuple[Repair, ...], cuts: tuple[Cut, ...]) -> tuple[Repair, ...]:
    """Sorted repairs outside every cut; two that overlap are refused."""
    cover = _Cover(c.span for c in cuts)
    kept: list[Repair] = []
    for repair in sorted(repairs, key=lambda r: r.span):
        wide = repair.span if len(repair.span) else Span(repair.span.start, repair.span.end + 1)
        if cover.touches(wide):
            continue
        if kept and (repair.span.start < kept[-1].span.end or repair.span == kept[-1].span):
            raise ValueError(f"repairs overlap: {kept[-1]} and {repair}")
        kept.append(repair)
    return tuple(kept)
