"""Amounts that were written or extracted wrongly: lost dashes, swapped units, risky notation.

A thousandfold error looks like any other number, so it is found by what the drug is ever given in.
The notations are those of the ISMP list of error-prone abbreviations: each has led to tenfold
overdoses, and none is excused by a prescriber's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.misread import lost_dash, unit_shift
from pipeline.stages.dosing.checks.over_limit import CHILDREN, doses, row_for
from pipeline.stages.dosing.facts.masses import milligrams, written
from pipeline.stages.dosing.scope.claims import Candidate, scoped, shifted
from pipeline.stages.dosing.scope.excerpt import single_part
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.text.units import MG, ML, canonical_unit

_UNIT = r"(?:mg|mcg|µg|g|ml|mL|tabs?|tablets?|units?|U)"
_NOTATIONS: tuple[tuple[str, Severity | None, str], ...] = (
    (rf"(?<![0-9.,])[1-9][0-9]{{0,3}}\.0 ?{_UNIT}\b", None, "a trailing zero is read as ten times"),
    (rf"(?<![0-9.,\w])0[1-9]{{1,2}} ?{_UNIT}\b", None, "a decimal point was lost behind the zero"),
    (rf"(?<![0-9.,\w])\.[0-9]{{1,3}} ?{_UNIT}\b", None, "a naked decimal is read as ten times"),
    (r"(?<![\w.,])[0-9]{1,3} ?[UuИ](?=[\s.,;)]|$)(?! ?[/%])", None, "“U” is read as a zero"),
    (r"\bMSO4\b|\bMgSO4\b|\bMS\b(?= [0-9]{1,3} ?mg)", Severity.MAJOR, "morphine or magnesium?"),
    (r"\bQ\.?O\.?D\b\.?|\bq\.?o\.?d\b\.?", Severity.INFO, "“QOD” is read as QD or QID"),
    (r"\bQ\.?D\b\.?|\bq\.?d\b\.?(?!\w)", Severity.INFO, "“QD” is read as QID"),
    (r"\bqhs\b|\bq\.h\.s\b\.?|(?<=[0-9a-z] )HS\b", Severity.INFO, "“HS” means two things"),
    (r"\bO[UDS]\b(?=[ ,.;:]|$)", Severity.INFO, "eye and ear abbreviations are swapped"),
    (r"(?<![\w.])[0-9]{1,4}(?:\.[0-9])? ?cc\b", Severity.INFO, "“cc” is read as units or zeros"),
    (r"(?<![\w.,])[0-9]{1,5}(?:[.,][0-9]{1,3})? ?[µμ]g\b", Severity.INFO, "“µg” is read as mg"),
)
_COMPILED = tuple((re.compile(p), severity, why) for p, severity, why in _NOTATIONS)
_CLUE = re.compile(
    r"\b0[1-9]|[0-9]\.0|[^0-9]\.[0-9]|^\.[0-9]|[0-9] ?[UuИ]\b|MS|[QqO]\.?[ODUSdo]|[Hh][Ss]|cc|[µμ]g"
)
_GLUED = re.compile(r"(?<![\w-])[A-Za-z]{4,20}[0-9]{1,4} ?(?:mg|mcg|ml)\b")
_EYE = re.compile(r"\beye|\bdrops?\b|\bgtt|\bear\b", re.IGNORECASE)


def magnitudes(passage: Passage) -> Iterator[Candidate]:
    """Doses that only make sense in another unit, or as two numbers."""
    yield from contradictions(passage)
    yield from swapped_recipes(passage)
    for sentence, dose in doses(passage):
        row = row_for(passage, dose)
        amount = milligrams(dose.amount, dose.ingredient)
        if row is None or amount is None:
            continue
        severity = Severity.CRITICAL if row.drug_class == "A" else Severity.MAJOR
        plausible = f"{written(row.low or 0)} to {written(row.high or 0)}"
        welded = lost_dash(dose, row)
        factor = None if welded else unit_shift(dose, row)
        if welded:
            said = f"probably {welded[0]}–{welded[1]}: the dash was lost"
        elif factor is not None:
            said = f"probably {written(amount[1] * factor)}: the unit is wrong"
        else:
            continue
        candidate = Candidate(
            single_part(passage, dose),
            severity,
            f"{row.ingredient} {written(amount[1])} cannot be meant; {said}",
            f"a single dose is {plausible}",
            row.citations,
            reference=row.key,
        )
        yield scoped(passage, sentence, candidate)


_EQUAL = re.compile(
    r"(?<![0-9.,])([0-9]{1,5}(?:[.,][0-9]{1,3})?|half an?|one|two|three|four|an?) ?-?"
    r"(ml|mcg|µg|micrograms?|mg|milligrams?|g|grams?|tea-?spoon(?:ful)?s?|tsp|table-?spoon(?:ful)?s?"
    r"|tbsp|dessert-?spoon(?:ful)?s?)"
    r"(?: ?\(|,? (?:or|that is|i\.e\.),? | ?= ?)(?:= ?|about |i\.e\.,? |or |that is )?"
    r"([0-9]{1,5}(?:[.,][0-9]{1,3})?|half an?|one|two|three|four|an?) ?-?(?:level |full |heaped )?"
    r"(ml|mcg|µg|micrograms?|mg|milligrams?|g|grams?|tea-?spoon(?:ful)?s?|tsp|table-?spoon(?:ful)?s?"
    r"|tbsp|dessert-?spoon(?:ful)?s?)\b(?! ?/)",
    re.IGNORECASE,
)
_COUNTED = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0,
            "half a": 0.5, "half an": 0.5}  # fmt: skip
_SAME = 1.4
"""Two ways of writing one amount may differ by rounding, not by this factor."""


def contradictions(passage: Passage) -> Iterator[Candidate]:
    """One amount written in two units that do not agree: "10 ml (two tablespoons)"."""
    for sentence in passage.sentences:
        if not _near_a_drug(passage, sentence):
            continue
        for match in _EQUAL.finditer(sentence.span.of(passage.text)):
            one, other = _measure(match[1], match[2]), _measure(match[3], match[4])
            if one is None or other is None or one[1] != other[1] or match[2] == match[4]:
                continue
            factor = max(one[0], other[0]) / min(one[0], other[0])
            if factor < _SAME:
                continue
            severity = Severity.CRITICAL if "A" in _classes(passage, sentence) else Severity.MAJOR
            child = severity is Severity.MAJOR and any(
                d.population in CHILDREN for d in sentence.doses
            )
            candidate = Candidate(
                Span(*match.span()).shift(sentence.span.start),
                shifted(severity, int(child)),
                f"“{match.group()}”: the two differ by a factor of {factor:.3g}",
            )
            yield scoped(passage, sentence, candidate)


_SALT = re.compile(
    r"(?<![0-9.,/])([0-9]{1,2}(?:[.,][0-9])?|half an?|an?|one|two|three|four|five|six|seven|eight) "
    r"(?:level |heaped |full |rounded )?(tea-?spoon|table-?spoon|tsp|tbsp)(?:ful)?s? (?:of )?"
    r"(?:table |cooking |sea )?(salt|sugar)\b",
    re.IGNORECASE,
)
_WORDS = {"five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0}


def swapped_recipes(passage: Passage) -> Iterator[Candidate]:
    """Home-made rehydration with salt and sugar exchanged: six spoons of salt kill a child."""
    if "sugar" not in passage.text and "Sugar" not in passage.text:
        return
    for sentence in passage.sentences:
        words = sentence.span.of(passage.text)
        found = {m[3].lower(): m for m in _SALT.finditer(words)} if "salt" in words else {}
        if len(found) < 2:
            continue
        spoons = {what: _spoons(match) for what, match in found.items()}
        if spoons["salt"] < spoons["sugar"]:
            continue
        first, last = sorted(found.values(), key=lambda m: m.start())
        child = sentence.has("child", "infant")
        candidate = Candidate(
            Span(first.start(), last.end()).shift(sentence.span.start),
            Severity.CRITICAL if child else Severity.MAJOR,
            "more salt than sugar: rehydration wants half a teaspoon of salt to six of sugar",
        )
        yield scoped(passage, sentence, candidate)


def _spoons(match: re.Match[str]) -> float:
    """Teaspoons."""
    word = match[1].lower().replace(",", ".")
    count = _COUNTED.get(word) or _WORDS.get(word) or float(word)
    return count * (3.0 if match[2].lower().startswith(("table", "tb")) else 1.0)


def _measure(number: str, unit: str) -> tuple[float, str] | None:
    """The amount in mg or ml, and which of the two."""
    value = _COUNTED.get(number.lower())
    value = float(number.replace(",", ".")) if value is None else value
    name = canonical_unit(unit.replace("-", ""))
    if value <= 0 or name is None:
        return None
    if name in MG:
        return value * MG[name], "mg"
    return (value * ML[name], "ml") if name in ML else None


def _near_a_drug(passage: Passage, sentence: Sentence) -> bool:
    before = passage.before(sentence)
    beside = before is not None and before.block == sentence.block and before.has("drug")
    return sentence.has("drug") or bool(sentence.doses) or beside


def _classes(passage: Passage, sentence: Sentence) -> set[str]:
    names = {c.name for c in sentence.of("drug")} | {d.ingredient or "" for d in sentence.doses}
    return {passage.drug_class(name) for name in names}


def notations(passage: Passage) -> Iterator[Candidate]:
    """Error-prone notation, in sentences that speak of a drug or a dose."""
    for sentence in passage.sentences:
        words = sentence.span.of(passage.text)
        if not sentence.has("drug") and not sentence.doses and "MS" not in words:
            continue
        if not _CLUE.search(words):
            continue
        for pattern, severity, why in _COMPILED:
            for match in pattern.finditer(words):
                if match.group()[:1] == "O" and not _EYE.search(words):
                    continue
                at = Span(*match.span()).shift(sentence.span.start)
                yield Candidate(
                    at, _by_class(passage, sentence) if severity is None else severity, why
                )


def glued_names(passage: Passage) -> Iterator[Candidate]:
    """A name glued to its dose: "Inderal40 mg" has been read as 140 mg."""
    for match in _GLUED.finditer(passage.text):
        yield Candidate(Span(*match.span()), Severity.INFO, "the name runs into the dose")


def _by_class(passage: Passage, sentence: Sentence) -> Severity:
    classes = [passage.drug_class(cue.name) for cue in sentence.of("drug")]
    child = sentence.has("infant", "child")
    severity = Severity.MAJOR if "A" in classes else Severity.MINOR
    return shifted(severity, 0 if severity is Severity.MINOR else int(child))
