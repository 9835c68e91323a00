"""What nobody may change alone: drugs of long-term treatment, and "your tablets".

How grave a change is stands with the group of the drug; where only "the tablets" are named, the
drug just spoken of is meant. If that is one that people buy and stop as they please, nobody's
treatment is changed.
"""

from __future__ import annotations

import re

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.scope.passage import Passage, Sentence

Treatment = tuple[Span, Severity, str]
"""Where it is named, how grave its change is, and its words."""

_OBJECT = re.compile(
    r"\b(?:your|my|his|her|their|the|all|all the|these|those|prescribed|appointed|any|each) "
    r"(?:\w+ ){0,2}"
    r"(?:tablets?|pills?|medications?|medicines?|meds|treatment|therapy|drugs?|inhalers?"
    r"|hormones?|chemo\w*|dose|injections?|jabs|antidepressants?)\b"
    r"|\b(?:blood|pressure|heart|sugar|diabet\w+|thyroid|cholesterol|gout|asthma|kidney|epilepsy"
    r"|tb|tuberculosis|hormonal) (?:tablets?|pills?|medicines?|meds|medications?|capsules?"
    r"|inhalers?|injections?)\b"
    r"|\bwhat (?:the |your |his |her )?(?:doctor|cardiologist|neurologist|psychiatrist|therapist"
    r"|endocrinologist|specialist|gp|physician|oncologist|rheumatologist) (?:has )?(?:wrote"
    r"|written|prescribed|appointed|ordered|painted|gave)\b",
    re.I,
)

_BACK = 3
"""Sentences back in which the treatment may stand that "it" means."""


def objects_of(passage: Passage, sentence: Sentence) -> list[Treatment]:
    """What may not be changed alone: drugs of long-term treatment, and "your tablets"."""
    found = {t[0]: t for t in named_in(passage, sentence)}
    meant = _meant(passage, sentence)
    for match in _OBJECT.finditer(sentence.words) if meant is not None else ():
        span = Span(*match.span()).shift(sentence.span.start)
        if meant is not None and not any(span.overlaps(s) for s in found):
            found[span] = (span, meant, match.group())
    return list(found.values())


def named_in(passage: Passage, sentence: Sentence) -> list[Treatment]:
    """The drugs and groups of long-term treatment that `sentence` names."""
    found: dict[Span, Treatment] = {}
    for cue in sentence.of("group"):
        severity = passage.knowledge.changed_alone.get(cue.name)
        if severity is not None:
            old = found.get(cue.span)
            if old is None or old[1] < severity:
                found[cue.span] = (cue.span, severity, cue.span.of(passage.text))
    for cue in sentence.of("drug"):
        if cue.span not in found and passage.is_rx(cue.name):
            found[cue.span] = (cue.span, Severity.MAJOR, cue.span.of(passage.text))
    return list(found.values())


def spoken_of(passage: Passage, sentence: Sentence, before: int) -> Treatment | None:
    """The treatment that "it" at offset `before` means: the nearest one named earlier.

    A drug that is nobody's treatment, if it stands nearer, is meant instead; and so is what a
    heading names, if nothing else is.
    """
    near = [sentence, *(passage.before(sentence, n) for n in range(1, _BACK + 1))]
    near += [passage.sentences[i] for i in sentence.above]
    for other in near:
        if other is None or sentence.block - other.block > 1:
            continue
        drugs = [c.span for c in other.of("drug") if c.span.start < before]
        found = [t for t in objects_of(passage, other) if t[0].start < before]
        if found:
            gravest = max(found, key=lambda t: t[1])
            return max(found, key=lambda t: t[0]) if gravest[1] is Severity.MAJOR else gravest
        if drugs:
            return None
    return None


def _meant(passage: Passage, sentence: Sentence) -> Severity | None:
    """How grave it is to change "the tablets": by the drug just spoken of, if any.

    None when that is a drug without a prescription.
    """
    before = passage.before(sentence)
    beside = before is not None and before.block == sentence.block
    other = sentence if sentence.has("drug") or before is None or not beside else before
    named = named_in(passage, other)
    if other.has("drug", "remedy") and not named:
        return None
    return max((t[1] for t in named if other is not sentence), default=Severity.MAJOR)
