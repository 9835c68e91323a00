"""Instructions without a last day.

"Until it stops" leaves the end to the illness. That is harmless with tea and dangerous with drops
that make the nose depend on them, with a drug that needs a prescriber, or while somebody bleeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.endless import comes, endless_words
from pipeline.stages.dosing.scope.advice import advises
from pipeline.stages.dosing.scope.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.scope.meaning import effective
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision


def open_ends(passage: Passage) -> Iterator[Candidate]:
    """Instructions without a last day."""
    for sentence in passage.sentences:
        listed = [c.span for c in effective(sentence, "open_ended")]
        for span in (*listed, *endless_words(sentence)):
            found = None if comes(sentence, span) else _endless(passage, sentence, span)
            if found is not None:
                yield found
                break


_ENDLESS = re.compile(
    r"life|ever\b|year|months|constantly|permanent|indefinite|without|stop|endless|course"
)


_STAYS = re.compile(
    r"\b(?:becomes?|remains?|stays?|turns?|is|are|goes|changes?) (?:\w+ ){0,2}$", re.I
)


_HISTORY = re.compile(r"\bbeen on\b[^.;,]{0,32}$", re.I)
"""Before "for years": how long somebody has been on it already, which orders nothing."""


def _endless(passage: Passage, sentence: Sentence, cue: Span) -> Candidate | None:
    words = cue.of(passage.text).lower()
    said_before = passage.text[max(0, cue.start - 40) : cue.start]
    if words in ("forever", "for ever", "permanently", "for life") and _STAYS.search(said_before):
        return None
    if words.startswith("for ") and _HISTORY.search(said_before):
        return None
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
    told = advises(passage, sentence) or sentence.has("imperative")
    if not (drugs or remedies) or not told:
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
    doctor = supervision(passage, sentence, cue)
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


def _endless_severity(
    passage: Passage, sentence: Sentence, cue: Span, drugs: list[str]
) -> tuple[Severity | None, str]:
    rows = [row for name in drugs if (row := passage.limit(name))]
    words = cue.of(passage.text).lower()
    repeated = sentence.has("redose") or "repeat" in sentence.words.lower()
    repeated = repeated or any(
        (d.interval_hours or 24) <= 6 or (d.per_day or (0, 0))[1] >= 6 for d in sentence.doses
    )
    if repeated and any(r.drug_class == "A" for r in rows) and words.startswith(_TO_EFFECT):
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
    if words.startswith("all ") and rows and all(r.status == "supplement" for r in rows):
        return None, ""
    if _ENDLESS.search(words):
        return Severity.MINOR, "no end is given"
    return None, ""


_TO_EFFECT = (
    "until", "till", "repeat", "keep", "to ", "while", "so many", "as many", "as much", "as often",
    "however", "no matter", "before", "up to",
)  # fmt: skip
"""How words begin that leave it to the effect when to stop."""


def _to_end(passage: Passage, sentence: Sentence, cue: Span) -> Span:
    """The cue to the end of its clause."""
    clause = sentence.clause_of(cue)
    words = passage.text[cue.end : clause.end]
    stop = re.search(r"[,.!?]| and | so | but | then ", words)
    end = cue.end + (stop.start() if stop else len(words))
    return trimmed(passage, Span(cue.start, end))
