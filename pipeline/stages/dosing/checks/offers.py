"""Whether a sentence offers its herb or food for the condition, or only names both.

"Ginger is a root; nausea is common" offers nothing. An offer treats and advises in one sentence;
or it answers: the illness stands before a colon, a bar or a question mark, and the remedy behind
it, often without a verb ("Chest pain? Hawthorn tea.").
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.advice import advises
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_POWERLESS = re.compile(
    r"[^.;,]{0,30}\b(?:cannot|can't|can not|does not|doesn't|do not|don't|will not|won't|never"
    r"|is no"
    r"|are no|is not|isn't|only wastes?)\b(?! (?:only|just|need))",
    re.I,
)
"""Behind a remedy that is said to be none."""

_REFUSED = re.compile(
    r"\b(?:stop|stopped|avoid|without|no|not|never|neither|nor)"
    r" (?:taking |using |the |your |any |amount of )*$",
    re.I,
)
"""Before a remedy that is not to be used."""

_SIZE = re.compile(
    r"\b(?:size of|(?:big|large|small) as|like) (?:an? |the )?(?:\w+ )?$"
    r"|\b(?:attachment|implantation|release|fertili[sz]ation) of the $",
    re.I,
)
"""Before "an egg" in "clots as big as an egg" and "attachment of the egg"."""

_TELLS = re.compile(
    r"[^.;,]{0,24}\b(?:is|are|was|were|can|may|might|could|does|do|has|have|had|will|would|should"
    r"|contains?|increases?)\b",
    re.I,
)
"""Behind a remedy of which something is told, so that it is no answer."""

_OPENING = 5
"""Words before the remedy of an answer: "A handful of dried …", "3) raw …"."""

_HEAD = 48
"""Characters of a heading in a line: "Chest pain: …", "Pneumonia in a child | …"."""


def offered(passage: Passage, sentence: Sentence) -> Cue | None:
    """The herb, or else the food, of the sentence that is not refused or called useless."""
    for kinds in (("herb",), ("food", "soda", "honey", "toxic", "boric", "enema")):
        for cue in sentence.of("remedy"):
            before = passage.text[max(sentence.span.start, cue.span.start - 30) : cue.span.start]
            behind = passage.text[cue.span.end : sentence.span.end]
            eased = kinds != ("herb",) and _comforts(sentence, cue)
            if passage.knowledge.remedies[cue.name].kind in kinds and not (
                eased or _SIZE.search(before) or _REFUSED.search(before) or _POWERLESS.match(behind)
            ):
                return cue
    return None


def _comforts(sentence: Sentence, remedy: Cue) -> bool:
    """True for rest, warmth or cold beside words of waiting: that is a delay, and no cure."""
    waits = sentence.has("puts_off", "no_care_needed", "will_pass", "or_hospital")
    return waits and any(cue.span.overlaps(remedy.span) for cue in sentence.of("comfort"))


def offers(
    passage: Passage, sentence: Sentence, remedy: Cue, condition: Cue, where: Sentence
) -> bool:
    """True when `sentence` offers `remedy` for `condition`, which `where` names.

    For what is no emergency it must also promise a cure, or say how much of it and how often.
    """
    here = where is sentence
    emergency = condition.kind == "emergency"
    answers = (
        _heads(passage, sentence, condition.span, remedy.span)
        if here
        else (_answers(passage, sentence, remedy) and (emergency or _asks(where)))
    )
    herb = passage.knowledge.remedies[remedy.name].kind == "herb"
    cures = sentence.has("cures")
    boasts = herb and here and any(not c.span.overlaps(remedy.span) for c in sentence.of("cures"))
    told = sentence.has("treats") and advises(passage, sentence)
    if not (answers or told or boasts):
        return False
    if emergency:
        return True
    if not herb and sentence.has("drug"):
        return False
    regimen = bool(sentence.doses) or sentence.has("how_often")
    return cures or (regimen and (herb or answers) and (here or answers))


def _heads(passage: Passage, sentence: Sentence, condition: Span, remedy: Span) -> bool:
    """True when the line begins with the condition and names the remedy behind a colon or bar."""
    between = passage.text[condition.end : max(condition.end, remedy.start)]
    start = _piece(passage, sentence, condition.start)
    near = condition.end - start <= _HEAD and len(between) <= 2 * _HEAD
    return near and any(mark in between for mark in ":|\t")


def _answers(passage: Passage, sentence: Sentence, remedy: Cue) -> bool:
    """True when the sentence opens with the remedy and tells nothing of it."""
    start = _piece(passage, sentence, remedy.span.start)
    opening = passage.text[start : remedy.span.start]
    behind = passage.text[remedy.span.end : sentence.span.end]
    return len(opening.split()) <= _OPENING and not _TELLS.match(behind)


def _piece(passage: Passage, sentence: Sentence, offset: int) -> int:
    """Where the words before `offset` begin that no full stop or question mark parts from it."""
    before = passage.text[sentence.span.start : offset]
    return sentence.span.start + 1 + max(before.rfind(mark) for mark in ".?!")


def _asks(sentence: Sentence) -> bool:
    return sentence.words.rstrip(" \"'”’)").endswith("?")
