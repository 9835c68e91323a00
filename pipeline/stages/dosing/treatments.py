"""What nobody may change alone: drugs of long-term treatment, and "your tablets".

How grave a change is stands with the group of the drug; where only "the tablets" are named, the
drug just spoken of is meant.
"""

from __future__ import annotations

import re

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.passage import Passage, Sentence

_OBJECT = re.compile(
    r"\b(?:your|my|his|her|their|the|all|all the|these|those|prescribed|any) (?:\w+ ){0,2}"
    r"(?:tablets?|pills?|medications?|medicines?|treatment|therapy|drugs?|inhalers?"
    r"|hormones?|chemo\w*|dose|injections?)\b",
    re.I,
)


def objects_of(passage: Passage, sentence: Sentence) -> list[tuple[Span, Severity, str]]:
    """What may not be changed alone: drugs of long-term treatment, and "your tablets"."""
    found: dict[Span, tuple[Span, Severity, str]] = {}
    for cue in sentence.of("group"):
        severity = passage.knowledge.changed_alone.get(cue.name)
        if severity is not None:
            old = found.get(cue.span)
            if old is None or old[1] < severity:
                found[cue.span] = (cue.span, severity, cue.span.of(passage.text))
    for match in _OBJECT.finditer(sentence.words):
        span = Span(*match.span()).shift(sentence.span.start)
        if not any(span.overlaps(s) for s in found):
            found[span] = (span, _meant(passage, sentence), match.group())
    for cue in sentence.of("drug"):
        if cue.span not in found and passage.is_rx(cue.name):
            found[cue.span] = (cue.span, Severity.MAJOR, cue.span.of(passage.text))
    return list(found.values())


def _meant(passage: Passage, sentence: Sentence) -> Severity:
    """How grave it is to change "the tablets": by the drug just spoken of, if any."""
    graver = [Severity.MAJOR]
    before = passage.before(sentence)
    if before is not None and before.block == sentence.block and not sentence.has("drug"):
        table = passage.knowledge.changed_alone
        graver += [table[c.name] for c in before.of("group") if c.name in table]
    return max(graver)
