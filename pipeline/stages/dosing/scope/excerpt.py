"""The part of a dose that a finding is about.

A dose may run from the drug's name over amount, frequency and duration to a cap. The words an
editor is shown should be the unsafe ones: the amount for a single dose, amount and frequency for
a day's total, the days for a duration.
"""

from __future__ import annotations

import re

from pipeline.model.dose import DoseMention
from pipeline.model.span import Span
from pipeline.stages.dosing.scope.claims import trimmed
from pipeline.stages.dosing.scope.passage import Passage

_NUMBER = (
    r"(?:[0-9]{1,3}(?:\s?[-–]\s?[0-9]{1,3})?|an?|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|twelve|several|many|few)"
)
_TIMES = re.compile(
    rf"\b(?:every|each (?:day|morning|evening|night|hour|meal)|{_NUMBER}(?: (?:to"
    rf"|or) {_NUMBER})? times|once|twice|thrice"
    rf"|[0-9] ?x\b|daily|nightly|hourly|(?:a|per|each) day|at night|at bedtime"
    rf"|(?:in the )?(?:morning|evening)s?"
    r"|(?:before|after|with) (?:bed|sleep|breakfast|lunch|dinner|supper|meals?|food"
    r"|eating)|around the clock)\b",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"\b(?:every day )?(?:for|during|over|within) (?:about |at least |up to |the (?:whole"
    rf"|next) |a whole |another )?{_NUMBER}?(?:(?: (?:to|or|and) "
    rf"|[-–]){_NUMBER})? ?(?:full |whole |straight |more )?(?:days?|weeks?|months?"
    rf"|years?)\b(?: in a row)?"
    rf"|(?<!times )(?<!once )(?<!twice )\b{_NUMBER}(?: (?:to|or) {_NUMBER})? (?:full "
    rf"|whole )?(?:days|weeks|months|years)\b(?: in a row)?"
    r"|(?<=, )a (?:whole )?(?:week|month|year)\b",
    re.IGNORECASE,
)
_VERB_AT_END = re.compile(
    r"\s(?:is|are|was) (?:taken|drunk|given|used|prescribed)\s*$", re.IGNORECASE
)
_OPEN = re.compile(
    r",? ?(?:just |but |and )?(?:don't|do not|never) (?:go|exceed|take more)\b"
    r"|,? ?\b(?:until|till|for life|as long as|for as|no more than|not more than|no longer"
    r"|not longer|maximum|max\b|at most|for (?:up to|no more))",
    re.IGNORECASE,
)


def single_part(passage: Passage, dose: DoseMention) -> Span:
    """Drug and amount, without how often and how long."""
    whole = daily_part(passage, dose)
    return _cut(passage, whole, _TIMES, dose)


def daily_part(passage: Passage, dose: DoseMention) -> Span:
    """Drug, amount and frequency, without how long."""
    return _cut(passage, _cut(passage, dose.span, _OPEN, dose), _DAYS, dose)


def days_part(passage: Passage, dose: DoseMention) -> Span:
    """The words that say how long; the whole dose where they cannot be told apart."""
    found = list(_DAYS.finditer(dose.span.of(passage.text)))
    if not found:
        return dose.span
    return trimmed(passage, Span(*found[-1].span()).shift(dose.span.start))


def often_part(passage: Passage, dose: DoseMention) -> Span:
    """From the words that say how often to the end of the daily part."""
    whole = daily_part(passage, dose)
    match = _TIMES.search(whole.of(passage.text))
    if match is None:
        return whole
    return trimmed(passage, Span(whole.start + match.start(), whole.end))


def _cut(passage: Passage, span: Span, at: re.Pattern[str], dose: DoseMention) -> Span:
    """`span` up to `at`, if an amount is left before it."""
    for match in at.finditer(span.of(passage.text)):
        head = span.of(passage.text)[: match.start()]
        if any(c.isdigit() for c in head) or len(head.split()) >= 3:
            tail = _VERB_AT_END.search(head)
            end = tail.start() if tail else match.start()
            return trimmed(passage, Span(span.start, span.start + end))
    return trimmed(passage, span)
