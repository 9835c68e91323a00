"""How often: "three times a day", "every 4–6 hours", "q6h", "morning and evening", "3 r/day".

One pattern a way of saying it, in order: earlier patterns win, and what they matched is masked for
the later ones. What each comes to is reckoned in `rhythm`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import FREQUENCY, LEFT, RANGE, mask
from pipeline.stages.dosing.reading.rhythm import (
    PART,
    PERIOD,
    Frequency,
    read_adverb,
    read_bare_times,
    read_clock,
    read_count,
    read_crossed,
    read_daily,
    read_divided,
    read_every,
    read_few,
    read_hours_a_day,
    read_latin,
    read_meals,
    read_meals_and_bed,
    read_once,
    read_other,
    read_parts,
    read_period,
    read_ratio,
    read_repeat,
    read_unclear,
    read_weak,
    read_whole_day,
)
from pipeline.stages.dosing.reading.weekdays import (
    read_days_a_week,
    read_letters,
    read_week,
    read_weekdays,
)
from pipeline.text import units
from pipeline.text.sieve import Sieve

_TIMES = r"(?:times|time|x|doses|dose|intakes|applications|receptions)"
_A_DAY = r"(?:(?:a|1|each|every|per|in|in a) ?(?:day|24 hours)|everyday|daily)"
_LINK = (
    r"(?:, and |,? and |,? & | ?\+ ?| n |, |/| - )"
    r"(?:in the |at |before |with |after |once (?:in the |at )?)?"
)
_PER = (
    r"(?:a|an|per|each|every|/|in a|in 1|in the(?= day\b)|in|for(?: the)?(?= day\b)|over"
    r"|during the|by)"
)
_N = rf"{LEFT}(?P<n>{RANGE})"
_NO_CAP = r"(?<!more than )(?<!up to )(?<!exceed )(?<!at most )(?<!max )(?<!maximum )(?<!imum of )"
"""Behind these words a bare number is the most pieces a day: "no more than 8 a day"."""
_TIME = r"(?:hours?|hrs?|hrly|h|minutes?|mins?|days?|d|weeks?|wk|w|months?|mo)"
_LONE = r"(?:day|week|month|hour|night|year|24 hours)"
_DAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?"
_LETTER = r"(?:m|tu?|w|th|f|sa?|su)"
_CLOCK = r"(?:at )?[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:am|pm|a\.m\.?|p\.m\.?|o'clock)(?!\w)"
_AFTER = r"(?! (?:later|after|before|ago|off|or 2|or so|earlier|old|long|in advance))\b"
_PATTERNS: tuple[tuple[str, Callable[[re.Match[str]], Frequency | None]], ...] = (
    (rf"\b(?:per|an|every|each) hour,? (?:for )?{_N} hours (?:a|per|each) day\b", read_hours_a_day),
    (rf"\b(?:times (?:a|per) day|how often|frequency) ?[-:=] ?{_N}(?! ?[a-z])", read_daily),
    (rf"\brepeat(?:ed)?(?: (?:it|the dose|this))? (?:after|in) {_N} ?(?P<p>hours?|hrs?"
     rf"|h)\b", read_repeat),
    (
        r"\b(?:with|after|before) (?:each |every |the )?(?:main )?meals? and (?:at "
        r"|before )(?:bed(?:time)?|night|sleep)\b",
        read_meals_and_bed,
    ),
    (r"\bq?ac ?(?:&|and|,) ?q?hs\b", read_meals_and_bed),
    (r"\bmane ?(?:et|and|&|/|,) ?nocte\b", read_parts),
    (rf"(?<=\bpo )(?:{PART}|q?hs)(?:(?: ?[,/&] ?| and | )(?:{PART}|q?hs)){{0,4}}\b"
     r"|\b(?:every|each|(?:in )?the) [ap]m\b", read_parts),
    (r"\bsmok(?:e[sd]?|ing) [^.,;]{0,30}?(?:a|per|each|every) day\b", read_unclear),
    (rf"{_N} days (?:a|per|each) week\b", read_days_a_week),
    (rf"(?:\b(?P<o>twice|thrice)|{_N} ?{_TIMES}) ?(?:every|each|per|in) (?P<m>{RANGE}) ?-?"
     rf"(?P<p>{_TIME})\b", read_ratio),
    (rf"\b(?:on |from )?(?P<a>{_DAY}) ?(?:to|-|through|until) ?(?P<b>{_DAY})\b", read_week),
    (rf"\b(?:on |every )?{_DAY}(?:(?: ?[,/&] ?| and |, and | ){_DAY}){{1,6}}\b"
     rf"|(?:(?<=\bpo )|(?<=weekly )){_DAY}\b|\b(?:every|each) (?:mon|tues|wednes|thurs|fri|satur"
     rf"|sun)day\b"
     rf"|\b(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days\b", read_weekdays),
    (rf"\b{_A_DAY},? (?:for )?{_N} times?\b(?! ?(?:a|per|each|every|/) ?day)", read_daily),
    (rf"{_N} ?-?{_TIMES} ?-?(?:{_PER} ?(?:1 )?(?P<p>{_LONE}|d\b))\b", read_count),
    (rf"{_N} ?-?{_TIMES} ?-?(?P<p>daily|weekly|monthly|nightly|yearly|everyday|day)\b", read_count),
    (rf"{_N} times in days\b", read_daily),
    (rf"{_N} ?/ ?(?P<p>day|d|week|24 hours)\b", read_count),
    (
        rf"(?<!\w)x ?(?P<n>{RANGE}) ?(?:a |per |each |every |/ ?|in a )?"
        r"(?P<p>day|daily|week|weekly)\b",
        read_count,
    ),
    (
        r"\b(?P<o>once|twice|thrice)(?:(?: or |-| to |/)(?P<o2>twice|thrice|3 times))? ?-?"
        rf"(?:(?:{_PER}) ?(?:1 )?)?(?P<p>{_LONE}|daily|weekly|monthly|nightly|yearly|morning"
        r"|evening)\b",
        read_adverb,
    ),
    (
        r"\b(?:once |1 time |(?<!^)(?<!take )1 )?(?:every|each|q\.?(?= ?[0-9]| ?(?:hour|day|wk|week"
        r"|month))"
        r"|in every) ?(?:(?P<n>"
        rf"{RANGE})(?:st|nd|rd|th)?)? ?-?(?:(?:single|blessed|damn|goddamn) )?(?P<p>{_TIME})\b"
        r"(?! of (?!(?:a|the) (?:[a-z-]+ )?(?:day|night)))",
        read_every,
    ),
    (rf"\b(?:not? |never )(?:more (?:often|frequently)|oftener|(?<=repeat not )earlier"
     rf"|(?<=repeat not )sooner) than (?:once )?(?:in|every|each|after) {_N} ?(?P<p>hours?|hrs?"
     rf"|h)\b", read_every),
    (rf"\b(?:1 time|once) (?:in|per) (?P<n>{RANGE}) ?-?(?P<p>{_TIME})\b", read_every),
    (
        rf"\b(?:at |with |in )?(?:an? |(?:minimum |)intervals? of (?:at least )?)?{_N} ?-? ?"
        rf"(?P<p>hourly|hrly|hours?)(?: intervals?| apart| between (?:doses|intakes))?"
        r"(?:(?<=hourly)|(?<=hrly)|(?<=intervals)|(?<=interval)|(?<=apart)|(?<=doses)"
        r"|(?<=intakes))\b",
        read_every,
    ),
    (rf"\bintervals? (?:of|is|-) ?{_N} ?-?(?P<p>hours?)\b", read_every),
    (
        r"\b(?:once )?every (?P<o>other|second|2nd|third|3rd) (?P<p>day|week|night|morning|evening"
        r"|hour|month)\b",
        read_other,
    ),
    (r"\b(?:on )?(?P<o>alternate) (?P<p>days)\b", read_other),
    (rf"(?<![a-z/])(?:{_LETTER}(?:/{_LETTER}){{2,6}}|t/th)(?![a-z/])", read_letters),
    (
        r"(?<![\w.])(?P<o>b\.?i\.?d|b\.?d\.?s?|t\.?i\.?d|t\.?d\.?s|q\.?i\.?d|q\.?d\.?s|q\.?o\.?d"
        r"|eod|t\.?i\.?w|b\.?i\.?w|q\.?d|o\.?d|q ?hs|x?hs|h\.s|q ?\.?a\.?m|q ?\.?p\.?m|qn|nocte"
        r"|mane"
        r"|(?:(?<=po )|(?<=tab )|(?<=tabs )|(?<=mg )|(?<=ml ))ad)\b\.?",
        read_latin,
    ),
    (
        rf"\b(?:in the |at (?:the )?|(?:with|after|before) (?:the )?|once (?:in the |at )?)?{PART}"
        rf"(?:{_LINK}{PART}){{1,4}}\b",
        read_parts,
    ),
    (
        r"(?:\b(?:(?:once )?(?:in the|every(?: single)?|each|at(?: the)?)"
        r"|(?:once )?daily at) )(?:morning|noon|midday|afternoon"
        r"|evening|night"
        r"|bedtime)s?\b(?! (?:after|sugar))",
        read_parts,
    ),
    (
        r"\b(?:before (?:going to )?(?:bed(?:time)?|sleep(?:ing)?|lights[- ]out|(?:a|the) dream)"
        r"|(?:with|after|before|at) "
        r"(?:breakfast|lunch(?:time)?|dinner|supper|tea-?time)|on waking(?: up)?|for the night"
        r"|overnight)\b",
        read_parts,
    ),
    (r"(?:^|(?<=[.;:,] ))(?:morning|breakfast|noon|lunch|dinner|supper|evening|night"
     r"|bedtime)(?=:)", read_parts),
    (
        r"\b(?:finish|end|close|start|begin|open) (?:the|your|every|each) (?:day|evening|night"
        r"|morning) with\b",
        read_weak,
    ),
    (rf"\bat {_CLOCK}(?:(?:, | and |, and | & ){_CLOCK}){{0,3}}", read_clock),
    (rf"(?<=, ){_N} times(?=[.;]|$)|(?:(?<=mg )|(?<=ml )|(?<=tablet )|(?<=tablets )|(?<=drops )"
     rf"|(?<=capsule )|(?<=capsules )|(?<=glass )|(?<=spoon )|(?<=spoons )|(?<=pill )|(?<=pills ))"
     rf"(?P<m>{RANGE}) times(?=[.;,]|$)", read_bare_times),
    (r"\bq ?[ap]\.?c\b", read_meals),
    (
        r"\b(?:with|at|after|before|during) (?:each(?: of (?:the |your )?3)?|every|(?:the )?3)"
        r"(?: main)? "
        r"(?:meals?|feeds?|feeding)\b",
        read_meals,
    ),
    (
        rf"(?!(?:^|(?<=take ))1 ){_NO_CAP}{_N} (?:a|per|each) (?P<p>day|week|month)\b",
        read_few,
    ),
    (
        rf"(?<=[0-9]) ?[x*] ?(?P<n>{RANGE})(?! ?(?:{units.UNIT_WORDS})\b)"
        r"(?! ?-?(?:[0-9]|days?\b|weeks?\b|months?\b|times?\b))(?![a-z])",
        read_crossed,
    ),
    (rf"(?<![\w])x ?(?P<n>{RANGE})(?! ?(?:[a-z0-9-]))", read_crossed),
    (
        rf"\b(?:(?:divided |split )(?:into |over )|in )(?P<n>{RANGE}) (?:divided |equal "
        rf"|separate )?"
        r"(?:doses|portions|intakes|parts)\b",
        read_divided,
    ),
    (
        r"\b(?:spread(?: out)? (?:over|through|across|throughout) (?:the|a) (?:whole )?day"
        r"|(?:over|throughout) the (?:whole )?day|in (?:equally )?divided (?P<n>)doses)\b",
        read_divided,
    ),
    (
        r"\b(?:in|within|over|per|during)(?: any| each| a| 1)? (?:24[- ]?(?:hours?|hrs?|h)"
        r"(?: period)?|1 day)\b|\bin a day\b",
        read_whole_day,
    ),
    (r"\btimes (?:a|an|per|in a) (?:day|hour|week|month|night)\b", read_unclear),
    (r"/ ?(?P<p>day|week|24 hours|d|24 ?h)\b", read_period),
    (
        r"(?<!\w)(?<!for )(?<!within )(?<!in )(?<!after )(?<!about )(?<!than )(?<![,;:] )"
        rf"(?:a|an|per|each|every) (?P<p>day|week|month|night|24 hours)\b{_AFTER}",
        read_period,
    ),
    (rf"(?<!half )(?<!within )(?<!in )(?<!for )(?<!after )\b(?:an"
     rf"|per) (?P<p>hour){_AFTER}", read_period),
    (r"(?<!painful )(?<!from )(?<!heavy )(?<!abundant )(?<!during )(?<!before )(?<!the )"
     r"\b(?P<p>monthly)\b(?! (?:pains?|cramps?|periods?|bleeding|blood|cycles?|discharges?))",
     read_period),
    (r"\b(?P<p>daily|everyday|nightly|weekly|hourly)\b", read_period),
    (
        r"\b(?:taken?|used?|given?|swallow(?:ed)?|drunk|drink|appl(?:y|ied)) (?:only )?once\b"
        r"(?! (?:you|the|your|it))|\b(?:as|in) a single dose\b|\b(?<!at )once(?= ?(?:[.,;)]|$))"
        r"|(?<=[-:,] )once(?= [0-9])"
        r"|\bstat\b|\bsingle[- ](?:dose|use)\b(?! ?(?:of|is|should|for|-|:|=)(?![a-z]))",
        read_once,
    ),
    (r"\bon an empty stomach\b|\b(?:during|through) the day\b", read_weak),
)  # fmt: skip
_COMPILED = Sieve(re.compile(pattern) for pattern, _ in _PATTERNS)
_CUE = re.compile(
    r"da[yi]|hour|hr|week|month|night|morning|evening|noon|bed|meal|feed|once|twice|[0-9] ?[x*]"
    r"|x ?[0-9]"
    r"|\bq|\b[bt]\.?[idD]|\bod\b|\bo\.d|hs\b|mane|sleep|stomach|doses|breakfast|lunch|dinner|supper"
    r"|interval|waking|teatime|tea-time|dose|after [0-9]|[0-9] ?h\b|/d\b|alternate|year|min"
    r"|eod|nocte|mane|/[mtwfs]|clock|stat\b|\bad\b|[ap]\.?m\b|times|lights|dream|sun|mon|tue|thu|wed|fri|sat"
)
EACH_DAY = Frequency(Span(0, 0), (1.0, 1.0), PERIOD, "once a day")
"""What a course counted in days of the cycle says about how often."""

AS_NEEDED = re.compile(
    r"\b(?:prn|p\.r\.n|pro re nata|sos|(?:as|if|when(?:ever)?|where) (?:it is |it's |you )?"
    r"(?:needed|need(?! for| it for)(?: it)?|required?|necessary)|whenever|on demand"
    r"|up to(?= (?:[0-9]{1,2}|once|twice)(?: times)? (?:(?:a|per|each|every) (?:day|24)"
    r"|daily)))\b\.?"
)


def find_frequencies(text: str) -> tuple[Frequency, ...]:
    """Frequencies in masked lower-case `text`, disjoint and in order; earlier patterns win."""
    if not _CUE.search(text):
        return ()
    found: list[Frequency] = []
    for index in _COMPILED.possible(text):
        _, read = _PATTERNS[index]
        taken: list[Span] = []
        for match in _COMPILED[index].finditer(text):
            frequency = read(match)
            taken.append(Span(*match.span()))  # also when absurd: no part of it says "a day"
            if frequency is not None:
                found.append(frequency)
        if taken:
            text = mask(text, taken, FREQUENCY)
    return tuple(sorted(found, key=lambda frequency: frequency.span))
