"""What keeps two substances of one sentence apart, though a word seems to join them.

They interact, says the sentence; 24 hours lie between them; the wine is free of alcohol; one
replaces the other; whoever takes the one is told to choose another drug; another person takes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model.changes import Severity
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.facts.knowledge import Interaction
from pipeline.stages.dosing.scope.passage import Passage

_LIKE = re.compile(r"\b(?:like|than|instead of|rather than|as) (?:an? |any |the |your |such )?$")
_APART = re.compile(
    r"\b(?:hours?|hrs?|minutes|mins) (?:between|apart|away|later|afterwards"
    r"|(?:before|after)(?! (?:breakfast|food|meals?|eating|bed|lunch|dinner|supper)))\b"
    r"|\bbetween\b|\bapart\b|\bseparate|\bwaits?\b|\buntil (?:lunch|dinner|supper|evening|bed)"
)
_LONG_APART = re.compile(
    r"\b(?:wait|leave|allow|let|keep|need|least|until|only|not before)\b[^.;]{0,40}"
    r"\b(?:(?:1[2-9]|[2-9][0-9])(?:-| )?(?:hours?|h)|(?:[1-9][0-9]?|an?|one|two|three|few) ?-?"
    r"(?:days?|weeks?))\b"
)
_EARLY = re.compile(r"\b(?:morning|breakfast|first thing|waking|wake|daytime)\b")
_LATE = re.compile(r"\b(?:evening|night|bed(?:time)?|dinner|supper|lunch|noon|afternoon)\b")
_DRINKS = re.compile(r"three|four|five|[3-9]|drinks|bottle|every|hangover|vodka|shots|whisk")
_MANY_DRINKS = (
    {"paracetamol", "alcohol"}, {"nsaid", "alcohol"}, {"warfarin", "alcohol"},
)  # fmt: skip
"""Pairs that harm from the third drink on."""

_DENIES = re.compile(
    r"^[^.;:]{0,40}?\b(?:do|does|should|must|may|can|could|will)(?: not|n't|n’t|not)\b"
    r"(?! (?:ever )?(?:hurt|harm|matter|mind|need|have to|worry|interfere|affect|help|work|cause"
    r"|increase|miss|regret|forget|sleep|budge|upset|irritate|notice|settle"
    r"|stop|pass|go away|let|feel))"
    r"|^[^.;:]{0,30}?\b(?:don't|never) (?:mix|go|belong|combine|get)\b"
)
_ELSEWHERE = re.compile(
    r"[;.,–—-] ?(?:but |and |however,? )?(?:if|when|those|people|anyone|anybody|who|patients|for)\b"
    r"[^.;]{0,40}$"
)
_CHOOSES = re.compile(
    r"^[^.;]{0,40}?[, ](?:then )?(?:choose|prefer|switch|avoid|ask|see|skip|stick|opt|talk|check"
    r"|speak|consult|pick|paracetamol|should|need|use paracetamol|take paracetamol)\b"
)
_ABSENT_AFTER = re.compile(r"[- ]free\b", re.I)
_ABSENT_BEFORE = re.compile(
    r"\b(?:no|zero|without|non|skip|skipping|avoid|avoiding|instead of|off|leave out"
    r"|limit|limiting|little|less|cut down on|go easy on"
    r"|free (?:of|from))[- ](?:any |the |your |more )?(?:\w+(?: and| or|,) ){0,3}$",
    re.I,
)
_CHANGED = re.compile(
    r"\b(?:switch\w*|swap\w*|replac\w*|substitut\w*|moved?|chang\w+)\b[^.;]{0,60}"
    r"\b(?:to|for|with|by|from)\b"
)
_NOT_IF = re.compile(r"\b(?:but )?not (?:if|when|while|for (?:those|people|anyone))\b")
_STOPS = re.compile(
    r"\b(?:stop\w*|quit(?:s|ting)?|came off|come off|discontinu\w*|finish\w*)\b"
    r"(?! (?:the|my|your|all)?"
    r" ?(?:pain|cough|bleeding|itch|sneez|headache))"
)
_ASKS_FIRST = re.compile(
    r"\b(?:tell|ask|check with|speak (?:to|with)|talk to|consult|inform) (?:your |the |a )?"
    r"(?:doctor|pharmacist|gp|nurse|dentist|midwife|prescriber)\b"
)
_WORSE = re.compile(
    r"\b(?:makes? (?:it|this|that|them) (?:much )?worse|worsens?|adds to the"
    r"|(?:increases?|raises?) (?:the |your )?(?:risk|drowsiness|danger))\b"
)
_RELATION = re.compile(
    r"\b(?:my|his|her|the|our) (?:husband|wife|partner|mother|mum|mom|father|dad|brother|sister"
    r"|son|daughter|neighbou?r|friend|boss)\b(?!'s|’s)"
)


class Words(NamedTuple):
    """A sentence around two of its cues, in lower case."""

    whole: str
    lead: str
    between: str
    tail: str


def two_times(words: str) -> bool:
    """True for one in the morning and the other at night; `words` in lower case."""
    return _EARLY.search(words) is not None and _LATE.search(words) is not None


def kept_apart(
    passage: Passage, words: Words, row: Interaction, one: Cue, other: Cue
) -> Iterator[str]:
    """Reasons why `one` and `other`, a pair of `row` among `words`, are not taken together."""
    whole, lead, between, tail = words
    if re.search(r"\binteract", whole):
        yield "says that they interact"
    if row.severity is Severity.MINOR and (_APART.search(whole) or two_times(whole)):
        yield "kept apart in time"
    if _LONG_APART.search(whole):
        yield "kept apart in time"
    if {row.a, row.b} in _MANY_DRINKS and not _DRINKS.search(whole):
        yield "less than three drinks"
    if any(_absent(passage, cue) for cue in (one, other)):
        yield "free of it"
    if _ASKS_FIRST.search(whole) or _WORSE.search(between + tail):
        yield "a warning"
    if _DENIES.search(tail) or _NOT_IF.search(between):
        yield "says that they do not go together"
    if _ELSEWHERE.search(between) and _CHOOSES.search(tail):
        yield "those who take the one are told to take something else"
    if _CHANGED.search(lead + between) or _STOPS.search(between) or _STOPS.search(lead[-24:]):
        yield "one in place of the other"
    if _RELATION.search(between):
        yield "another person takes it"


def _absent(passage: Passage, cue: Cue) -> bool:
    """True for "alcohol-free", "zero prosecco", "without alcohol"."""
    before = passage.text[max(0, cue.span.start - 24) : cue.span.start]
    return bool(_ABSENT_AFTER.match(passage.text, cue.span.end) or _ABSENT_BEFORE.search(before))


def compared(passage: Passage, *cues: Cue) -> bool:
    """True for "works like an antidepressant", "instead of a statin": named, not taken."""
    return any(
        _LIKE.search(passage.text[max(0, cue.span.start - 24) : cue.span.start].lower())
        for cue in cues
    )
