"""How long, in words too vague or too clumsy to reckon with: "through the winter", "insist half
month", "Length: 12 months".

`duration` reads what arithmetic needs. These are the rest, and an article's reader wants them too.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import DRUG, FREQUENCY, LEFT, NUMBER, RANGE, found_in
from pipeline.text.sieve import Sieve

_PERIOD = r"(?:days?|nights?|weeks?|wks?|months?|mos?|years?|yrs?|fortnights?|seasons?)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_SPAN = (
    r"(?:winter|summer|spring|autumn|fall|(?:flu|cold|hay fever|pollen|allergy|rainy) season|season"
    r"|pregnancy|(?:first|second|third|last|1st|2nd|3rd) trimester|epidemic|outbreak|holidays?|trip"
    r"|journey|menopause|stay|acute phase|whole (?:course|period|year|winter)|rest of (?:the|your"
    r"|her|his|my) (?:life|pregnancy)|breastfeeding)"
)
_ABOUT = (
    r"(?:about |around |approximately |roughly |up to |at least |at most |no more than |not more"
    r" than "
    r"|no longer than |not longer than |a maximum of |the next |the first |another |a further "
    r"|only "
    r"|a full |a total of |the |the whole |the entire |all )?"
)
_PATTERNS = (
    rf"\b(?:on |from )?days? {NUMBER} ?(?:-|to|through) ?(?:day )?{NUMBER}\b",
    r"\bfor (?:many |several |a few |some |the past |the last |a couple of |some more )?(?:days"
    r"|weeks"
    r"|months|years)\b(?! old)",
    rf"\bsince (?:{_MONTH}|last (?:week|month|year|{_MONTH})|childhood|birth)\b",
    rf"\bfrom {_MONTH} (?:to|through|till|until|up to) {_MONTH}\b",
    rf"\b(?:for|not|no) (?:more|longer|less) than (?:{RANGE}|an?) {_PERIOD}\b",
    rf"\bfor {_ABOUT}(?:{RANGE}|an?|a few|several) {_PERIOD} (?:at (?:most|least)|or (?:more|less"
    r"|longer)|maximum|max|only)\b",
    rf"(?<=use )over {RANGE} (?:days?|weeks?|months?)\b",
    rf"\b(?:reduc\w+|taper\w*|increas\w+|wean\w*|titrat\w+|build\w*|stepp?\w*|rais\w+|withdr\w+"
    rf"|cut\w*)"
    rf"[^.;]{{0,40}}? (?P<x>over {_ABOUT}(?:{RANGE}|a few|several) {_PERIOD})\b",
    rf"\b(?:over (?:about )?{RANGE} ?(?:minutes?|mins?|hours?|hrs?|h)|for (?:up to |about |at"
    rf" least )?"
    rf"{RANGE} ?(?:hours?|hrs?)|over an hour)\b",
    rf"\b(?:stop(?:ped)? after|needs?(?: a)?(?: full| solid)?|give it|course(?: is| of| lasts|"
    rf" makes)?"
    r"|insist|persist|continue|course of treatment(?: is| makes| lasts| -|:)?|treatment(?: course)?"
    rf"(?: is| makes| lasts|:)|simple:) (?P<x>{_ABOUT}(?:{RANGE}|0\.5(?: an?)?|an?) {_PERIOD})\b",
    r"\ball (?:spring|summer|autumn|winter|season|week|month|year)(?: long)?\b",
    r"\bwithin an? (?:week|month)\b(?! (?:of|after|before))",
    rf"\bcourse of [a-z {DRUG}-]{{0,40}} (?:lasts|takes|is) (?P<x>{_ABOUT}{RANGE} {_PERIOD})\b",
    rf"\b{_ABOUT}(?:{RANGE}|0\.5) {_PERIOD}(?= (?:is|are|as|makes?|for|equals) (?:1|an?)"
    rf" (?:treatment )?"
    r"(?:course|cycle)\b)",
    rf"\b(?:length|duration|course|days' supply|supply|days)(?: of (?:treatment|therapy|use))?"
    rf" ?(?::|=|-|\|)+ ?(?P<x>{_ABOUT}{RANGE} {_PERIOD})\b",
    rf"(?:[|/;]|\.\.\.|::) ?(?P<x>(?:x ?)?{_ABOUT}{RANGE}[ -]?(?:{_PERIOD}|d|wk))(?= ?(?:[|/;.]"
    rf"|::|$))",
    rf"\b(?:within|during|throughout|in the course of|for) {_ABOUT}(?:{RANGE}|0\.5) {_PERIOD}\b"
    r"(?! (?:of (?:birth|delivery|onset|each|symptom|exposure|stopping|surgery|starting|the)|after"
    r"|before|old|ago))",
    rf"\b(?:through|throughout|during|for) (?:all |the whole |the entire |the |all the |your |her "
    rf"|my )(?:rest of )?(?:the )?{_SPAN}\b",
    rf"\b(?:continuous(?:ly)?|consecutive|successive|continue|in a row|persist(?: for)?|keep(?:"
    rf" up)?"
    rf"(?: for)?|total|altogether)(?: for)? {RANGE} {_PERIOD}\b",
    r"\bfor a (?:long|short) (?:time|while)\b|\bfor (?:the )?(?:full|whole) course\b|\bfor good\b",
    r"\b(?:need |in the |over the |for the )?(?P<x>long[- ]term)\b(?! (?:use|effect|side|treatment"
    r"|therap|care|risk|condition|medic|safety|stud))",
    r"\buntil (?:gone|finished|all (?:gone|taken|used)|completed?|the (?:pack|course|bottle|box"
    r"|tube"
    r"|supply|pills?|tablets?) (?:is|are) (?:finished|gone|empty|used up|completed?)|further notice"
    r"|(?:full|complete) recovery|healed|resolved|better|cured|clear|dry|symptom[- ]free)\b",
    rf"(?<=[{FREQUENCY}] )x ?{RANGE} ?(?:d|days?|wks?|weeks?|mo|months?|nights?|doses)\b",
    rf"{LEFT}x ?{RANGE}(?:d|wks?|mo|/7|/52|/12)\b|(?<![\w/]){NUMBER}/(?:7|52|12)(?![\d/])",
    rf"(?:\bhs|\bqhs|nocte|nightly|bedtime) (?P<x>x ?{NUMBER})(?![\w.])",
    rf"\b(?:for )?{RANGE} (?:consecutive|successive|straight|full|whole) (?:days|nights|weeks"
    r"|months)\b",
)
_COMPILED = Sieve(re.compile(pattern) for pattern in _PATTERNS)


def find_lengths(text: str) -> tuple[Span, ...]:
    """Words in lower-case `text` for how long, too vague to reckon with; disjoint, in order."""
    return found_in(text, _COMPILED)
