"""The dosing stage: doses found, unsafe ones flagged, nothing ever cut.

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
    Changes,
    Confidence,
    Finding,
    Layer,
    Mention,
    RuleId,
    Severity,
)
from pipeline.model.document import Block
from pipeline.model.dose import DoseMention
from pipeline.model.ledger import Ledger
from pipeline.model.view import View
from pipeline.stages.dosing.judge import Judged, judge
from pipeline.stages.dosing.knowledge import TABLES, Knowledge, load_knowledge
from pipeline.stages.dosing.segments import ReadBlock
from pipeline.text.alarms import AlarmKind, find_alarms

Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a lexicon file by its name."""

RESIDUE_RULE = RuleId("TEXT900")
_ARTICLE_WORDS = 8
"""A cut line shorter than this is a teaser or a button, whatever words are in it."""


@dataclass(frozen=True, slots=True)
class DosingStage:
    """Finds doses and judges them; `lines` opens a lexicon, and nothing is loaded before use."""

    lines: Lines
    name: str = "dosing"
    version: int = 1
    needs: frozenset[Layer] = frozenset({Layer.MENTIONS, Layer.CUTS, Layer.REPAIRS})
    makes: frozenset[Layer] = frozenset({Layer.DOSES, Layer.FINDINGS})

    def __call__(self, ledger: Ledger) -> Changes:
        knowledge = knowledge_from(self.lines)
        view = ledger.clean
        mentions = tuple(_in_view(view, ledger.mentions))
        blocks = tuple(_read_blocks(view, ledger.kept_blocks))
        judgement = judge(view.text, mentions, knowledge, blocks)
        doses = tuple(d for m in judgement.doses if (d := _dose_at_home(view, m)) is not None)
        found = [f for j in judgement.flagged if (f := _finding(view, j)) is not None]
        return Changes(doses=doses, findings=(*found, *_residue(ledger)))


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
    """The kept blocks where the clean view has them."""
    for block in blocks:
        place = view.away(block.body)
        if place is None or not len(place):
            continue
        cells = tuple(c for cell in block.cells if (c := view.away(cell)) is not None)
        yield ReadBlock(
            place, block.kind, block.level, block.marker, cells, block.table, block.header
        )


def _dose_at_home(view: View, dose: DoseMention) -> DoseMention | None:
    span = view.home(dose.span)
    if span is None:
        return None
    drug = view.home(dose.drug_span) if dose.drug_span is not None else None
    return replace(dose, span=span, drug_span=drug)


def _finding(view: View, judged: Judged) -> Finding | None:
    span = view.home(judged.candidate.evidence)
    if span is None:
        return None
    candidate, rule = judged.candidate, judged.rule
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=candidate.severity,
        confidence=candidate.confidence,
        evidence=(span,),
        explanation=candidate.explanation,
        computation=candidate.computation,
        citations=candidate.citations or rule.citations,
    )


def _residue(ledger: Ledger) -> Iterator[Finding]:
    """Cut blocks that hold a dose or a warning worded as article text."""
    for block in ledger.cut_blocks:
        words = block.body.of(ledger.document.text)
        if len(words.split()) < _ARTICLE_WORDS or words.rstrip().endswith(("...", "…", "?")):
            continue
        kinds = {alarm.kind for alarm in find_alarms(words)} & _ALARMING
        if not kinds:
            continue
        yield Finding(
            rule=RESIDUE_RULE,
            category="residue_with_dose",
            severity=Severity.MAJOR,
            confidence=Confidence.MEDIUM,
            evidence=(block.body,),
            explanation="a cut block holds "
            + " and ".join(sorted(f"a {k.value}" for k in kinds))
            + "; look whether it belongs to the article",
        )


_ALARMING = frozenset({AlarmKind.DOSE, AlarmKind.CONTRAINDICATION})
