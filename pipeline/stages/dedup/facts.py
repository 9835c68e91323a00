"""What a sentence claims, in the few words that two copies may not disagree about.

A fact is a number with its unit, a frequency, a negation, a population, a drug or a condition,
and where in the sentence it stands. Facts are read from the normalised words, so that "10mg",
"10 mg" and "ten milligrams" are one fact; drugs and conditions come with their concept from the
lexicon, and words that merely look like one (by their ending) come with the word itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.dedup.cues import (
    CONDITION_ENDINGS,
    DRUG_STEMS,
    EACH,
    FREQUENCIES,
    NEGATIONS,
    NUMBERS,
    POPULATIONS,
    TIME_UNITS,
    UNITS,
)

MIN_TERM = 7
"""Shorter words end like a drug or a condition by chance ("zone", "coma" is told by lexicon)."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A drug or condition of the lexicon at words `first` up to `last` of a page."""

    first: int
    last: int
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Fact:
    """`kind` and `value` of one claim at words `first` up to `last` of a sentence.

    `known` is true for a drug or condition of the lexicon.
    """

    kind: str
    value: str
    first: int
    last: int
    unit: str = ""
    known: bool = False


def find_facts(words: Sequence[str], concepts: Sequence[Concept] = ()) -> tuple[Fact, ...]:
    """The facts of a sentence in order; `concepts` have word offsets into the sentence."""
    facts: list[Fact] = []
    covered = {i for c in concepts for i in range(c.first, c.last)}
    facts += [Fact(c.kind, c.id, c.first, c.last, known=True) for c in concepts]
    index = 0
    while index < len(words):
        fact = _quantity(words, index) or _cue(words, index)
        if fact is None and index not in covered:
            fact = _term(words, index)
        if fact is not None:
            facts.append(fact)
            if fact.kind in ("number", "frequency"):
                index = fact.last
                continue
        index += 1
    return tuple(sorted(facts, key=lambda f: (f.first, f.kind, f.value)))


def _quantity(words: Sequence[str], index: int) -> Fact | None:
    """A number at `index` with the units that follow it ("10 mg kg day" for 10 mg/kg/day)."""
    word = words[index]
    follower = words[index + 1] if index + 1 < len(words) else ""
    if not word[0].isdigit():
        if word == "one" and follower in UNITS:
            value = "1"
        elif word in NUMBERS and not word.isdigit():
            value = NUMBERS[word]
        elif word[0].isnumeric() and not word[0].isalpha():  # ½, ²
            value = word
        else:
            return None
    else:
        value = word
    last = index + 1
    units = ["every"] if index and words[index - 1] in ("every", "each", "per") else []
    while last < len(words) and last < index + 4:
        unit = UNITS.get(words[last])
        if unit is None or (units and words[last] in FREQUENCIES):
            break
        units.append(unit)
        last += 1
    return Fact("number", value, index, last, unit="/".join(units))


def _cue(words: Sequence[str], index: int) -> Fact | None:
    """A frequency, negation, population or comparison at `index`."""
    word = words[index]
    if word in FREQUENCIES:
        return Fact("frequency", FREQUENCIES[word], index, index + 1)
    follower = words[index + 1] if index + 1 < len(words) else ""
    if word in EACH and UNITS.get(follower) in TIME_UNITS:
        return Fact("frequency", "/" + UNITS[follower], index, index + 2)
    if word in ("once", "twice") and (
        follower in EACH or follower in FREQUENCIES or follower == "in"
    ):
        return Fact("frequency", word, index, index + 1)
    if word in NEGATIONS or word.endswith("n't"):
        return Fact("negation", "not", index, index + 1)
    if word in POPULATIONS:
        return Fact("population", POPULATIONS[word], index, index + 1)
    if word in "<>≤≥":
        return Fact("comparison", word, index, index + 1)
    return None


def _term(words: Sequence[str], index: int) -> Fact | None:
    """A word that ends like a drug or a condition."""
    word = words[index]
    if len(word) < MIN_TERM:
        return None
    stem = word.removesuffix("s") if not word.endswith(("sis", "itis", "ss")) else word
    if stem.endswith(DRUG_STEMS):
        return Fact("drug", stem, index, index + 1)
    if stem.endswith(CONDITION_ENDINGS):
        return Fact("condition", stem, index, index + 1)
    return None
