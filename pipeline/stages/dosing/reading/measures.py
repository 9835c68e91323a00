"""Amounts as parts of a dose: how much is taken, and how strong one of it is.

"500 mg tablets" states a strength, "500 mg" before a time a dose, "two 500 mg tablets" both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.counts import find_counts
from pipeline.stages.dosing.reading.edges import trimmed
from pipeline.stages.dosing.reading.grammar import Reading
from pipeline.stages.dosing.reading.patterns import DRUG, LEFT, NUMBER
from pipeline.stages.dosing.reading.quantities import Amount
from pipeline.stages.dosing.reading.screen import is_article
from pipeline.stages.dosing.reading.strengths import Draft
from pipeline.text import units

Measure = tuple[Span, str]

_PERCENT = re.compile(rf"{LEFT}{NUMBER}(?: ?- ?{NUMBER})? ?(?:%|percent\b)(?! of\b)")
_ONE = (
    rf"(?:ml|{units.FORM_WORDS}|act(?:uation)?|dose|hr?|hour|24 ?h(?:ours|rs?)?|vial|metered dose"
    r"|pump|g|l)"
)
_MASS = re.compile(
    rf"{LEFT}{NUMBER}(?: ?(?:-|to) ?{NUMBER})? ?-?(?:{units.MASS_WORDS})(?![a-z0-9])"
    rf"(?: ?/ ?(?:{NUMBER} ?)?{_ONE}\b)?"
)
_PER = re.compile(
    rf" ?(?:(?:/|per) ?(?:{NUMBER} ?)?{_ONE}|in (?:{NUMBER} ?)?(?:ml|{units.FORM_WORDS}))\b"
)
_CFU = re.compile(rf"{LEFT}{NUMBER} (?:billion|million) (?:cfus?|live cultures|units|iu)\b")
_NAMED = re.compile(
    rf"(?<={DRUG} )(?:[a-z]{{2}} )?(?P<x>{NUMBER}/{NUMBER}(?:/{NUMBER})?(?: ?-?(?:mg|mcg"
    rf"|units)\b)?)(?![0-9/])"
    rf"|(?<={DRUG} )(?:[a-z]{{2}} )?(?P<y>[0-9]{{2,3}}(?:\.[0-9])?'?s)\b"
)
"""Strengths that only a name in front makes one: "Symbicort 160/4.5", "two Lyrica 75s"."""
_BY_WEIGHT = re.compile(
    rf" ?(?:on|per|for (?:each|every)|/) ?(?:each |every )?(?:{NUMBER} )?kg\b(?: of)?"
    r"(?: (?:body ?-?weight|(?:body )?weight(?: of (?:the )?body)?))?"
)
_STRENGTHS = re.compile(
    r"\b(?:strengths?|available (?:in|as)|comes? (?:in|as)|supplied (?:in|as)|marketed (?:in|as)"
    r"|colou?r[- ]coded)\b[^.;]{0,60}$"
)
_EACH = re.compile(r" (?:each|apiece)\b")
_ELSE = re.compile(rf" in (?:a|an|1) (?:{units.MASS_WORDS}|litre|liter)\b")
_MADE_UP = re.compile(r"\b(?:dilut\w*|ma[dk]e up|top(?:ped)? up)[^.;]{0,60} to (?:a total of )?$")
_GAP = re.compile(rf"[ ,;:/(-]*(?:(?:{units.FORM_WORDS}|{DRUG}+s?)[ ,;:/(-]+)?")
_TRAILING = re.compile(rf"(?P<mass>.+?(?:{units.FORM_WORDS}))(?: ?[:,]| -) (?P<n>[^ ]+)$")
_BESIDE = 24
"""So near to its product stands a strength in percent."""


def find_measures(
    reading: Reading, found: Sequence[Draft], forms: Sequence[Span]
) -> Iterator[Measure]:
    """Doses, strengths, and strengths inside doses; only those overlap."""
    text = reading.text
    known: list[Measure] = []
    counts = find_counts(reading)
    for piece in reading.pieces:
        known += _of_piece(reading, piece, _taken(reading, found), forms, counts)
    for span in [*counts, *(Span(*match.span()) for match in _CFU.finditer(text))]:
        if not any(span.overlaps(other) for other, _ in known):
            known.append((_by_weight(text, span), "DOSE"))
    products = [*(span for span, _ in reading.drugs), *forms]
    for match in _PERCENT.finditer(text):
        around = Span(max(0, match.start() - _BESIDE), match.end() + _BESIDE)
        if any(around.overlaps(product) for product in products):
            known.append((Span(*match.span()), "STRENGTH"))
    for match in _NAMED.finditer(text):
        span = Span(*match.span(match.lastgroup or 0))
        if not any(span.overlaps(other) for other, _ in known):
            known.append((span, "STRENGTH"))
    yield from known


def _taken(reading: Reading, found: Sequence[Draft]) -> list[Span]:
    """What is taken, and what may be taken at most."""
    dosed = {d.amount.span for d in found if d.amount and _is_counted(reading, d)}
    capped = {cap.amount.span for cap in reading.caps if not cap.amount.of_drug}
    return [*dosed, *capped]


def _of_piece(
    reading: Reading,
    piece: Amount,
    taken: Sequence[Span],
    forms: Sequence[Span],
    counts: Sequence[Span],
) -> Iterator[Measure]:
    text = reading.text
    span = trimmed(text, piece.span)
    inner = _MASS.search(text, span.start, span.end)
    mass = _with_unit(text, Span(*inner.span())) if inner else None
    is_taken = any(span.overlaps(other) for other in taken)
    before = text[max(0, span.start - 80) : span.start]
    if _ELSE.match(text, span.end) or _MADE_UP.search(before):
        return
    listed = not piece.count and _STRENGTHS.search(before)
    if (
        listed
        or piece.strength_only
        or piece.bare
        or (not is_taken and piece.mass and not piece.per_kg)
    ):
        if mass:
            yield mass, "STRENGTH"
    elif is_taken and piece.form == "ml" and _EACH.match(text, span.end):
        yield span, "STRENGTH"
    elif is_taken and mass and not piece.count and _is_strength(reading, span, forms, counts):
        yield mass, "STRENGTH"
    elif is_taken and mass and (parted := _TRAILING.match(span.of(text))):
        yield mass, "STRENGTH"
        yield Span(*parted.span("n")).shift(span.start), "DOSE"
    elif is_taken:
        whole = _by_weight(text, _over_form(span, forms) if piece.count and piece.mass else span)
        yield whole, "DOSE"
        if inner and piece.count and piece.strength and len(whole) > len(inner.group()):
            yield Span(*inner.span()), "STRENGTH"


def _with_unit(text: str, mass: Span) -> Span:
    """ "50 mcg" with the "/act" behind it."""
    per = _PER.match(text, mass.end)
    return Span(mass.start, per.end()) if per else mass


def _is_strength(
    reading: Reading, mass: Span, forms: Sequence[Span], counts: Sequence[Span]
) -> bool:
    """True where the mass is what a product weighs: "10 mg gummies", "600 mg, one at night"."""
    text = reading.text
    if _PER.match(text, mass.end):
        return True
    if any(form.start == mass.end + 1 and text[mass.end] in " -" for form in forms):
        return True
    later = [piece.span for piece in reading.pieces if piece.count and not piece.mass]
    near = [s for s in (*later, *counts) if mass.end <= s.start <= mass.end + _BESIDE]
    return any(
        _GAP.fullmatch(text[mass.end : span.start]) and span.start > mass.end + 1 for span in near
    )


def _over_form(span: Span, forms: Sequence[Span]) -> Span:
    """ "One 20 mg" with the "gastro-resistant tablet" behind it."""
    return next((span.cover(form) for form in forms if form.start == span.end + 1), span)


def _by_weight(text: str, span: Span) -> Span:
    weight = _BY_WEIGHT.match(text, span.end)
    return Span(span.start, weight.end()) if weight else span


def _is_counted(reading: Reading, draft: Draft) -> bool:
    """False for "a pill" that is only spoken of; with a time it is a dose."""
    amount = draft.amount
    timed = draft.frequencies or draft.durations or draft.as_needed or reading.ways
    if amount is None or timed or amount.mass:
        return True
    return not is_article(reading, amount)
