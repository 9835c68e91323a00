"""Drinking allowances, in grams of alcohol.

"Permissible measures" of wine and vodka are copied from page to page in millilitres. Millilitres ×
per cent × 0.789 (the weight of one millilitre of alcohol in grams) makes them comparable with the
low-risk limits: 14 g a day for women, 28 g for men.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.span import Span
from pipeline.stages.dosing.checks.over_limit import severity_for
from pipeline.stages.dosing.scope.claims import Candidate, scoped
from pipeline.stages.dosing.scope.excerpt import daily_part
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_GRAMS_PER_ML = 0.789
_LIMITS = {"women": 14.0, "men": 28.0}
"""Grams a day: one and two US standard drinks."""

_TOLERANCE = 1.05
"""Strengths of drinks are round numbers; 14.2 g of wine are one standard drink."""

_MILLILITRES = re.compile(r"(?<![0-9.,])([0-9]{2,4})(?![0-9.,]) ?(?:ml)?\b", re.IGNORECASE)
_WHOM = re.compile(r"\b(women|woman|female|men|man|male)s?\b", re.IGNORECASE)


def drinking_limits(passage: Passage) -> Iterator[Candidate]:
    """Cells and sentences that allow more alcohol a day than the low-risk limit."""
    for sentence in passage.sentences:
        if not sentence.has("drink"):
            continue
        if sentence.cells:
            yield from _row(passage, sentence)
        else:
            yield from _allowed(passage, sentence)


def _allowed(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    """ "Half a litre of wine every evening": volumes a day in running text."""
    drink = sentence.of("drink")[0]
    yield from _poured(passage, sentence)
    for dose in sentence.doses:
        volume = _VOLUMES.get((dose.amount.unit or "") if dose.amount else "")
        if dose.ingredient != "alcohol" or dose.amount is None or volume is None:
            continue
        often = dose.per_day[1] if dose.per_day else 0.0
        whom = _WHOM.search(sentence.span.of(passage.text))
        who = _who(whom.group(1)) if whom else "men"
        ml = dose.amount.high * volume * often
        if ml > 0 and often >= 1:
            evidence = daily_part(passage, dose)
            yield _judged(passage, sentence, evidence, drink.name, ml, who)


def _poured(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    """ "Two 250 ml glasses of red every evening": a count of glasses whose size is said."""
    words = sentence.span.of(passage.text)
    match = _GLASSES.search(words)
    often = _EACH_DAY.search(words, match.end()) if match else None
    if match is None or often is None or often.start() - match.end() > 60:
        return
    drink = sentence.of("drink")[0]
    count = _COUNTS.get(match[1].lower()) or float(match[1]) if match[1] else 1.0
    whom = _WHOM.search(words) or _LADIES.search(words)
    who = _who(whom.group(1)) if whom else "men"
    evidence = Span(match.start(), often.end()).shift(sentence.span.start)
    yield _judged(passage, sentence, evidence, drink.name, count * float(match[2]), who)


_COUNTS = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}
_GLASSES = re.compile(
    r"\b(?:(an?|one|two|three|four|five|[1-9]) )?([0-9]{2,3}) ?-?ml (?:glass(?:es)?|shots?|cans?"
    r"|bottles?|measures?|goblets?)\b",
    re.IGNORECASE,
)
_EACH_DAY = re.compile(
    r"\b(?:(?:every|each|a|per) (?:day|evening|night)|daily|nightly|with dinner)\b", re.IGNORECASE
)
_LADIES = re.compile(r"\b(women|lad(?:y|ies)|girls|mothers?|mums?)\b", re.IGNORECASE)


_VOLUMES = {"ml": 1.0, "l": 1000.0, "glass": 150.0, "shot": 40.0, "bottle": 700.0}
"""Millilitres; a glass of wine and a shot of spirits as NIAAA and European bars pour them."""


_FEMALE = frozenset(
    ["women", "woman", "female", "lady", "ladies", "girls", "mother", "mothers", "mum", "mums"]
)


def _who(word: str) -> str:
    return "women" if word.lower() in _FEMALE else "men"


def _row(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    drink = sentence.of("drink")[0]
    for cell, header in zip(sentence.cells, sentence.headers, strict=False):
        head = header.of(passage.text) if header is not None else ""
        whom, volume = _WHOM.search(head), _MILLILITRES.search(cell.of(passage.text))
        if whom is None or volume is None or "ml" not in (head + cell.of(passage.text)).lower():
            continue
        evidence = sentence.cells[0].cover(cell)
        ml, who = float(volume.group(1)), _who(whom.group(1))
        yield _judged(passage, sentence, evidence, drink.name, ml, who)


def _judged(
    passage: Passage, sentence: Sentence, evidence: Span, drink: str, ml: float, who: str
) -> Candidate:
    """`ml` of `drink` a day for `who`, against the low-risk limit."""
    percent = passage.knowledge.drinks[drink]
    limits = passage.knowledge.limits.any("alcohol")
    grams = ml * percent / 100 * _GRAMS_PER_ML
    ratio = grams / _LIMITS[who]
    candidate = Candidate(
        evidence,
        severity_for("C", ratio, top_only=False, child=False),
        f"{grams:.0f} g of alcohol a day for {who}; the low-risk limit is {_LIMITS[who]:g} g",
        f"{ml:g} ml × {percent:g} % × {_GRAMS_PER_ML} g/ml = {grams:.0f} g;"
        f" ÷ {_LIMITS[who]:g} g = {ratio:.2g}",
        limits.citations if limits else (),
    )
    if ratio <= _TOLERANCE:
        return candidate.but(f"within {_LIMITS[who]:g} g a day for {who}")
    return scoped(passage, sentence, candidate)
