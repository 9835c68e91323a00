"""Rhythms of what is no medicine: a compress changed every 8 hours, a fever measured every 3.

A frequency goes to the last dose before it, unless its own clause names something else that has a
rhythm, and neither a drug nor an amount stands in that clause.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Reading
from pipeline.stages.dosing.reading.rhythm import Frequency

_BREAK = re.compile(r"[;:(]|[.,](?![0-9])|\b(?:and|while|but|plus|then)\b")
_OTHER = re.compile(
    r"\b(?:measur|check|monitor|test|weigh|record|watch|ventilat|air(?:ing)?\b|walk|wash|clean"
    r"|(?:chang|replac)(?![a-z]* (?:it\b|them\b|(?:the |your |this |each )?(?:patch|plaster|ring)"
    r"|(?:with|by|for) (?:an? |the )?(?:new|fresh|next)))"
    r"|turn|feed|nurs|pump|stretch|exercis|massag|sleep|rest\b|rins|gargl|steam"
    r"|compress|poultice|towel|wrap|bandag|dressing|pad\b|pads\b|nappy|nappies|diaper|ice\b"
    r"|hot[- ]water|cold pack|thermometer|temperature|blood pressure|pulse|glucose|ketones"
    r"|water\b|fluids?\b|tea\b|broth|breath|tonometer|mustard|bath|shower|stairs|meal|snack|inr\b"
    r"|urinat|toilet|visit|appointment|scan|smear)"
)


_REPLACED = re.compile(r"\b(?:instead of|rather than|no longer|used to be)(?: on| the)? ?$")
"""Behind these words stands the rhythm that is given up: "each evening instead of Sundays"."""


def of_something_else(reading: Reading, frequency: Frequency) -> bool:
    """True where the clause of `frequency` tells of something that is no medicine, or where
    it is a rhythm given up."""
    if _REPLACED.search(reading.text[max(0, frequency.span.start - 20) : frequency.span.start]):
        return True
    start = 0
    for match in _BREAK.finditer(reading.text, 0, frequency.span.start):
        start = match.end()
    clause = Span(start, frequency.span.start)
    spans = [*(span for span, _ in reading.drugs), *(amount.span for amount in reading.amounts)]
    if any(clause.overlaps(span) for span in spans):
        return False
    return _OTHER.search(clause.of(reading.text)) is not None
