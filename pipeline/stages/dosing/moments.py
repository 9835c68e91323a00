"""When a dose is taken, in words that count nothing: "before meals", "as soon as it itches", "ac".

They say nothing of how many doses a day there are, so the arithmetic never sees them; a reader who
asks when to take it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.span import Span
from pipeline.stages.dosing.patterns import NUMBER, RANGE

_BY = (
    r"(?:in |for )?(?:at least |about |around |no later than |half an hour |an hour |up to )?"
    rf"(?:{RANGE} ?-?(?:minutes?|mins?|hours?|hrs?|h) )?"
)
_PERIOD = r"(?:days?|nights?|weeks?|wks?|months?|years?)"
_LONG = r"(?:minutes?|hours?|days?|weeks?|months?)"
_MEAL = (
    r"(?:(?:each|every|the|your|a|main|largest|light|full|evening|midday|any|first|last|three|3)"
    r" ){0,3}(?:meals?|food|eating|breakfast|lunch(?:time)?|dinner|supper|snacks?|feed(?:ing|s)?"
    r"|bed(?:time)?|sleep(?:ing)?)"
)
_PATTERNS = (
    rf"\b(?:{_BY}(?:before|after|following)|with|during|between|in time of) {_MEAL}(?:(?:, "
    rf"| and | or |, and ){_MEAL})"
    r"{0,2}\b",
    r"\b(?:on|with) (?:an |your )?(?:empty|full) stomach\b|\bempty stomach\b",
    r"(?<![\w.])(?:ac|pc|a\.c\.|p\.c\.|c meals|c\. meals|cc\.?)(?=[ ,.;)\"”]|$)(?<!cc)",
    r"\bat (?:about )?the same times? (?:each|every|of) (?:day|night|morning|evening|week)\b",
    r"\bfirst thing(?: in the morning)?\b",
    r"\b(?:at|on) (?:the )?(?:first|earliest) (?:signs?|symptoms?|sniffle|hint|twinge|tingle|onset)"
    r"(?: of (?:an? |the )?[a-z-]+(?: [a-z-]+)?)?\b",
    r"\bat (?:the )?onset of (?:an? |the |your )?[a-z-]+\b|\bon the other days\b",
    r"\b(?:in|around|at) (?:the )?(?:am|pm|a\.m\.|p\.m\.|wee hours)(?!\w)",
    r"(?<![\w:])[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm|a\.m\.|p\.m\.)(?!\w)",
    r"(?<!\w)a\.m\.(?:(?: and |/)p\.m\.)?(?!\w)",
    r"\bon day 1\b(?!-)",
    r"\b(?:right |straight |immediately )?after (?:each|every) (?!day\b)[a-z]+(?: (?:to"
    r"|of) the [a-z]+"
    r"| [a-z]+ movement| stool)?\b",
    r"\b(?:whenever|as often as|any ?time|when) (?:you |it |the |your )?(?:like|itch(?:es|y)|hurts?"
    r"|wheez\w+|pain (?:starts|comes)|feel [a-z]+)\b",
    r"\bas (?:often|frequently) as (?:needed|necessary|you like)\b",
    r"\b(?:in |during )?(?:the )?early morning(?: (?:on an )?empty stomach)?\b",
    rf"\b(?:repeat(?:ed)?|again)[^.;\d]{{0,20}}? (?P<x>(?:after|in) {RANGE} {_LONG}"
    rf"|{RANGE} {_LONG} later)\b",
    rf"\b(?:{RANGE} (?:hours?|minutes?)|an hour) before [a-z]+\b",
    r"\bwhile awake\b|\baround the clock\b",
)
_COMPILED = tuple(re.compile(pattern) for pattern in _PATTERNS)


_LENGTHS = (
    rf"\b(?:on |from )?days? {NUMBER} ?(?:-|to) ?{NUMBER}\b",
    r"\bfor (?:many |several |a few |some |the past |the last )?(?:days|weeks|months|years)\b",
    r"\bsince (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|last (?:week|month|year|spring|summer|autumn|winter)|childhood)\b",
    rf"\b(?:for|not|no) (?:more|longer|less) than (?:{RANGE}|an?) {_PERIOD}\b",
    rf"(?<=use )over {RANGE} (?:days?|weeks?|months?)\b",
    rf"\b(?:over (?:about )?{RANGE} ?(?:minutes?|mins?|hours?|hrs?)"
    rf"|for (?:up to |about |at least )?{RANGE} ?(?:hours?|hrs?))\b",
    rf"\b(?:stop(?:ped)? after|needs?(?: a)?(?: full| solid)?|give it|course(?: is| of)?|insist) "
    rf"(?P<x>(?:at least |about )?(?:{RANGE}|half(?: an?)?) {_PERIOD})\b",
)
_COMPILED_LENGTHS = tuple(re.compile(pattern) for pattern in _LENGTHS)


def find_lengths(text: str) -> list[Span]:
    """Words in lower-case `text` for how long, too vague to reckon with; disjoint, in order."""
    return _find(_COMPILED_LENGTHS, text)


def find_moments(text: str) -> list[Span]:
    """Words in lower-case `text` that say when, disjoint and in order; earlier patterns win."""
    return _find(_COMPILED, text)


def _find(patterns: Iterable[re.Pattern[str]], text: str) -> list[Span]:
    found: list[Span] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            span = Span(*match.span("x" if "x" in pattern.groupindex else 0))
            if len(span) and not any(span.overlaps(other) for other in found):
                found.append(span)
    return sorted(found)
