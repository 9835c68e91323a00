"""The corpus stage: survey each page, decide once, tell each page what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.model.changes import Changes, Fate, Layer, Verdict
from pipeline.model.document import DocId
from pipeline.model.ledger import Ledger
from pipeline.stages.dedup.decide import DedupDecision, decide_copies
from pipeline.stages.dedup.findings import repeat_findings, sibling_findings
from pipeline.stages.dedup.settings import DedupSettings
from pipeline.stages.dedup.survey import Survey, take_survey


@dataclass(frozen=True, slots=True)
class DedupStage:
    """Removes copies, and asks about near copies that differ where it matters."""

    settings: DedupSettings = field(default_factory=DedupSettings)
    name: str = "dedup"
    version: int = 1
    needs: frozenset[Layer] = frozenset({Layer.CUTS, Layer.MENTIONS, Layer.DOSES, Layer.LANGUAGE})
    makes: frozenset[Layer] = frozenset({Layer.FINDINGS, Layer.VERDICT})

    def survey(self, ledger: Ledger) -> Survey:
        return take_survey(ledger)

    def decide(self, surveyed: Iterable[tuple[DocId, Survey]]) -> DedupDecision:
        return decide_copies(surveyed, self.settings)

    def apply(self, ledger: Ledger, decision: DedupDecision) -> Changes:
        """A verdict for a copy that goes; findings for a page that stays."""
        note = decision.notes.get(ledger.document.id)
        if note is None:
            return Changes()
        if note.of is not None:
            return Changes(verdict=Verdict(Fate.DUPLICATE, note.reason, of=note.of))
        return Changes(
            findings=(
                *sibling_findings(note.alerts),
                *repeat_findings(note.repeats, ledger.document.text),
            )
        )
