"""When a dose is taken, in words that count nothing: "before meals", "as soon as it itches", "ac".

They say nothing of how many doses a day there are, so the arithmetic never sees them; a reader who
asks when to take it does.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import RANGE, found_in
from pipeline.stages.dosing.reading.triggers import TRIGGERS
from pipeline.text import units
from pipeline.text.sieve import Sieve

_UNIT = r"(?:minutes?|mins?|hours?|hrs?|h)"
_BY = (
    r"(?:in |for )?(?:at least |about |around |approximately |no later than |up to |shortly |just "
    r"|right |straight |immediately |directly )?(?:(?:0\.5|half) (?:an )?hour |an hour |the"
    r" (?:night"
    rf"|day|evening) |{RANGE} ?-?{_UNIT} )?"
)
_TO_NUMBER = r"(?:[0-9]{1,2}|an?|half an)"
_EATEN = (
    r"(?:meals?|food|eating|breakfast|lunch(?:time)?|dinner|supper|snacks?|feed(?:ing|s)?|brunch"
    r"|mealtimes?|iftar|suhoor|meal time)"
)
_MEAL = (
    r"(?:(?:each|every|the|your|a|an|main|largest|biggest|light|full|proper|evening|midday|morning"
    r"|heavy|fatty|fat-containing|substantial|small|low-fat|high-fat|any|some|first|last|three|3|2"
    r"|daily|next|little|solid|large|big)"
    rf" ){{0,4}}{_EATEN}"
)
_BED = (
    r"(?:(?:going to |you go to |you |local |the |your |each |every |night )?(?:bed(?:time)?"
    r"|sleep(?:ing)?|lights[- ]out|lie down|retiring|turning in|(?:going )?to sleep))"
)
_EVENT = (
    r"(?:(?:each|every|the|your|my|his|her|any|an?|first|next|long|planned|you|making|having|loose"
    r"|watery|big|heavy|wet|dirty|anticipated"
    r"|dental|main) ){0,3}"
    r"(?:travel(?:ling)?|journey|trip(?: to the (?:loo|toilet|bathroom))?|flight|fl(?:y|ying)"
    r"|sailing|boarding|departure|exercis(?:e"
    r"|ing)"
    r"|exertion|activity|sport|training|workout|sex(?:ual (?:activity|intercourse))?|intercourse"
    r"|procedure|surgery|operation|appointment|scan|test|colonoscopy|chemotherapy"
    r"|treatment|dialysis|infusion|exposure|sun exposure|going out|leaving|swimming|bath(?:ing)?"
    r"|shower(?:ing)?|shav(?:e|ing)|wash(?:ing)?|feed|nursing|breastfeeding|exit(?: from the"
    r" house)?"
    r"|nappy change|diaper change|dressing change|bowel movement|loose stool|stool|motions?"
    r"|urination"
    r"|menstruation|period|driving|run(?:ning)?|walk(?:s|ing)?|jog|ride|race|match|game|class"
    r"|exam|interview"
    r"|dentist|blood draw|mri|ct|speech|meeting|shift|party|concert|sunbathing|mowing|gardening"
    r"|trip to the (?:loo|toilet|bathroom)|brushing(?: (?:your )?teeth)?|cleaning(?: (?:your"
    r" )?teeth)?"
    r"|waking(?: up)?|rising|getting up|attack|episode|vomiting(?: episode)?|seizure)"
)
_DAYS = r"(?:day|night|morning|evening|afternoon|week|month)"
_PATTERNS = (
    r"\b(?:with or without|with/without|independent of) (?:food|meals?)\b",
    rf"\b(?:with|before|after|during)(?: or | and |/)(?:just |shortly )?(?:with|before|after)"
    rf" {_MEAL}\b",
    rf"\b(?:{_TO_NUMBER} {_UNIT}? ?(?:before|after) )?or {RANGE} {_UNIT} (?:before|after)"
    rf" {_MEAL}\b",
    rf"\b(?:{_BY}(?:before|after|following|prior to)|with|without|during|between|in between|in"
    rf" time of"
    rf"|alongside|apart from|away from|regardless of|at|independent(?:ly)? of) "
    rf"{_MEAL}(?<!at food)"
    rf"(?:(?:, | and | or |, and | ?/ ?){_MEAL}){{0,2}}\b",
    rf"\b{_BY}(?:before|after|prior to|at|on) {_BED}\b",
    rf"\b{_BY}(?:before|after|prior to|following|upon|with|during|between|per) {_EVENT}\b",
    rf"\b{RANGE} (?:hours?|days?|weeks?|months?) on(?:,| and| then| ?/)* {RANGE} (?:hours?|days?"
    rf"|weeks?"
    r"|months?) off\b",
    rf"\b(?:every (?:{RANGE} )?|during |in )(?:the )?waking hours?\b",
    rf"(?:\b(?:{units.FORM_WORDS})|m?c?g|ml|units) (?P<x>(?:q ?)?[ap]m)\b",
    rf"\b{RANGE} times? 1 (?:day|week)\b",
    r"\b(?:on|with|in) (?:an |a |your )?(?:empty|full|fasting) stomach\b|\bempty stomach\b",
    r"(?:\bwhile |\bwhen |(?<=take ))fasting\b",
    r"(?<![\w.])(?:ac|pc|a\.c\.|p\.c\.|c meals|c\. meals|cc\.?|q ?ac|q ?pc|qac|qpc|o\.m\.|o\.n\."
    r"|s\.i\.d\.?|sid|t\.i\.w\.?|tiw|b\.i\.w\.?|biw|q\.?w|q ?wk|q\.a\.d\.?|ante cibum|post cibum"
    r"|ter die|bis die|alt(?:ernis)? die(?:bus|m)?|h\.s\.|hor\.? som\.?|alt\.? h\.?|ac & hs"
    r"|q ?shift|m\.d\.u\.?|mdu|om|t\.d\.s\.?|t\.i\.d\.?|b\.i\.d\.?)"
    r"(?=[ ,.;)\"”]|$)(?<!cc)",
    r"\b(?:on|at) (?:about |roughly )?the same (?:times?|days?|hour)(?: (?:each|every|of|of the)"
    r" (?:day|night|morning|evening|week|month))\b|(?:(?<=day )|(?<=daily ))at the same time\b",
    r"\b(?:first|last) thing(?: (?:in the (?:morning|evening)|at night|before bed))?\b",
    r"\b(?:at|on) (?:the )?(?:very )?(?:first|earliest) (?:signs?|symptoms?|sniffle|hint|twinge"
    r"|tingle|onset|tickle|warning)(?: of (?:an? |the )?[a-z-]+(?: [a-z-]+)?)?\b",
    r"\bat (?:the )?onset of (?:an? |the |your )?[a-z-]+(?: (?:pain|attack|symptoms))?\b|\bon"
    r" (?:the )?other days\b",
    r"\b(?:in|around|at) (?:the )?(?:am|pm|a\.m\.|p\.m\.|wee hours|small hours)(?!\w)",
    r"(?<![\w:])(?:at |by |around )?[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:am|pm|a\.m\.?|p\.m\.?"
    r"|o'clock)(?!\w)|\bat [0-9]{1,2}:[0-9]{2}\b|(?<![\w:])[0-2][0-9]:00\b",
    r"(?<!\w)a\.m\.(?:(?: and |/)p\.m\.)?(?!\w)",
    r"\bon day 1\b(?!-)",
    r"\b(?:right |straight |immediately )?after (?:each|every) (?!day\b|application)[a-z]+(?: (?:to"
    r"|of) the [a-z]+| [a-z]+ movement| stool)?\b",
    *TRIGGERS,
    r"\b(?:whenever|as often as|any ?time|when) (?:you |it |the |your )?(?:like|itch(?:es|y)|hurts?"
    r"|wheez\w+|pain (?:starts|comes)|feel [a-z]+)\b",
    r"\bas (?:often|frequently) as (?:needed|necessary|required|you like|you want)\b",
    r"\b(?:(?:at|on) demand|ad lib(?:itum)?|(?:only )?when necessary)\b",
    r"\b(?:in |during )?(?:the )?early (?:in the )?morning(?: (?:on an )?empty stomach)?\b",
    r"\b(?:in (?:the )?(?:first|second) half of (?:the )?day|(?:late |early )?in the (?:late "
    r"|early )?"
    r"(?:morning|afternoon|evening|day)|late at night|midway through the day)\b",
    r"\b(?:at|for|on|by|during) (?:the )?(?:night(?:time|s)?|daytime|noon|midnight|dawn|sunrise"
    r"|sunset"
    r"|dusk|teatime|tea-time)\b(?! shift| sweats?)",
    r"(?:(?<=[|,;:/] )|^)(?:mornings?|evenings?|nights?|bedtime|noon|midday|nightly|breakfast|lunch"
    r"|supper|dinner)(?: (?:or|and|&|/) (?:mornings?|evenings?|nights?|bedtime|noon))?"
    r"(?= ?(?:[|;/.,:(]|$))|\b(?:mornings?|evenings?|nights?) (?:or|and|&) (?:mornings?|evenings?"
    r"|nights?|bedtime)\b|(?<=mg )(?:mornings|evenings|nights)\b",
    r"\b(?:the )?(?:next|following|same) (?:morning|evening|day|night)\b",
    rf"\b(?:repeat(?:ed)?|again)[^.;\d]{{0,20}}? (?P<x>(?:after|in) {RANGE} {_UNIT}"
    rf"|(?:after|in) {RANGE} (?:days?|weeks?|months?)|{RANGE} (?:{_UNIT}|days?|weeks?|months?)"
    rf" later)\b",
    rf"\b(?:{RANGE} (?:{_UNIT}|days?|weeks?|months?)|an hour|a (?:day|week|month)) (?:later"
    r"|apart)\b",
    rf"\b(?:about |around |at least )?(?:{RANGE} ?(?:hours?|hrs?|h|minutes?|mins?)|an hour)"
    rf" (?:before"
    r"|prior to) [a-z]+\b",
    r"\b(?:the )?(?:night|day|evening|morning) (?:before|of|after) (?:the |your )?"
    r"(?:[a-z]+ing|surgery|procedure|travel|test|scan|operation|flight|journey|departure)\b",
    r"\bwhile awake\b|\baround the clock\b|\bround the clock\b|\bday and night\b",
    r"\b(?:once only|only once|1 time only|x ?1(?: (?:dose|now|only|stat))?(?=[ ,.;)]|$)|just once)"
    r"(?=[ ,.;)\"]|$)",
    rf"\b(?:a|an|1|each|every) (?:day|week|month|night) {RANGE} times?\b|\bday {RANGE} times\b"
    rf"|\b{RANGE} times? (?:in|for|to|at|on|during|of) (?:the )?days?\b|\bthrough a day\b"
    rf"|\bthrough 1 day\b"
    rf"|\b{RANGE} times? (?:a|per|each) (?:24|{_DAYS})\b|(?<=mg )in (?:a )?day\b",
    rf"\b(?:morning|day) and (?:night|evening),? (?:each|every) 1 times?\b"
    rf"|\beach (?:day|night|morning|evening|week) {RANGE} times?\b"
    rf"|\bevery (?:year|month|week|day|night) {RANGE} times?\b",
    rf"\b24 hours? not (?:over|exceed(?:ing)?|more than) {RANGE} times?\b"
    rf"|\b(?:not more than |no more than |maximum(?: of)? |at most )?{RANGE} times in (?:a )?"
    r"24 ?(?:h|hours|hrs)\b",
    rf"\bfrom {RANGE} times (?:a|per) (?:day|week)\b|\b{RANGE} (?:nights?|days?|mornings?"
    rf"|evenings?)"
    r" (?:a|per|each|every|out of the) (?:week|month)\b",
    r"\b(?:once|twice|thrice|several times|a few times|many times) (?:or (?:twice|3 times) )?(?:a"
    r"|an|per"
    r"|each|every|in|in a|in the) (?:day|week|month|hour|night|year|fortnight|days)\b",
    r"\b(?:fortnightly|bi-?weekly|twice-weekly|thrice-weekly|yearly|annually|quarterly"
    r"|every (?:fortnight|year|quarter))\b",
    r"\b(?:between|with) (?:each |every )?(?:nappy|diaper|dressing) changes?\b",
    r"\bduring (?:an? |the )?(?:attacks?|flares?|menstruation|periods?|illness|episodes?)\b",
)
_COMPILED = Sieve(re.compile(pattern) for pattern in _PATTERNS)


def find_moments(text: str) -> tuple[Span, ...]:
    """Words in lower-case `text` that say when, disjoint and in order; earlier patterns win."""
    return found_in(text, _COMPILED)
