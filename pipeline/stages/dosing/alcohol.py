"""Drinking limits of a table, in grams of alcohol.

"Permissible measures" of wine and vodka are copied from page to page in millilitres. Millilitres ×
per cent × 0.789 (the weight of one millilitre of alcohol in grams) makes them comparable with the
low-risk limits: 14 g a day for women, 28 g for men.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.stages.dosing.checks import severity_for
from pipeline.stages.dosing.claims import Candidate, scoped
from pipeline.stages.dosing.passage import Passage, Sentence

_GRAMS_PER_ML = 0.789
_LIMITS = {"women": 14.0, "men": 28.0}
"""Grams a day: one and two US standard drinks."""

_TOLERANCE = 1.05
"""Strengths of drinks are round numbers; 14.2 g of wine are one standard drink."""

_MILLILITRES = re.compile(r"(?<![0-9.,])([0-9]{2,4})(?![0-9.,]) ?(?:ml)?\b", re.IGNORECASE)
_WHOM = re.compile(r"\b(women|woman|female|men|man|male)s?\b", re.IGNORECASE)


def drinking_limits(passage: Passage) -> Iterator[Candidate]:
    """Cells of a table that allow more alcohol a day than the low-risk limit."""
    for sentence in passage.sentences:
        if sentence.cells and sentence.has("drink"):
            yield from _row(passage, sentence)


def _row(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    drink = sentence.of("drink")[0]
    percent = passage.knowledge.drinks[drink.name]
    limits = passage.knowledge.limits.any("alcohol")
    for cell, header in zip(sentence.cells, sentence.headers, strict=False):
        head = header.of(passage.text) if header is not None else ""
        whom, volume = _WHOM.search(head), _MILLILITRES.search(cell.of(passage.text))
        if whom is None or volume is None or "ml" not in (head + cell.of(passage.text)).lower():
            continue
        who = "women" if whom.group(1).lower() in ("women", "woman", "female") else "men"
        grams = float(volume.group(1)) * percent / 100 * _GRAMS_PER_ML
        ratio = grams / _LIMITS[who]
        shown = f"{volume.group(1)} ml × {percent:g} % × {_GRAMS_PER_ML} g/ml = {grams:.0f} g"
        candidate = Candidate(
            sentence.cells[0].cover(cell),
            severity_for("C", ratio, top_only=False, child=False) if ratio > 1 else Severity.MINOR,
            f"{grams:.0f} g of alcohol a day for {who}; the low-risk limit is {_LIMITS[who]:g} g",
            f"{shown}; ÷ {_LIMITS[who]:g} g = {ratio:.2g}",
            limits.citations if limits else (),
        )
        if ratio <= _TOLERANCE:
            yield candidate.but(f"within {_LIMITS[who]:g} g a day for {who}")
            continue
        yield scoped(passage, sentence, candidate)
