"""Ends that are left to the illness, by their form.

"Until ventilation is smooth", "while the stain does not leave", "to full calm", "however long that
takes": what is waited for varies without end, so what is listed is the smaller class: the ends that
do come, a meal, a date, a pack that is empty, a doctor who takes over; and what somebody does till
then that is no dosing: waiting, resting, keeping away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.span import Span
from pipeline.stages.dosing.scope.passage import Sentence

_OPEN = re.compile(
    r"\b(?:until|till|untill|'til|til)\s+(?P<to>[^,.;:!?()]{2,60})"
    r"|\b(?:while|as long as|so long as)\s+(?P<on>[^,.;:!?()]{2,60})"
    r"|\b(?:to|before|up to) (?:the )?(?:full|complete|total|final|absolute)\s+"
    r"(?:calm\w*|recover\w*|cure|healing|relief|disappear\w*|clean\w*|clear\w*|sober\w*|effect|stop\w*"
    r"|remission|passing|resolution|removal|restoration|normali\w+|painlessness|victory|result\w*)"
    r"|\bhowever (?:long|many|much|often)\b|\bno matter how (?:long|many|much|often)\b"
    r"|\b(?:so|as) many (?:times|days|weeks|months|packs|courses|years)?,? ?(?:how|as)\b"
    r"|\bfor as (?:long|many) as\b",
    re.I,
)
_ENDS = re.compile(
    r"\b(?:finish\w*|empt\w+|us(?:ed|e) (?:it )?up|runs? out|ran out|courses?|packs?|packets?"
    r"|box(?:es)?|bottles?|tubes?|strips?|blisters?|prescri\w+|doctors?|dentists?|gps?|physicians?"
    r"|specialists?|surgeons?|physio\w*|consultants?|hospital|ambulance|brigade|paramedics?|help|seen"
    r"|appointment|slot|surgery|operation|clinic|visit|nurse|midwife|vet|advised|told|reviewed?"
    r"|examined|arriv\w+|land(?:s|ed|ing)?|home|airport|destination|morning|noon|midday|evening"
    r"|night|midnight|bed\w*|dawn|sunrise|sunset|tomorrow|today|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|weekend|january|february|march|april|june|july|august|september"
    r"|october|november|december|breakfast|lunch|dinner|supper|meals?|dissolv\w*|melt\w*|absorb\w*"
    r"|birth\w*|deliver\w*|born|menopause|puberty|conceiv\w*|conception"
    r"|(?:end|last|next|first|second|third|fourth|fifth|sixth|seventh|tenth)"
    r" (?:of (?:the |your )?)?(?:dose|tablet|pill|day|week|month|meal|period|[0-9]+)"
    r"|o['’]clock|[0-9]+)\b",
    re.I,
)
"""Ends that do come."""

_UNTIL = re.compile(r"(?:[\w-]+ ){0,3}?(?:until|till|'?til) (?P<to>[^,.;:!?()]{2,80})", re.I)
_NAMED = re.compile(
    r"(?!I\b|The\b)[A-Z][a-z]|(?:soft|tender|golden|cooked|smooth|lukewarm|brown)\b"
)
"""A place or a day: "till Heathrow"; or what is cooked: "until tender"."""

_RATE = re.compile(
    r"(?:as|so) (?:often|much|many) as (?:every|each|once|twice|[0-9]|an?|one|two|three|four"
    r"|half)\b",
    re.I,
)

_NOT_DOSING = re.compile(
    r"\b(?:wait|rest|lie|lying|sit|stay|hold|keep (?:away|off|still|them|it out|out)|avoid|abstain"
    r"|refrain|press|stir|mix|boil|cook|simmer|heat|shake|drive|steep|leave"
    r"|stop|skip|miss|omit|pause|suspend|drop|fast)\b[^,.;:–—-]{0,60}$",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|n['’]t|never|no)\b[^,.;:–—-]{0,60}$", re.I)
_GOES_ON = re.compile(
    r"\b(?:not|n['’]t|still|hurts?|aches?|itch\w*|lasts?|persists?|needed|necessary|required|runs"
    r"|bleed\w*|burns?|swollen|blocked|stuffed|there is (?:pain|bleeding|itch\w*|fever))\b",
    re.I,
)
_GRANTED = re.compile(r", (?:it|this|these|they|the|there|he|she|we|you|its)\b", re.I)
"""Behind a clause that grants something before the sentence says its own."""

_STILL = re.compile(r"\b(?:not|n['’]t|still)\b", re.I)
"""Behind "while", which by itself often only says when."""

_PROVISO = re.compile(
    r"\s*(?:there(?:['’]s| is| are) (?:no|not)|(?:you|he|she|they|we|u)(?:['’]re| are| is"
    r"|['’]s| do| don| have no| aren| isn| eat| drink| take| stay| keep| stick)|no\b|nobody"
    r"|it(?:['’]s| is) (?:not|within|under|below)"
    r"|your (?:doctor|kidneys?|liver|stomach|heart|pressure)|(?:the )?(?:total|dose))",
    re.I,
)
"""Behind "as long as" where it makes a condition: "as long as you are not allergic"."""


def endless_words(sentence: Sentence) -> Iterator[Span]:
    """The words of `sentence` that leave the end of a treatment open, in order."""
    for match in _OPEN.finditer(sentence.words):
        # "While it does not cure, it helps" grants something; only behind an advice is it a time.
        granted = match.start() == 0 or _GRANTED.match(sentence.words, match.end())
        lasts = _STILL if match.group().lower().startswith("while") else _GOES_ON
        if match["on"] and (granted or not lasts.search(match["on"])):
            continue
        span = Span(*match.span()).shift(sentence.span.start)
        if not comes(sentence, span) and not _DENIED.search(sentence.words[: match.start()]):
            yield span


def comes(sentence: Sentence, span: Span) -> bool:
    """True where the words at `span` of `sentence` are no open end: "until Friday", "as often as
    every 2 hours", "as long as you eat first", "rest until it passes"."""
    until = _UNTIL.match(sentence.text, span.start, sentence.span.end)
    if until:
        before = sentence.text[sentence.span.start : span.start]
        if _NOT_DOSING.search(before):
            return True
        return bool(_ENDS.search(until["to"]) or _NAMED.match(until["to"]))
    if _RATE.match(sentence.text, span.start):
        return True
    words = sentence.text[max(0, span.start - len("for ")) : span.end].lower()
    if words.startswith("for "):
        return False
    place = span.of(sentence.text).lower().find("long as")
    behind = span.start + place + len("long as")
    return place >= 0 and _PROVISO.match(sentence.text, behind) is not None
