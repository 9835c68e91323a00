"""A cheap look at a sentence: could the grammar find a dose in it?

Most sentences of an article hold none, and the grammar is dear. So a sentence is first sifted by
its words, all questions at once, and only what passes is asked with patterns: whether it measures
a medicine out, whether it orders something, whether it holds a number or a time at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.text import units
from pipeline.text.sieve import Sieve
from pipeline.text.spelling import find_slips

VERBS = (
    r"take|give|inject|insert|inhale|instill?|use|apply|put|place|spray|swallow|chew|dissolve|drink"
    r"|administer|drop|infuse|rub|dab|smear|massage|swish|gargle|suck|change"
)
"""What an order tells people to do with a medicine."""
_UNIT = rf"(?:{units.DOSE_WORDS})(?![a-z])"
_WORDS = {
    "measured": rf"[0-9½¼¾] ?-?{_UNIT}",
    "medicine": r"\b(?:tablet|capsule|drop|pill|ointment|oint\b|cream|puff|spray|inhaler|patch"
    r"|syrup|gel\b|lotion|supposit|dose|inject|gumm|teaspoon|tbsp|tsp|lozenge|pastille|plaster|mouthwash"
    r"|lacquer|serum|decoction|tincture|enema|candles|auto-inj|caplet|sachet|pessar|linctus|powder"
    r"|smear|dab|one (?:at|in|every|each|twice|before|after)"
    r"|two (?:at|in|every|each|twice|before|after|fizz|of them))",
    "deed": rf"\b(?:{VERBS})\b",
    "timed": r"da(?:y|ily)|hour|hrly|week|month|night|noon|morning|evening|bed|meal|food|breakfast"
    r"|lunch|dinner|needed|required|necessary|\bq ?[0-9]|\bprn\b|p\.r\.n"
    r"|\b(?:po|od|bd|hs|ac|pc|stat|im|iv|sc|sl|pr|pv|td|ou|os|au|nocte|mane)\b"
    r"|[bqt]\.?[ido]\.?[ds]\b|\bx ?[0-9]|[0-9]x|[0-9]-[0-9]",
    "counted": rf"[0-9½¼¾⅓⅔] ?-?{_UNIT}",
    "unit": rf"  ?-?{_UNIT}",
    "applied": r"\b(?:apply|applied|smear\w*|rub(?:bed|s)?|squeez\w*|drip\w*|stick|stuck|insert\w*"
    r"|sprayed|sprays|goes|swallowed|chewed|sucked|use the|take the|use your|using the|using my"
    r"|take your)\b",
    "number": r"[0-9½¼¾⅓⅔⅛]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half"
    r"|quarter|an? (?:tea|table)?spoon"
    r"|an? (?:tablet|pill|capsule|drop|sachet|glass|cup|shot|puff|patch|lozenge|couple)|another)",
    "time": r"\b(?:dail|day|hour|week|month|year|night|morning|evening|bed|meal|once|twice|until"
    r"|till|for (?:life|as|ever)|forever|constantly|course|[bt]\.?i\.?d|q\.?(?:[hdio]|w)|qhs"
    r"|o\.?d\b|b\.?d|prn|p\.r\.n|need|requir|necessary|nocte|mane\b)",
}
_PATTERNS = {name: re.compile(words, re.IGNORECASE) for name, words in _WORDS.items()}
_NAMES = tuple(_PATTERNS)
_SIEVE = Sieve(_PATTERNS.values())
_OPENS = re.compile(
    r"[\W_]{0,4}(?:[0-9½¼¾]|q ?[0-9]|inj\b|i{1,3} (?:tabs?|caps?|gtts?|puffs?|drops?|sprs?|supps?)"
    r"|(?:an? (?:half|quarter|couple|single|few)|one(?! of\b)|two|three|four|five|six|half|once"
    r"|twice|thrice|every|daily|weekly|monthly|po|im|iv|sc|sl|pr|pv|neb|[bt]\.?i\.?d|q\.?[io]?\.?d)\b)",
    re.IGNORECASE,
)
"""How a line begins, or goes on behind a colon, that is nothing but a dose."""
_ARTICLE = re.compile(r"[\W_]{0,4}(?:an?|one)\b", re.IGNORECASE)
"""How a dose begins as well, but every other line too: only its unit tells."""
_APPLIES = re.compile(
    r"[\W_]{0,3}(?:apply|smear|rub|spray|insert|inhale|inject|put|instill?|drip|dab|spread|massage"
    r"|dissolve|suck|chew|swallow|place|stick|swap|change|use|take|give|drink|gargle|wear|renew"
    r"|replace|remove)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
_FIELD = 10
"""A line as short as this may be a count and nothing else."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A sentence, and the names of the patterns that its words do not rule out."""

    words: str
    open: frozenset[str]

    @classmethod
    def at(cls, words: str) -> Glance:
        return cls(words, frozenset([_NAMES[n] for n in _SIEVE.possible(words.lower())]))

    def _finds(self, *names: str) -> bool:
        return any(name in self.open and _PATTERNS[name].search(self.words) for name in names)

    def may_dose(self) -> bool:
        """True where there may be a dose even of a drug that nobody knows."""
        return self._finds("measured", "medicine")

    def may_order(self) -> bool:
        """True where there may be an instruction that names no drug."""
        if self._finds("deed") or self._opens():
            return len(self.words) <= _FIELD or self._finds("timed", "counted", "unit")
        return _DIGIT.search(self.words) is not None and any(find_slips(self.words))

    def may_apply(self) -> bool:
        """True for an order without number or time: "Smear the ointment in the nostrils"."""
        return _APPLIES.match(self.words) is not None or self._finds("applied")

    def may_say_more(self) -> bool:
        """True where there may be a dose or a part of one: a number or a time."""
        return self._finds("number", "time")

    def _opens(self) -> bool:
        """True where a line that is nothing but a dose begins, at the start or behind a colon."""
        at = 0
        while True:
            if _OPENS.match(self.words, at):
                return True
            if _ARTICLE.match(self.words, at) and self._finds("unit"):
                return True
            at = self.words.find(":", at) + 1
            if not at:
                return False


def worth_reading(words: str, *, near: bool) -> tuple[bool, bool]:
    """Whether the grammar may find something in `words`, and whether they speak of medicine.

    `near` says that a drug or an unfinished dose stands in or close to them.
    """
    glance = Glance.at(words)
    likely = glance.may_dose()
    if not (near or likely or glance.may_order()):
        return False, likely
    return glance.may_say_more() or (likely and glance.may_apply()), likely
