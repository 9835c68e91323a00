"""Whether anybody is told to do anything.

Most sentences of an encyclopedia name a drug and a disease and advise nothing. Advice has a form:
an order ("drink half a glass"), a permission ("you can take"), a household passive ("is drunk in
the morning"), a regimen without a verb ("40 mg in the morning"), or somebody's example ("I take
two"). "If you take warfarin" and "people who drink" are conditions and advise nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.text.sieve import Sieve

_VERBS = (
    "take|drink|eat|chew|swallow|use|apply|inject|give|put|place|drip|drop|dissolve|brew"
    "|gargle|rub|spray|insert|"
    "buy|add|mix|combine|sip|snort|crush|start|begin|try|wash|rinse|pour|pop|finish"
    "|repeat|inhale|soak|smear|"
    "wrap|warm|suck|grind|cut|split|order|get|have(?! been| had| not)|knock|keep|treat"
    "|stick|instil|instill"
    "|double|wear|make|do|lie|"
    "rest|wait|watch|let|bury|massage|steam|stop|continue|replace|wean|boil|smoke|stir"
    "|sprinkle|calm|relax|enjoy|afford|prick|pierce|grease|drain|skip|halve|pause|drown|bathe"
    "|set|squeeze|spread|measure|dose|grab|pick|hold|press|pack|lay|tuck|slip|empty|tip|melt|heat"
    "|shake|swish|bite|lick|fill|draw|carry on|push|leave|bin|ditch|chuck|stay|sit|sleep|raise"
    "|dip|coat|steep|blow|load|swap|phone|ring|add|hand|lend|help yourself|knock back|wash|neck"
    "|snap|scrape|dab|dust|reach for|top up|stock|pinch|plug|hang|ride|line"
)
_LEAD = (
    r"(?:^|[.:;,!?()–—-]\s*|\b(?:and|then|just|simply|also|please|should|must|always"
    r"|better|or|to|need to|ought to|enough to"
    r"|instead|so|now|safely|only|even|quickly|first|immediately|urgently|necessary to"
    r"|advised to|recommended to)\s+)"
)
_ORDER = re.compile(rf"{_LEAD}(?:{_VERBS})\b", re.IGNORECASE)
_OWN = r"(?<!you )(?<!they )(?<!who )(?<!to )(?<!not )"
"""Before a verb that is not an order: "if you take", "for people who drink"."""

_FOR = re.compile(
    r"^\W{0,3}(?:for|with|against|from|when|if|at|in|after"
    rf"|before)\b[^.;:!?]{{1,80}}?\s{_OWN}(?:take|drink|rub|put|apply|give|place|drip|use|eat"
    r"|chew|swallow|inject|insert|brew|dissolve|gargle|buy|start) "
    r"(?:an?|the|some|one|two|three|four|half|\d|your|this|it|in|up|more|him|her|them|anti"
    r"|[a-z]+(?:in|ol|ide|ine|one|ics|en|al|ate)\b)"
    rf"|^\W{{0,3}}(?:for|with|against|from|when|if|at|in)\b[^.;:!?]{{1,80}}?\s{_OWN}(?:brew|drink"
    r"|swallow|chew|rub|prick|gargle|inject)\b",
    re.IGNORECASE,
)
_ORDERS = Sieve((_ORDER, _FOR))
_COLON = re.compile(r"\W{0,3}(?:for|from|against|with) [^.:;!?]{2,60}: ?\w", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:if|when|whether|who|that|which|while|before|after|people|those|anyone|of|how"
    r"|not|as|unless|because|may need|will need|how|where)"
    r"(?: (?:you|they|people|he|she|a person|patients|your child|someone|your doctor|also"
    r"|currently|already|have|had|to|are|is)){0,3}\s*$",
    re.IGNORECASE,
)

_TELLING = re.compile(r"\b(?:i|we|they|he|she)\s*$", re.IGNORECASE)
"""Before "also have" or "now take": somebody tells of himself, which is no order."""

_OF_ONESELF = re.compile(r"\b(?:i|he|she)(?:['’]m|['’]s| am| is) [^.;:!?,]{1,40}$", re.IGNORECASE)
"""Before the comma of "I'm 38, smoke ten a day": the same."""


def advises(passage: Passage, sentence: Sentence, *, praise: bool = True) -> bool:
    """True when `sentence` tells, allows or shows somebody to take or do something.

    With `praise`, saying what a thing cures counts as advice to take it.
    """
    if sentence.doses or _ordered(sentence.words) or _allowed(sentence):
        return True
    return praise and sentence.has("urge", "praise")


@lru_cache(maxsize=1024)
def _ordered(words: str) -> bool:
    """True for an order; several rules ask."""
    if _COLON.match(words):
        return True
    for at in _ORDERS.possible(words.lower()):
        pattern = _ORDERS[at]
        for match in pattern.finditer(words):
            before = words[: match.start()]
            going_on = match.group().startswith(",") and _OF_ONESELF.search(before)
            told = pattern is _ORDER and (going_on or _TELLING.search(before))
            if not told and not _CONDITION.search(before):
                return True
    return False


def _allowed(sentence: Sentence) -> bool:
    """True for a permission, a household passive or an example, unless under a condition."""
    start = sentence.span.start
    return any(
        not _CONDITION.search(sentence.text[start : cue.span.start])
        for cue in sentence.of("permission", "household_passive", "example")
    )


def orders(passage: Passage, sentence: Sentence) -> bool:
    """True when the reader is told or allowed to do something; praise does not count."""
    return advises(passage, sentence, praise=False)
