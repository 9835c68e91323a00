"""Counts of something sold in several strengths.

"Two tablets" of a drug sold in three strengths: nothing is above a limit, and it has hurt people. A
count is let go where the strength stands near it, or the label or a prescriber is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.dose import DoseMention, Population
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.over_limit import doses
from pipeline.stages.dosing.facts.masses import milligrams
from pipeline.stages.dosing.scope.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.scope.excerpt import daily_part
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

_COUNTED = frozenset(
    [
        "tablet",
        "capsule",
        "pill",
        "drop",
        "spoon",
        "teaspoon",
        "tablespoon",
        "caplet",
        "piece",
        "sachet",
        "ampoule",
        "dragee",
        "dose",
        "unit",
        "ml",
        "softgel",
        "lozenge",
        "spoonful",
        "cap",
        "ampule",
        "suppository",
        "puff",
        "spray",
    ]
)


_LABELLED = re.compile(
    r"as (?:the )?(?:box|label|leaflet|package|instructions?)|on the (?:label|box|package)"
    r"|\b(?:m?c?g|mg|%|IU)\b"
    r"|[0-9] ?(?:mg|mcg|g|IU)\b|[0-9] ?%|\b[0-9]{1,3}(?:\.[0-9])?/[0-9]{3}\b",
    re.IGNORECASE,
)


_EYE = re.compile(r"\b(?:eyes?|ears?)\b", re.IGNORECASE)


_VOLUME = re.compile(r"\bml\b", re.IGNORECASE)


_COUNT_OF = re.compile(
    r"\b(?:a|an|one|two|three|four|half an?|a couple of|a few|[1-9])\s+$", re.IGNORECASE
)


_BARE_UNITS = re.compile(
    r"\binject(?:s|ed)? [0-9]{1,3}\b(?! ?(?:ml|mg|g|mcg|iu|%|times))", re.IGNORECASE
)


_BENIGN = frozenset(
    [
        "saline",
        "oral rehydration salts",
        "sodium chloride",
        "water",
        "glucose",
        "probiotics",
        "caffeine",
        "alcohol",
        "multivitamin",
        "vitamins",
        "lactulose",
        "honey",
    ]
)


_ONE_STRENGTH = frozenset({"cetirizine", "corvalol", "dimetindene", "valocordin"})
"""Drops that are made in one concentration; a spoon of them is still no measure."""


def missing_strengths(passage: Passage) -> Iterator[Candidate]:
    """Counts of something sold in several strengths, with the strength nowhere near."""
    combinations = passage.knowledge.combinations
    for sentence, dose in doses(passage):
        drops = dose.form == "drop" and _EYE.search(sentence.span.of(passage.text))
        if drops or dose.route in (
            "ophthalmic",
            "otic",
        ):  # sold in one strength, or chosen by a prescriber
            continue
        if dose.form == "drop" and dose.ingredient in _ONE_STRENGTH:
            continue
        if not _counted(passage, dose) or dose.ingredient in _BENIGN:
            continue
        part = daily_part(passage, dose)
        part = Span(part.start, max(part.start + 1, min(part.end, sentence.span.end)))
        several = combinations.several(dose.ingredient, dose.drug or "")
        if several is not False:
            yield from _missing(
                passage, sentence, dose.ingredient, part, dose.population, several=several
            )
    for sentence in passage.sentences:
        covered = [d.span for d in sentence.doses]
        for drug in sentence.of("drug"):
            before = passage.text[sentence.span.start : drug.span.start]
            count = _COUNT_OF.search(before)
            if count is None or any(s.overlaps(drug.span) for s in covered):
                continue
            word = count.group().strip().lower()
            plural = drug.span.of(passage.text).lower().endswith("s")
            plural = plural or passage.text[drug.span.end : drug.span.end + 1] == "s"
            if word in ("a", "an", "1") or (
                word != "one" and not word.startswith("half") and not plural
            ):
                continue
            span = Span(sentence.span.start + count.start(), drug.span.end)
            several = combinations.several(drug.name, drug.span.of(passage.text))
            if several is not False:
                yield from _missing(passage, sentence, drug.name, span, None, several=several)
        if sentence.groups("insulin"):
            for match in _BARE_UNITS.finditer(sentence.span.of(passage.text)):
                span = Span(*match.span()).shift(sentence.span.start)
                yield from _missing(passage, sentence, "insulin", span, None)


def _counted(passage: Passage, dose: DoseMention) -> bool:
    if dose.ingredient is None or dose.strength is not None or dose.per_kg:
        return False
    amount = dose.count or dose.amount
    if amount is None or milligrams(dose.amount, dose.ingredient) is not None:
        return False
    unit = ((dose.amount.unit if dose.amount else None) or "").lower()
    if unit in ("iu", "unit", "%"):
        return False
    if unit == "ml":
        return dose.population in (Population.CHILD, Population.INFANT)
    if amount.unit is None:
        written = (dose.drug or "").lower()
        return written.endswith("s") or passage.drug_class(dose.ingredient) == "A"
    return amount.unit.lower() in _COUNTED


def _beside_name(passage: Passage, ingredient: str | None) -> Iterator[str]:
    """What stands behind each mention of `ingredient`: "Nurofen 400 mg. Two tablets …"."""
    for sentence in passage.sentences:
        for cue in sentence.of("drug"):
            if cue.name == ingredient:
                behind = passage.text[cue.span.end : cue.span.end + _BESIDE]
                yield _PLURAL_STRENGTH.sub(r"\1 mg", behind)


_BESIDE = 24
_PLURAL_STRENGTH = re.compile(r"^ ([0-9]{2,4})s\b")
"""Of "tramadol 50s"."""


def _missing(
    passage: Passage,
    sentence: Sentence,
    ingredient: str | None,
    span: Span,
    population: Population | None,
    *,
    several: bool | None = None,
) -> Iterator[Candidate]:
    row = passage.limit(ingredient)
    young = population in (Population.CHILD, Population.INFANT)
    several = (
        row is None
        or several
        or young
        or len(row.strengths) > 1
        or (not row.strengths and row.drug_class == "A")
    )
    if row is None and not passage.is_rx(ingredient):
        return
    if row is not None and row.status in ("herbal", "remedy", "beverage", "toxic"):
        return
    grave = row is not None and row.drug_class == "A" and row.status == "rx"
    severity = Severity.MAJOR if grave or young else Severity.MINOR
    strengths = ", ".join(f"{s:g}" for s in row.strengths) if row else ""
    sold = f" (it is sold as {strengths} mg)" if strengths else ""
    candidate = Candidate(
        trimmed(passage, span),
        severity,
        f"how much {ingredient} one of these holds is not said{sold}",
        citations=row.citations if row else (),
        reference=row.key if row else "",
    )
    if not several:
        candidate = candidate.but("not known to be sold in several strengths")
    heads = [head.of(passage.text) for head in sentence.headers if head is not None]
    heads += [passage.sentences[i].span.of(passage.text) for i in sentence.above]
    heads += _beside_name(passage, ingredient)
    window = " ".join([passage.text[sentence.span.start : sentence.span.end], *heads])
    labelled = _LABELLED.search(window) or (not young and _VOLUME.search(window))
    if labelled and ingredient != "insulin":
        candidate = candidate.but("the strength is given, or the label is named")
    if sentence.has("protocol"):
        candidate = candidate.but("an emergency protocol")
    doctor = supervision(passage, sentence, span)
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    yield scoped(passage, sentence, candidate)
