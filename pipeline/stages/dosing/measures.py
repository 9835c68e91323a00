"""Amounts as parts of a dose: how much is taken, and how strong one of it is.

"500 mg tablets" states a strength, "500 mg" before a time a dose, "two 500 mg tablets" both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.span import Span
from pipeline.stages.dosing.edges import trimmed
from pipeline.stages.dosing.grammar import Reading
from pipeline.stages.dosing.patterns import LEFT, NUMBER
from pipeline.stages.dosing.screen import is_article
from pipeline.stages.dosing.strengths import Draft
from pipeline.text import units

_PERCENT = re.compile(rf"{LEFT}{NUMBER}(?: ?- ?{NUMBER})? ?(?:%|percent\b)(?! of\b)")
_MASS = re.compile(
    rf"{LEFT}{NUMBER}(?: ?(?:-|to) ?{NUMBER})? ?-?(?:{units.MASS_WORDS})(?![a-z0-9])"
    rf"(?: ?/ ?(?:{NUMBER} ?)?(?:ml|{units.FORM_WORDS})\b)?"
)
_PER = re.compile(rf" ?(?:/|per|in) ?(?:{NUMBER} ?)?(?:ml|{units.FORM_WORDS})\b")
_LAYER = re.compile(
    r"\b(?:a )?(?:very )?(?:thin|generous|small|pea-sized|coin-sized|walnut-sized|liberal) "
    r"(?:layer|amount|film|dollop|blob|coat(?:ing)?)\b"
)
_CFU = re.compile(rf"{LEFT}{NUMBER} (?:billion|million) (?:cfus?|live cultures|units|iu)\b")
VESSEL = re.compile(
    rf"{LEFT}{NUMBER}(?: ?(?:-|to|or) ?{NUMBER})? (?:bowls?|bottles?|grains?|pellets?|droppers?"
    rf"|dropperfuls?|handfuls?|slices?|balls?)(?! of (?:water|wine|beer|milk|rice|soup))\b"
)
"""Vessels and pieces that are no unit of dose, and yet what a remedy is taken by."""
_EACH = re.compile(r" (?:each|apiece)\b")
_BESIDE = 24
"""So near to its product stands a strength in percent."""


def find_measures(
    reading: Reading, found: Sequence[Draft], forms: Sequence[Span]
) -> Iterator[tuple[Span, str]]:
    """Doses, strengths, and strengths inside doses."""
    text = reading.text
    dosed = {d.amount.span for d in found if d.amount and _is_counted(reading, d)}
    capped = {cap.amount.span for cap in reading.caps if not cap.amount.of_drug}
    for piece in reading.pieces:
        span = trimmed(text, piece.span)
        inner = _MASS.search(text, span.start, span.end)
        taken = any(span.overlaps(other) for other in (*dosed, *capped))
        if piece.strength_only or piece.bare or (not taken and piece.mass and not piece.per_kg):
            if inner:
                per = _PER.match(text, inner.end())
                yield Span(inner.start(), per.end() if per else inner.end()), "STRENGTH"
        elif taken and piece.form == "ml" and _EACH.match(text, span.end):
            yield span, "STRENGTH"
        elif taken:
            yield span, "DOSE"
            if inner and piece.count and piece.strength and len(span) > len(inner.group()):
                yield Span(*inner.span()), "STRENGTH"
    for pattern in (_LAYER, _CFU, VESSEL):
        yield from ((Span(*match.span()), "DOSE") for match in pattern.finditer(text))
    products = [*(span for span, _ in reading.drugs), *forms]
    for match in _PERCENT.finditer(text):
        around = Span(max(0, match.start() - _BESIDE), match.end() + _BESIDE)
        if any(around.overlaps(product) for product in products):
            yield Span(*match.span()), "STRENGTH"


def _is_counted(reading: Reading, draft: Draft) -> bool:
    """False for "a pill" that is only spoken of; with a time it is a dose."""
    amount = draft.amount
    timed = draft.frequencies or draft.durations or draft.as_needed or reading.ways
    if amount is None or timed or amount.mass:
        return True
    return not is_article(reading, amount)
