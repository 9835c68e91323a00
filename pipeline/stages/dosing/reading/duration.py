"""How long: "for 5 days", "7–10 days in a row", "until the bleeding stops".

A number of days is a duration only where words say so; "after 6 weeks", "3 days ago", "at 30 weeks"
and "on day 21" are points in time. An advice limit ("see a doctor if it lasts over 7 days") bounds
a course too, but weakly: any plain duration is preferred to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import DRUG, FREQUENCY, LEFT, NUMBER, RANGE, read_range
from pipeline.text.sieve import Sieve

_DAYS = {
    "d": 1,
    "wk": 7,
    "mo": 30,
    "mth": 30,
    "day": 1,
    "night": 1,
    "evening": 1,
    "morning": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30,
}
_YEAR = 365
LONGEST_DAYS = 100 * 365.0


@dataclass(frozen=True, slots=True)
class Duration:
    """`days` (low, high), or None for an open end; `advice` marks a limit for seeing a doctor,
    `daily` a course counted in days of the cycle, one dose on each unless more are stated."""

    span: Span
    days: tuple[float, float] | None
    advice: bool = False
    daily: bool = False


_N = rf"(?P<n>{RANGE}|(?:a )?couple(?: of)?|an?|the(?: whole)?)"
_U = (
    r"(?:full |whole |entire |good |solid |straight |consecutive )?"
    r"(?P<u>day|night|evening|morning|week|fortnight|month|year)s?"
)
_SHORT = r"(?P<u>day|week|month|d|wk|mth|mo)s?"
_ABOUT = (
    r"(?:about |around |approximately |roughly |up to |at least |at most |no more than "
    r"|not more than "
    r"|no longer than |not longer than |a maximum of |maximum |max |the next |the first |another "
    r"|a further |more than |over |only |a full |a course of |a total of |the entire |some "
    r"|less than ){0,3}"
)
_ROW = r"(?: (?:in a row|running|straight)\b)?"
_NOT = (
    r"(?! (?:old|ago|later|before|earlier|of age|pregnant|of pregnancy|gestation|a week|per week))"
)
_MOST = (
    r"(?:up to|no more than|not more than|no longer than|not longer than|longer than|at most"
    r"|max(?:imum)?\.?(?: of)?|not exceed(?:ing)?|does not exceed)"
)
_COURSE = (
    r"(?:course|treatment|therapy|duration|cure|regimen|admission|reception|intake|period"
    r"|(?:continuous|continued|uninterrupted|total) (?:service|use|taking|application"
    r"|administration|medication|dosing)|insist(?:s|ed)? on"
    r"|persist(?:s|ed)? (?:for|with it)|stick (?:to|with) it)"
)
_SPANS = (
    rf"\b(?:for|during|lasting|lasts?|last for|over|continues? for) {_ABOUT}{_N}[ -]?{_U}"
    rf"\b{_NOT}{_ROW}",
    rf"(?<![a-z])x ?(?P<n>{RANGE})[ -]?{_SHORT}\b{_NOT}",
    rf"\b{_MOST} {LEFT}{_N}[ -]?{_U}\b{_NOT}",
    rf"{LEFT}(?P<n>{RANGE})[ -]{_U}(?= of {DRUG})",
    rf"\b(?:at least|not less than|no less than) {LEFT}(?P<n>{RANGE})[ -](?P<u>week"
    rf"|month)s?\b{_NOT}",
    rf"{LEFT}{_N} {_U} (?:in a row|running|straight|consecutively|at a stretch|in succession)\b",
    rf"{LEFT}(?P<n>{RANGE})[ -]{_U} (?:course|treatment|cure|regimen|therapy)\b",
    rf"\b{_COURSE}(?: of (?:treatment|therapy|admission|use|taking))?(?: is| of| lasts| for|:| -"
    rf"|,)? {_ABOUT}{LEFT}(?P<n>{RANGE})[ -]{_U}\b{_NOT}",
    rf"\b(?P<u>day|week)s ?[-:=] ?(?P<n>{RANGE})(?! ?[a-z0-9])",
    rf"\bstop(?:ped|ping)? (?:it |them )?after (?P<n>{RANGE}) {_U}\b",
    rf"{LEFT}(?P<n>{RANGE}) {_U} (?:max(?:imum)?|at most|tops)\b",
    rf"\b(?:for )?(?:the )?first {_N} {_U}(?= (?:of|after|when|with|heavy|\x01)\b|[,.;)]|$)",
    rf"\b(?:for )?(?:all|the whole) {LEFT}(?P<n>{RANGE}) {_U}\b{_NOT}",
    rf"\bstop(?:s|ped|ping)?(?: (?:it|them|taking it|using it|treatment|the course))?"
    rf" (?:after|at) {_N} {_U}\b{_NOT}",
    rf"(?<![a-z] ){LEFT}(?P<n>{RANGE}) {_U} (?:max(?:imum)?|at (?:the )?most|tops|only|in all"
    rf"|altogether)\b",
    rf"{LEFT}(?P<n>{RANGE}) {_U} now\b",
    rf"\b(?:reception|admission|course|use|it|this) lasts? {LEFT}(?P<n>{RANGE}) {_U}\b",
    rf"\blength of (?:use|treatment|course)[:,-]? {_ABOUT}{LEFT}(?P<n>{RANGE}) {_U}\b",
    rf"\b(?:after|once) (?:the |these )?(?P<n>{RANGE}) {_U}(?= (?:your|the) (?:doctor|gp|course)"
    rf"| (?:at|on) (?:{NUMBER} ?m?c?g|\x01))",
    r"\b(?:in|during|for) the (?:first|whole|entire|flu|cold|next)(?: [a-z]+)? (?P<u>week"
    r"|month)\b()",
)
_BEHIND = (
    rf"(?<=[{FREQUENCY}])[,;]? (?:within|during|in the course of|throughout|and(?: for)?) {LEFT}"
    rf"(?P<n>{RANGE}|an?) {_U}(?=[ ,.;)]|$)",
    rf"(?<=[{FREQUENCY},;:(-]) ?{LEFT}(?P<n>{RANGE}|an?) {_U}(?=[ ,.;)]|$)(?! [a-z])",
    rf"(?<=[{FREQUENCY}])[,:;]? (?P<n>{RANGE}) {_U}\b(?! (?:before|after|later|of|on))",
    rf"(?<=[{FREQUENCY}]),? (?:with)?in (?:the course of )?(?P<n>{RANGE}|an?) {_U}\b"
    r"(?! (?:of|after|before))",
)
_COMPILED = Sieve(re.compile(pattern) for pattern in _SPANS)
_COMPILED_BEHIND = tuple(re.compile(pattern) for pattern in _BEHIND)
_CYCLE = re.compile(
    rf"\b(?:from )?(?:cycle )?(?:the )?(?:days? )?{LEFT}(?P<a>[0-9]{{1,2}})(?:st|nd|rd|th)?"
    r"(?: ?- ?| to | till | until | through )(?:the )?(?:day )?(?P<b>[0-9]{1,2})(?:st|nd|rd|th)?"
    r"(?: day\b)?"
)
_ADVICE = re.compile(
    rf"\b(?:after|over|more than|longer than|beyond|for|exceeds?|than) (?P<n>{RANGE}) {_U}\b{_NOT}"
)
_MORE = re.compile(r"^last|^over|(?<!no )(?<!not )\b(?:more|longer) than|\bover\b")
_AGE = re.compile(r"\b(?:child(?:ren)?|kids?|infants?|bab(?:y|ies)|adults?|people|aged?) over\b")
_LASTS = re.compile(r"\b(?:lasts?|persists?|continues?|still|worse|improve|better|longer)\b")
_HELP = re.compile(r"\b(?:doctor|physician|pharmacist|gp|medical|specialist|nurse|clinic)\b")
_OPEN = re.compile(
    r"\b(?:un)?till?\b(?! (?:about |around )?(?:the )?[0-9])(?! (?:finished|then|now"
    r"|the (?:full |whole )?"
    r"(?:course|pack|packet|end|prescription)|(?:the )?(?:next )?(?:morning|evening|day)"
    r"|you (?:see|talk|"
    r"speak|consult|reach)|your (?:doctor|gp|appointment|next)|a doctor|medical|help"
    r"|it is finished|birth|dissolved|smooth|boil))"
    r"(?:(?!,? (?:but|though|yet|only) |,? (?:no|not|never|at most|max|up to)\b)[^.;\n]){0,60}"
    r"|\b(?:for life|lifelong|all (?:my|your|his|her|their) life|for the rest of (?:my|your|his"
    r"|her|their) "
    r"li(?:fe|ves)|forever|for ever|(?:for )?as long as|for as many (?:days|weeks|months|years) as"
    r"|all year round|the whole year round|constantly|continuously|indefinitely|permanently"
    r"|without (?:a |any )?(?:breaks?|interruptions?|end|time limit)|course after course"
    r"|endlessly)\b"
)
_CUE = re.compile(r"day|week|month|year|night|fortnight|evening|morning|x ?[0-9]")


def find_durations(text: str) -> tuple[Duration, ...]:
    """Durations in masked lower-case `text`, disjoint and in order; earlier patterns win."""
    found: list[Duration] = []
    if _CUE.search(text):
        for index in _COMPILED.possible(text):
            for match in _COMPILED[index].finditer(text):
                loose = bool(_MORE.search(match.group()))
                if not _AGE.search(text, max(0, match.start() - 12), match.start() + 5) and (
                    not loose or _HELP.search(text)
                ):
                    _keep(found, match, _days(match), advice=loose)
        _cycle(found, text)
        if _HELP.search(text) and _LASTS.search(text):
            for match in _ADVICE.finditer(text):
                _keep(found, match, _days(match), advice=True)
    for match in _OPEN.finditer(text):
        _keep(found, match, None)
    return tuple(sorted(found, key=lambda duration: duration.span))


def find_trailing(text: str) -> tuple[Duration, ...]:
    """Durations that stand bare behind a masked frequency: "3 times a day, 10 days"."""
    found: list[Duration] = []
    if (FREQUENCY in text or DRUG in text) and _CUE.search(text):
        for pattern in _COMPILED_BEHIND:
            for match in pattern.finditer(text):
                _keep(found, match, _days(match))
    return tuple(found)


def _days(match: re.Match[str]) -> tuple[float, float] | str:
    days = _DAYS.get(match["u"], _YEAR)
    words = match.groupdict().get("n") or "1"
    if words == "the" and days == 1:
        return "during the day is no course"
    counted = (1.0, 1.0) if words[0] in "at" else read_range(words)
    if "couple" in words:
        counted = (2.0, 2.0)
    if counted is None or counted[1] * days > LONGEST_DAYS:
        return "absurd"
    return counted[0] * days, counted[1] * days


def _cycle(found: list[Duration], text: str) -> None:
    """ "From the 5th to the 9th day", "from day 5 to day 9": both days count."""
    for match in _CYCLE.finditer(text):
        words = match.group()
        stated = any(word in words for word in ("from", "th", "cycle", "days"))
        stated = stated or (match.start() == 0 and text.startswith(":", match.end()))
        if "day" in words and stated:
            first, last = int(match["a"]), int(match["b"])
            if 0 < first < last <= 60:
                _keep(found, match, (float(last - first + 1), float(last - first + 1)), daily=True)


def _keep(
    found: list[Duration],
    match: re.Match[str],
    days: tuple[float, float] | str | None,
    *,
    advice: bool = False,
    daily: bool = False,
) -> None:
    span = Span(*match.span())
    if isinstance(days, str) or any(other.span.overlaps(span) for other in found):
        return
    found.append(Duration(span, days, advice, daily))
