"""What a page speaks of, in words for tables: concepts, regimens, control characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model.dose import PARTS, DoseMention, Quantity
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Mention
from pipeline.render.escape import name_of
from pipeline.render.runs import hue, qualifiers


@dataclass(frozen=True, slots=True)
class Concept:
    name: str
    label: str
    hue: str
    concept: str
    codes: str
    count: int
    said: str


def concepts(mentions: Iterable[Mention]) -> list[Concept]:
    """What the page speaks of, most frequent first, with how it is qualified."""
    groups: dict[tuple[str, str], list[Mention]] = {}
    for m in mentions:
        if m.label in PARTS:
            continue
        groups.setdefault((m.name or m.concept or "(not in the lexicon)", m.label), []).append(m)
    ranked = sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))
    return [_concept(name, label, group) for (name, label), group in ranked]


def _concept(name: str, label: str, group: list[Mention]) -> Concept:
    said = Counter(q for q in map(qualifiers, group) if q)
    return Concept(
        name=name,
        label=label.replace("_", " ").lower(),
        hue=hue(label),
        concept=group[0].concept or "",
        codes=" ".join(f"{system} {code}" for system, code in group[0].codes),
        count=len(group),
        said=", ".join(f"{count} × {words}" for words, count in sorted(said.items())),
    )


def regimen(dose: DoseMention, text: str) -> dict[str, str]:
    """A regimen in words for the table; unknown fields are empty."""
    return {
        "text": dose.span.of(text),
        "drug": dose.ingredient or dose.drug or "",
        "amount": _quantity(dose.amount or dose.count),
        "per_day": _range(dose.per_day),
        "daily": f"{dose.daily_mg:,.6g} mg" if dose.daily_mg is not None else "",
        "days": _range(dose.duration_days),
        "whom": dose.population.value if dose.population else "",
        "computation": dose.computation,
    }


def _quantity(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    return f"{_range((quantity.low, quantity.high))} {quantity.unit or ''}".strip()


def _range(pair: tuple[float, float] | None) -> str:
    if pair is None:
        return ""
    low, high = (f"{end:,.6g}" for end in pair)
    return low if low == high else f"{low}–{high}"


def controls(ledger: Ledger) -> list[tuple[str, int]]:
    """Control characters of the page by name, with their number."""
    text = ledger.document.text
    counted = Counter(c for span in ledger.document.controls for c in span.of(text))
    return [(name_of(c), count) for c, count in sorted(counted.items())]
