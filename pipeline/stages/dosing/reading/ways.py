"""The words that say which way a medicine goes: "by mouth", "in each nostril", "PO", "OS".

Prescribers' letters mean two things at once: OD is the right eye beside drops and once a day beside
tablets, AD the right ear or every other day. They are a place where something is dropped or
sprayed, no other place is named, and nothing else is left for them to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import REMEMBERED
from pipeline.text.sieve import Sieve

_WHOSE = r"(?:the |each |both |either |one |your |his |her |their |a |an |affected |right |left )"
_IN = rf"(?:in|into|inside|to|onto|on|up|down) {_WHOSE}{{0,3}}"
_VIA = r"(?:(?:via|by|through|per|down) )?(?:an? |the )?"
_SIDE = r"(?:left|right|both|each)"

SAID: dict[str, str] = {
    "intravitreal": r"intravitreal\w*|ivt(?: ?(?:od|os|ou))?",
    "intrathecal": r"intrathecal\w*",
    "epidural": r"epidural(?:ly)?(?! (?:anesth|anaesth|block|space|analg))",
    "intradermal": r"intraderm\w+|(?<=ml )id",
    "nasogastric": rf"{_VIA}(?:ngt|ng[- ]?tube|nasogastric(?: tube)?)",
    "gastrostomy": rf"{_VIA}(?:peg(?:[- ]tube)?|g-tube|gastrostomy(?: tube)?)",
    "intravenous": r"intravenous (?:drip|drop|infusion|injection)|intraven\w+|iv|i\.v\.?"
    r"|(?:in|into) (?:a|the) veins?|(?:by |as an? )?(?:iv )?drip infusion"
    r"|(?:through|via|by|on|in|into) (?:a|the|your) drip",
    "intramuscular": r"intramuscular\w*|i\.m\.?|im(?! (?:not|so|on|in|a|an|the|still|also|just|now"
    r"|going|gonna|sure|fine|ok|pregnant|[0-9]+ (?:weeks|years|yo|and)|[a-z]{2,}ing)\b)"
    r"|into (?:the|a) (?:muscle|buttock|thigh)(?: of the [a-z]+)?",
    "subcutaneous": r"subcutaneous\w*|sc|s\.c\.?|subcut|sub-?q|sq"
    r"|(?:just )?under the skin(?: of (?:the|your) [a-z]+)?",
    "sublingual": r"sublingual(?:ly)?|sl|s\.l\."
    r"|(?:under|beneath) (?:(?:the|your|his|her) )?tongue",
    "buccal": r"buccal\w*|(?:behind|inside|in) (?:a|the|your|her|his|each) (?:cheek|upper lip|lip)"
    r"|(?:to|against) the inner cheek"
    r"|(?:on|onto|along|into) (?:the |your |his |her |sore ){0,2}gums?"
    r"|(?:between|inside) (?:(?:the|your) )?(?:gum and )?(?:the )?cheek(?: and (?:the )?gum)?",
    "nasal": rf"nasally|intranasal\w*|{_IN}(?:side of the )?(?:nose|nostrils?)"
    r"|(?:(?:in|into|per|up) )?(?:each |either |both |every )?(?:side )?(?:nostrils?|nares?)"
    r"|(?:by|via) (?:the )?nose|(?:into (?:the |your )?)?nasal passages?",
    "ophthalmic": rf"ophthalmic(?:ally)?|{_IN}(?:[a-z]+ )?eye(?:s|\(s\))?|{_SIDE} eyes?"
    r"|(?:in|into|to) the corners? of (?:the |your |each )?(?:[a-z]+ )?eyes?"
    r"|(?:behind|under|inside|into|in|on) (?:the )?(?:lower |upper )?(?:eyelid|lid)s?"
    r"|ou|o\.u\.|(?<!per )os|o\.s\.|conjunctival|into the conjunctival sac",
    "otic": rf"otic|{_IN}ear canal|{_IN}(?:[a-z]+ )?ears?|{_SIDE} ears?|au|a\.u\."
    r"|as(?= (?:od|[bt]\.?i\.?d|qid|q[0-9]|q?hs|daily|prn))",
    "vaginal": r"vaginally|intravaginal\w*|pv|p\.v\.|per vaginam|by vagina"
    r"|(?:into|inside|in) (?:the |your )?vagina",
    "rectal": r"rectally|pr|p\.r\.|per rectum|(?:by|via) (?:the )?rectum|(?<=[0-9] )rectal"
    r"|(?:into|in|inside) (?:the |your )?(?:rectum|anus|back passage)",
    "transdermal": r"transdermal(?:ly)?|td",
    "inhaled": r"by inhalation|nebs?|inhaled"
    r"|(?:by|through|via) (?:an? |the )?(?:inhaler|nebuli[sz]er|spacer)",
    "topical": r"topical(?:ly)?|top(?= (?:od|[bt]\.?i\.?d|q|bd|prn|daily|\x03))"
    r"|(?:to )?aa(?= (?:[bt]\.?i\.?d|q\.?i\.?d|od|bd|qd|q[0-9]|daily|prn|twice|once))"
    r"|external(?:ly| use)|on the skin|(?:to|on|onto|over|into) (?:the |your )?"
    r"(?:clean,? |dry |affected ){0,3}(?:skin|scalp|affected(?: areas?| parts?| skin)?)",
    "oral": r"orally|by mouth|through the mouth|po|p\.o\.?|per os|(?:by|via) (?:the )?oral route"
    r"|(?<=taken )inside|^oral(?=,)",
}
"""Patterns of the words for each way, the strongest first."""

_FORMS = Sieve(re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") for words in SAID.values())
_ORDER = tuple(SAID)
_LONE = re.compile(r"\b(?:o\.?d|a\.?d)\b\.?")
_DROPPED = re.compile(r"\b(?:drops?|gtts?|drps?|oint(?:ment)?|ivt|instill?|otic|ophth\w*)\b")
_TO = re.compile(r"\b(?:to|on|onto|in|into) (?!(?:be|take|use)\b)[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Way:
    """A route and the words that name it."""

    span: Span
    route: str


@lru_cache(maxsize=REMEMBERED)
def find_ways(text: str) -> tuple[Way, ...]:
    """The words of lower-case `text` that name a way, disjoint and in order; of two that run into
    one another the longer stays."""
    found: list[Way] = []
    for index in _FORMS.possible(text):
        for match in _FORMS[index].finditer(text):
            found.append(Way(Span(*match.span()), _ORDER[index]))
    found += _sides(text, found)
    found.sort(key=lambda way: (-len(way.span), _ORDER.index(way.route), way.span))
    kept: list[Way] = []
    for way in found:
        if not any(way.span.overlaps(other.span) for other in kept):
            kept.append(way)
    return tuple(sorted(kept, key=lambda way: way.span))


def sides(text: str, ways: Iterable[Way]) -> list[Span]:
    """Where a prescriber's OD or AD is a place, and so no time of day."""
    return [way.span for way in ways if _LONE.fullmatch(way.span.of(text))]


def _sides(text: str, said: list[Way]) -> list[Way]:
    """OD and AD, where they name an eye or an ear."""
    lone = list(_LONE.finditer(text))
    if not lone or not _DROPPED.search(text):
        return []
    placed = any(way.route != "intravitreal" for way in said) or _TO.search(text) is not None
    if placed and len(lone) < 2:
        return []
    first = lone[0]
    return [Way(Span(*first.span()), "otic" if first.group()[0] == "a" else "ophthalmic")]
