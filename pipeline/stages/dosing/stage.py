"""The dosing stage: doses and their parts found, unsafe ones flagged, nothing ever cut.

The article is read in its clean view, block by block, so that a table cell meets its head and a
list item its lead-in; every span is mapped home to the page, and one that would run over a cut is
dropped, because nobody wrote it. What was cut is read too: a block with a dose or a warning
worded as article text must not vanish silently, so cutting one is itself a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.model.changes import (
    CELL_BAR,
    COMMENTS_CUT,
    Changes,
    Confidence,
    Finding,
    Layer,
    RuleId,
    Severity,
)
from pipeline.model.document import Block, BlockKind
from pipeline.model.dose import DoseMention
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Mention
from pipeline.model.span import Span
from pipeline.model.view import View
from pipeline.rulebook.rule import Does, StatedRule
from pipeline.stages.dosing.facts.knowledge import TABLES, Knowledge, load_knowledge
from pipeline.stages.dosing.judge import Judged, Judgement, judge
from pipeline.stages.dosing.reading.segments import ReadBlock
from pipeline.stages.dosing.scope.claims import Candidate
from pipeline.text.alarms import AlarmKind, find_alarms

Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a lexicon file by its name."""

RESIDUE_RULE = StatedRule(
    id=RuleId("TEXT900"),
    name="residue_with_dose",
    does=Does.FLAGS,
    severity=Severity.MAJOR,
    summary="a cut block holds a dose or a warning",
    argument=(
        "A warning cut as boilerplate can hurt as much as a dose that slips through, so no cut "
        "that holds one goes unseen. In a reader's comment, which no article owes anybody, the "
        "finding is for information; anywhere else it holds the article."
    ),
    advice="read the cut block; if it belongs to the article, the cut is wrong",
)
_ARTICLE_WORDS = 8
"""A cut line without a full stop, and shorter than this, is a teaser or a button."""
_FEWEST_WORDS = 3
"""A shorter sentence is a button, whatever words are in it."""


@dataclass(frozen=True, slots=True)
class DosingStage:
    """Finds doses and judges them; `lines` opens a lexicon, and nothing is loaded before use."""

    lines: Lines
    name: str = "dosing"
    version: int = 3
    needs: frozenset[Layer] = frozenset({Layer.MENTIONS, Layer.CUTS, Layer.REPAIRS})
    makes: frozenset[Layer] = frozenset({Layer.MENTIONS, Layer.DOSES, Layer.FINDINGS})

    def __call__(self, ledger: Ledger) -> Changes:
        view, judgement = ledger.clean, judge_article(ledger, self.lines)
        doses = tuple(d for m in judgement.doses if (d := _dose_at_home(view, m)) is not None)
        found = [f for j in judgement.flagged if (f := _finding(view, j)) is not None]
        parts = tuple(p for m in judgement.parts if (p := _part_at_home(view, m)) is not None)
        return Changes(mentions=parts, doses=doses, findings=(*found, *_residue(ledger)))


def judge_article(ledger: Ledger, lines: Lines) -> Judgement:
    """What the rules think of the article, let-go candidates included; offsets are into the
    clean view."""
    view = ledger.clean
    mentions = tuple(_in_view(view, ledger.mentions))
    blocks = tuple(_read_blocks(view, ledger.kept_blocks))
    return judge(view.text, mentions, knowledge_from(lines), blocks)


@lru_cache(maxsize=4)
def knowledge_from(lines: Lines) -> Knowledge:
    """The tables of this stage, once in a process."""
    return load_knowledge({name: lines(f"{name}.tsv") for name in TABLES})


