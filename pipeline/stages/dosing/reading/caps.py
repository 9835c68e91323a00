"""Stated maxima: "no more than 6 tablets in 24 hours", "max 4 g/day", "do not exceed 3 caplets".

A maximum is not a dose, it bounds one. Which of two things "up to" means is decided by company:
"up to 8 tablets a day" beside a dose is its cap, alone it is a permission and so a dose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import DRUG
from pipeline.stages.dosing.reading.quantities import Amount
from pipeline.stages.dosing.reading.rhythm import PERIOD, Frequency
from pipeline.text import units


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `amount` in a day, or at a time (`daily` False); `soft` is a mere "up to"."""

    span: Span
    amount: Amount
    daily: bool
    soft: bool


_TRIGGER = re.compile(
    r"\b(?:(?:no|not|never|n't)(?: to)?(?: (?:take|use|give|drink|chew|be|go|exceed(?:ed|ing)?"
    r"|should))?(?: (?:take|use))? ?(?:more than|over|above|beyond|exceed(?:ed|ing)?)?"
    r"|(?:without )?exceed(?:ing)?|at most|at the most|max(?:imum)?\.?(?: (?:daily|single|total"
    r"|allowed|recommended"
    r"|safe|permitted))?(?: (?:daily|single))?(?: (?:dose|dosage|amount|limit))?(?: (?:is|of"
    r"|for [a-z]+ is))?"
    rf"(?: (?:of|for) (?:the )?{DRUG}+)?"
    r"|(?:daily |upper )?(?:limit|ceiling)(?: (?:is|of))?|(?:daily"
    r"|a day) max(?:imum)?(?: (?:dose )?(?:is|of))?|up to"
    r"|go(?:es|ing)? over|(?:less|fewer|more) than|stay(?:ing)? (?:under|below))"
    r"(?: is| of|:| -)? ?(?:a total of |the |a |about )?$"
)
_NO_STOP = re.compile(r"^(?:no|not|never|n't)(?: (?:to|take|use|give|drink|chew|be|go|should))* ?$")
_DAILY = re.compile(r"\b(?:daily|a day|per day|in a day)\b")
_DAILY_DOSE = re.compile(r"\bdaily (?:dose|dosage|amount|intake|total|norm)[^.;,]{0,12}$")
_IN_DAY = re.compile(r"\b(?:in|for|during|over|within) (?:the |a |one |1 )?day,? (?:but )?$")
"""The day in front of its maximum: "but in a day not over 8 pieces"."""
_SUFFIX = re.compile(
    r" ?\(?(?:max(?:imum)?|at most|tops|at the (?:very )?(?:outside|most))\b"
    r"(?! [0-9])"
)
_PER_DAY = re.compile(
    r" ?(?:for|in|within|during|over|per) (?:the |any |a |each |one )?(?:whole )?"
    r"(?:24 ?-?(?:h|hrs?|hours?)|day|day and night)\b"
)
_BEHIND_DAY = re.compile(
    r" ?(?:in|within|per|a|over) ?(?:any |a |each )?(?:day|24 ?-?(?:h|hrs?|hours?)),? "
    r"(?:max(?:imum)?|at most|tops|at the (?:very )?(?:outside|most))\b(?! [0-9])"
)
"""The day between the maximum and its word: "four in 24 hours at the outside"."""
_TRIGGER_LENGTH = 60
_PERIOD_REACH = 40
_LOOKBACK = 36
_DOSES = 3


def find_caps(
    text: str, amounts: Sequence[Amount], frequencies: Sequence[Frequency]
) -> tuple[Cap, ...]:
    """The amounts that are maxima, with the period they hold for; `text` is lower case."""
    caps: list[Cap] = []
    for index, amount in enumerate(amounts):
        begin = max(0, amount.span.start - _TRIGGER_LENGTH)
        if index:
            begin = max(begin, amounts[index - 1].span.end)
        match = _TRIGGER.search(text, begin, amount.span.start)
        words = match.group() if match else ""
        suffix = _SUFFIX.match(text, amount.span.end) or _BEHIND_DAY.match(text, amount.span.end)
        if not (words.strip() and not _NO_STOP.match(words)) and not suffix:
            continue
        start = match.start() if match else amount.span.start
        period = _period(frequencies, amount, amounts[index + 1 :])
        said = _DAILY_DOSE.search(text, max(begin, start - _LOOKBACK), start)
        said = said or _IN_DAY.search(text, max(begin, start - _LOOKBACK), start)
        start = said.start() if said else start
        within = _PER_DAY.match(text, amount.span.end)
        daily = bool(period or said or within or _DAILY.search(words))
        daily = daily or _tops_rhythm(amounts, index, frequencies)
        behind = period.span if period else within or suffix
        end = behind.end() if isinstance(behind, re.Match) else behind.end if behind else 0
        soft = words.strip().startswith("up to") and not suffix
        caps.append(Cap(Span(start, max(end, amount.span.end)), amount, daily, soft))
    return tuple(caps)


def _tops_rhythm(amounts: Sequence[Amount], index: int, frequencies: Sequence[Frequency]) -> bool:
    """True for "500 mg every 4 hours, up to 4 g": a mass behind a whole regimen is the day's, if it
    is no less than a day of that regimen or three of its doses; less is taken at once."""
    amount, before = amounts[index], amounts[index - 1] if index else None
    if before is None or before.mass is None or amount.mass is None or amount.count is not None:
        return False
    behind = [f for f in frequencies if f.span.start >= amount.span.end]
    between = [f for f in frequencies if before.span.end <= f.span.start < amount.span.start]
    if not between or behind:
        return False
    most, one = (units.to_mg(mass.high, mass.unit) for mass in (amount.mass, before.mass))
    doses = min(between[-1].per_day[0], _DOSES)
    return most is not None and one is not None and most >= one * doses


def _period(
    frequencies: Sequence[Frequency], amount: Amount, later: Sequence[Amount]
) -> Frequency | None:
    """The "in 24 hours", "a day" or "daily" that belongs to `amount`."""
    for frequency in frequencies:
        near = amount.span.end <= frequency.span.start <= amount.span.end + _PERIOD_REACH
        ours = not (later and later[0].span.start < frequency.span.start)
        if near and ours and frequency.rank <= PERIOD and frequency.per_day == (1.0, 1.0):
            return frequency
    return None
