"""Every page in a line, and which lines are worth a second look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.model.changes import TEXT_DEFECT, Fate, Severity
from pipeline.model.outcome import Outcome
from pipeline.render.copies import Name, name_of
from pipeline.render.html import plural
from pipeline.render.page import FATE_WORDS

STRANGEST = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A page in the list of all pages."""

    name: Name
    fate: Fate
    words: str
    stage: str
    reason: str
    open: int
    worst: Severity | None
    characters: int
    cut: int
    repairs: int
    defects: int

    @property
    def share(self) -> float:
        return self.cut / self.characters if self.characters else 0.0


def line(outcome: Outcome) -> Line:
    ledger = outcome.ledger
    return Line(
        name=name_of(outcome),
        fate=outcome.fate,
        words=FATE_WORDS[outcome.fate],
        stage=outcome.stage,
        reason=outcome.reason,
        open=len(outcome.open),
        worst=max((f.severity for f in outcome.open), default=None),
        characters=len(ledger.document.text),
        cut=sum(len(c.span) for c in ledger.cuts),
        repairs=len(ledger.repairs),
        defects=sum(f.category == TEXT_DEFECT for f in ledger.findings),
    )


def strangest(lines: list[Line]) -> list[tuple[str, list[tuple[Name, str]]]]:
    """Three short lists of pages worth a second look."""
    kinds: list[tuple[str, Callable[[Line], float], Callable[[Line], str]]] = [
        ("Most cut", lambda p: p.share, lambda p: f"{100 * p.share:.0f} % cut"),
        ("Most repaired", lambda p: p.repairs, lambda p: plural(p.repairs, "repair")),
        ("Most damaged", lambda p: p.defects, lambda p: plural(p.defects, "text defect")),
    ]
    lists = []
    for title, measure, words in kinds:
        ranked = sorted((-measure(p), p.name.source, p.name, words(p)) for p in lines if measure(p))
        lists.append((title, [(name, said) for _, _, name, said in ranked[:STRANGEST]]))
    return lists