def _in_view(view: View, mentions: Sequence[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        place = view.away(mention.span)
        if place is not None and len(place):
            yield replace(mention, span=place)


def _read_blocks(view: View, blocks: Sequence[Block]) -> Iterator[ReadBlock]:
    """The kept blocks where the clean view has them; lines of a rebuilt table become its rows."""
    tables = max((block.table for block in blocks), default=0)
    rebuilt = False
    for block in blocks:
        place = view.away(block.body)
        if place is None or not len(place):
            continue
        cells = tuple(c for cell in block.cells if (c := view.away(cell)) is not None)
        kind, table, header = block.kind, block.table, block.header
        row = not cells and CELL_BAR in place.of(view.text) and "\n" not in place.of(view.text)
        if row:
            cells, kind, header = tuple(_cells(view.text, place)), BlockKind.TABLE_ROW, not rebuilt
            tables += not rebuilt
            table = tables
        rebuilt = row
        yield ReadBlock(place, kind, block.level, block.marker, cells, table, header)


def _cells(text: str, row: Span) -> Iterator[Span]:
    """The cells of a row that a repair has parted with bars."""
    at = row.start
    for words in row.of(text).split(CELL_BAR):
        yield Span(at, at + len(words))
        at += len(words) + len(CELL_BAR)


def _dose_at_home(view: View, dose: DoseMention) -> DoseMention | None:
    span = view.home(dose.span)
    if span is None:
        return None
    drug = view.home(dose.drug_span) if dose.drug_span is not None else None
    return replace(dose, span=span, drug_span=drug)


def _part_at_home(view: View, part: Mention) -> Mention | None:
    span = view.home(part.span)
    return None if span is None else replace(part, span=span)


def _finding(view: View, judged: Judged) -> Finding | None:
    span = view.home(judged.candidate.evidence)
    if span is None:
        return None
    candidate, rule = judged.candidate, judged.rule
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=candidate.severity,
        confidence=_confidence(candidate),
        evidence=(span,),
        explanation=candidate.explanation,
        computation=candidate.computation,
        citations=candidate.citations or rule.citations,
        reference=candidate.reference,
    )


def _confidence(candidate: Candidate) -> Confidence:
    """No better than medium where the limit's numbers have not been read in its source yet."""
    unread = candidate.citations and not any(c.retrieved for c in candidate.citations)
    return (
        Confidence.MEDIUM
        if unread and candidate.confidence is Confidence.HIGH
        else candidate.confidence
    )


def _residue(ledger: Ledger) -> Iterator[Finding]:
    """Cut blocks that hold a dose, a warning or an order to see a doctor.

    Words that also stand in what is kept are not lost, so cutting their copy needs no finding.
    """
    kept = " ".join(ledger.clean_text.split())
    comments = [c.span for c in ledger.cuts if c.rule == COMMENTS_CUT]
    for block in ledger.cut_blocks:
        words = " ".join(block.body.of(ledger.document.text).split())
        kinds = _alarms_of(words)
        if not kinds or words in kept:
            continue
        by_reader = any(span.contains(block.span) for span in comments)
        said = " and ".join(f"{_ARTICLES[kind]} {kind.value}" for kind in sorted(kinds))
        yield Finding(
            rule=RESIDUE_RULE.id,
            category="residue_with_dose",
            severity=Severity.INFO if by_reader else max(_ALARMING[kind] for kind in kinds),
            confidence=Confidence.MEDIUM,
            evidence=(block.body,),
            explanation=f"a reader's comment that was cut holds {said}"
            if by_reader
            else f"a cut block holds {said}; look whether it belongs to the article",
        )


def _alarms_of(words: str) -> frozenset[AlarmKind]:
    """What a cut line holds that must not be lost unseen; a headline or a teaser holds nothing
    but its subject, so anything but a dose counts in whole sentences only."""
    if words.endswith(("...", "…", "?")) or len(words.split()) < _FEWEST_WORDS:
        return frozenset()
    kinds = frozenset(alarm.kind for alarm in find_alarms(words))
    if words.endswith((".", "!", ".”", '."', ".)")):
        return kinds
    return kinds & {AlarmKind.DOSE} if len(words.split()) >= _ARTICLE_WORDS else frozenset()


_ALARMING = {
    AlarmKind.DOSE: Severity.MAJOR,
    AlarmKind.CONTRAINDICATION: Severity.MAJOR,
    AlarmKind.WARNING: Severity.MAJOR,
    AlarmKind.RED_FLAG: Severity.MAJOR,
    AlarmKind.SEE_DOCTOR: Severity.INFO,  # half of all site disclaimers say so
}
_ARTICLES = dict.fromkeys(AlarmKind, "a") | {AlarmKind.SEE_DOCTOR: "an"}
