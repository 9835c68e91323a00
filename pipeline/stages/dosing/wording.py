"""Doses that a reader cannot take safely because the words leave something out.

"Two tablets" of a drug sold in three strengths, "in the same dosage" about another drug, "until it
stops" without a last day: nothing in them is above a limit, and each has hurt people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.dose import DoseMention, Population
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import advises, orders
from pipeline.stages.dosing.checks import doses, milligrams
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.excerpt import daily_part
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.scope import effective, supervision

_COUNTED = frozenset(
    "tablet capsule pill drop spoon teaspoon tablespoon caplet piece sachet ampoule dragee dose unit "
    "ml softgel lozenge spoonful cap ampule suppository puff spray".split()
)
_LABELLED = re.compile(
    r"as (?:the )?(?:box|label|leaflet|package|instructions?)|on the (?:label|box|package)|\b(?:m?c?g|mg|%|IU|ml)\b"
    r"|[0-9] ?(?:mg|mcg|g|IU)\b|[0-9] ?%",
    re.IGNORECASE,
)
_COUNT_OF = re.compile(
    r"\b(?:a|an|one|two|three|four|half an?|a couple of|a few|[1-9])\s+$", re.IGNORECASE
)
_BARE_UNITS = re.compile(
    r"\binject(?:s|ed)? [0-9]{1,3}\b(?! ?(?:ml|mg|g|mcg|iu|%|times))", re.IGNORECASE
)
_REACH = 8
"""Sentences back in which a reference may find the dose it points at."""

_BENIGN = frozenset({"saline", "oral rehydration salts", "sodium chloride", "water", "glucose",
                     "probiotics", "caffeine", "alcohol", "multivitamin", "vitamins", "lactulose", "honey"})  # fmt: skip


def missing_strengths(passage: Passage) -> Iterator[Candidate]:
    """Counts of something sold in several strengths, with the strength nowhere near."""
    for sentence, dose in doses(passage):
        if not _counted(passage, dose) or dose.ingredient in _BENIGN:
            continue
        part = daily_part(passage, dose)
        part = Span(part.start, max(part.start + 1, min(part.end, sentence.span.end)))
        yield from _missing(passage, sentence, dose.ingredient, part, dose.population)
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
            yield from _missing(passage, sentence, drug.name, span, None)
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


def _missing(
    passage: Passage,
    sentence: Sentence,
    ingredient: str | None,
    span: Span,
    population: Population | None,
) -> Iterator[Candidate]:
    row = passage.limit(ingredient)
    young = population in (Population.CHILD, Population.INFANT)
    several = row is None or young or len(row.strengths) > 1 or (not row.strengths and row.drug_class == "A")
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
    )
    if not several:
        candidate = candidate.but("not known to be sold in several strengths")
    window = passage.text[sentence.span.start : sentence.span.end]
    if _LABELLED.search(window) and ingredient != "insulin":
        candidate = candidate.but("the strength is given, or the label is named")
    doctor = supervision(passage, sentence, span)
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    yield scoped(passage, sentence, candidate)


def anaphora(passage: Passage) -> Iterator[Candidate]:
    """Doses that are given only by pointing at another dose."""
    for sentence in passage.sentences:
        for cue in sentence.of("anaphora"):
            subject = _subject(passage, sentence, cue)
            if subject is None:
                continue
            drug, other, pointed = subject
            if not _doses_something(passage, sentence, cue):
                continue
            young = sentence.has("child", "infant")
            grave = young or any(passage.is_rx(n) or passage.drug_class(n) == "A" for n in pointed)
            candidate = Candidate(
                _from_drug(sentence, cue),
                Severity.MAJOR if grave and (other or young) else Severity.MINOR,
                f"the dose of {drug or 'an unknown drug'} is given only by reference to another",
            )
            if drug and not other and not young and _stated(passage, sentence, drug):
                candidate = candidate.but("the same drug, and its dose is stated")
            doctor = supervision(passage, sentence, cue.span)
            if doctor:
                candidate = candidate.but(f"a doctor decides (“{doctor}”)")
            yield scoped(passage, sentence, candidate)
            break


def _doses_something(passage: Passage, sentence: Sentence, cue: Cue) -> bool:
    """False for "similarly, the protein attaches to lysine"."""
    if re.search(r"dos(?:e|es|age)|scheme|regimen", cue.span.of(passage.text), re.I):
        return True
    before = passage.before(sentence)
    return orders(passage, sentence) or bool(before and before.doses)


def _subject(
    passage: Passage, sentence: Sentence, cue: Cue
) -> tuple[str | None, bool, tuple[str, ...]] | None:
    """The drug the reference is about, whether it points at another drug's dose, and the drugs
    whose status decides how grave that is (those pointed at, where the drug is not known)."""
    own = [c for c in sentence.of("drug") if c.span.start < cue.span.start]
    own = own or list(sentence.of("drug"))
    before = passage.before(sentence)
    earlier = list(before.of("drug")) if before and before.block == sentence.block else []
    if not earlier and before is not None:
        earlier = list(before.of("drug"))
    names = {c.name for c in earlier}
    if own:
        name = own[-1].name
    elif earlier:
        name = earlier[-1].name
    else:
        name = None
    dosed = {
        d.ingredient
        for other in passage.sentences[max(0, sentence.index - _REACH) : sentence.index + 1]
        for d in other.doses
        if (d.amount or d.count) and d.ingredient
    }
    if name is None:
        return (None, True, tuple(sorted(dosed))) if dosed else None
    other = bool((names - {name}) or (dosed - {name})) and name not in dosed
    return name, other, (name,)


def _from_drug(sentence: Sentence, cue: Cue) -> Span:
    return cue.span


def _stated(passage: Passage, sentence: Sentence, drug: str) -> bool:
    """True when some dose of `drug` stands before, in this sentence or an earlier one."""
    return any(
        d.ingredient == drug and (d.amount or d.count)
        for other in passage.sentences[max(0, sentence.index - _REACH) : sentence.index + 1]
        for d in other.doses
    )


def open_ends(passage: Passage) -> Iterator[Candidate]:
    """Instructions without a last day."""
    for sentence in passage.sentences:
        for cue in effective(sentence, "open_ended"):
            found = _endless(passage, sentence, cue)
            if found is not None:
                yield found
                break


_ENDLESS = re.compile(
    r"life|ever\b|year|months|constantly|permanent|indefinite|without|stop|endless|course"
)


def _endless(passage: Passage, sentence: Sentence, cue: Cue) -> Candidate | None:
    drugs = [c.name for c in sentence.of("drug")]
    known = passage.knowledge.remedies
    remedies = [c for c in sentence.of("remedy") if known[c.name].kind != "food"]
    if not drugs and not remedies and not sentence.doses:
        before = passage.before(sentence)
        if before is None or before.block != sentence.block or not sentence.has("imperative"):
            return None
        drugs = [c.name for c in before.of("drug")]
        remedies = list(before.of("remedy"))
    drugs += [d.ingredient for d in sentence.doses if d.ingredient]
    if not (drugs or remedies) or not advises(passage, sentence):
        return None
    severity, why = _endless_severity(passage, sentence, cue, drugs)
    if severity is None:
        return None
    name = (drugs or [r.span.of(passage.text) for r in remedies])[0]
    candidate = Candidate(
        _to_end(passage, sentence, cue), severity, f"{name} without a last day: {why}"
    )
    if effective(sentence, "capped") or sentence.has("maximum"):
        candidate = candidate.but("a last day or a maximum is given")
    doctor = supervision(passage, sentence, cue.span)
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


def _endless_severity(
    passage: Passage, sentence: Sentence, cue: Cue, drugs: list[str]
) -> tuple[Severity | None, str]:
    rows = [row for name in drugs if (row := passage.limit(name))]
    words = cue.span.of(passage.text).lower()
    repeated = any(
        (d.interval_hours or 24) <= 6 or (d.per_day or (0, 0))[1] >= 6 for d in sentence.doses
    )
    if repeated and any(r.drug_class == "A" for r in rows) and words.startswith(("until", "till")):
        return Severity.CRITICAL, "repeated to effect, with a narrow margin"
    if any(r.days is not None and r.status not in ("herbal", "supplement") for r in rows):
        return Severity.MAJOR, "its label sets a limit"
    if any(passage.is_rx(name) for name in drugs):
        return Severity.MAJOR, "it needs a prescriber"
    before = passage.before(sentence)
    around = [sentence, before] if before and before.block == sentence.block else [sentence]
    if any(s.has("emergency") for s in around) or re.search("bleeding|fever|temperature", words):
        return Severity.MAJOR, "the symptom is serious"
    if any(c.name == "baking_soda" for c in sentence.of("remedy")):
        return Severity.MAJOR, "its label sets a limit"
    if sentence.has("serious"):
        return Severity.MAJOR, "the condition is serious"
    if _ENDLESS.search(words):
        return Severity.MINOR, "no end is given"
    return None, ""


def _to_end(passage: Passage, sentence: Sentence, cue: Cue) -> Span:
    """The cue to the end of its clause."""
    clause = sentence.clause_of(cue.span)
    words = passage.text[cue.span.end : clause.end]
    stop = re.search(r"[,.!?]", words)
    end = cue.span.end + (stop.start() if stop else len(words))
    return trimmed(passage, Span(cue.span.start, end))
