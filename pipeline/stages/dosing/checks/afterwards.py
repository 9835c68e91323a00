"""Drugs of a dangerous pair in different sentences of one piece of advice.

A heading names the first and an item the other; a drug is prescribed, and two sentences on the
wine "does no harm"; "on yasmin?" is answered with a herb. What joins them is not a word between the
two but what the later sentence says of itself: that it adds, that it goes with "it", that it
happens during the treatment, or that it is allowed to those who are on the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.document import BlockKind
from pipeline.stages.dosing.checks.joining import FOODS, allows
from pipeline.stages.dosing.checks.keeping_apart import Words, compared, kept_apart, two_times
from pipeline.stages.dosing.checks.pairing import named, pair_of, pairs_of, same_thing
from pipeline.stages.dosing.facts.knowledge import Interaction
from pipeline.stages.dosing.scope.advice import orders
from pipeline.stages.dosing.scope.claims import Candidate, scoped
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

_OPENS = re.compile(
    r"[\"'“ ]{0,3}(?:add|then|also|plus|and |on top|wash|chase|follow|together|mix|combine"
    r"|with it|take (?:it|them) with|at the same time|simultaneously|in parallel|alongside|besides"
    r"|in addition|additionally|(?:an|half an|one|two|three|[0-9]) hours? (?:later|after)"
    r"|after (?:that|an hour|half an hour)|later (?:that|the same))"
)
_ADDS = re.compile(
    r"\b(?:add(?:s|ed|ing)?|layer(?:ed|ing)?|stack(?:ed|ing)?|pil(?:e|ed|ing) on"
    r"|(?:throw|threw|toss|chuck|slip|bring|brought|put)(?:ed|s)? (?:in|back)|back in|introduce"
    r"|supplement(?:ed)? (?:with|by|it)|reinforce[ds]?|bolster(?:ed)?|complement(?:ed)?"
    r"|top(?:ped)? up|back(?:ed)? (?:it )?up|do both|both (?:together|at once)"
    r"|side by side|in parallel|the two together)\b",
    re.IGNORECASE,
)
"""Anywhere in the later sentence: it comes on top of what was named."""

_AT_NIGHT = re.compile(
    r"[\"'“ ]{0,3}(?:in the (?:evening|afternoon)|at (?:night|bedtime)|before (?:bed|sleep)"
    r"|for the night)\b"
)
_ON = re.compile(
    r"\W{0,3}(?:(?:are|if|when|while) )?(?:(?:you're|you are|i'm|i am|already|also|been) )*"
    r"(?:on|taking|using|you take|prescribed|stuck on|put on)\b",
    re.IGNORECASE,
)
_PUT_ON = re.compile(
    r"\b(?:put|puts|keeps?|kept|started) (?:you|me|him|her|us|them) on\b|\b(?:prescribed|appointed)"
    r" (?:you|me|him|her|us|them)\b|\b(?:i|we|you|he|she)(?:'m|'re|'s|’m|’re|’s| am| are| is)? "
    r"(?:already |still |also |been )*(?:on|taking)\b",
    re.IGNORECASE,
)
"""Who takes the first drug already, said anywhere in its sentence."""

_ASKED_ON = re.compile(r"\b(?:on|taking|takes?|using|prescribed|swallowing|week)\b", re.IGNORECASE)
_WITH_IT = re.compile(
    r"\b(?:it|them|the (?:tablets?|capsules?|pills?|drug|medicine|dose)|this)(?: down)? with\b"
    r"|\bwith (?:it|them|this|these|the (?:tablets?|capsules?|pills?|drug|medicine|dose))\b"
    r"|\b(?:alongside|over|behind|atop) (?:it|them|that|your)\b"
    r"|\b(?:it|this|they|both)\b[^.;]{0,30}\b(?:combin\w+|mix\w*|taken|goes|go|works?)\b"
    r"[^.;]{0,20}\bwith\b",
    re.IGNORECASE,
)
_MEANWHILE = re.compile(
    r"\b(?:during|throughout|in the middle of|at the time of) (?:the |this |such |your |a )?"
    r"(?:whole |entire )?(?:course|treatment|therapy|medication|antibiotics?|reception|cure)\b"
    r"|\b(?:while|whilst|when) (?:you(?:'re| are)? )?(?:still )?(?:on|taking|using|drinking)"
    r" (?:it|them|this|these|the (?:course|tablets?|pills?|drug|medicine))\b"
    r"|\bbetween (?:the )?doses\b",
    re.IGNORECASE,
)
_ON_TOP = re.compile(r"\bon top(?: of (?:it|that|them|this))?\W*$|\bas well\W*$", re.IGNORECASE)
_SHORT = 90
"""Characters of a question that only says what somebody is on."""

_REACH = 3
"""Sentences back in which the first drug may stand."""


def continued(passage: Passage, second: Sentence) -> Iterator[Candidate]:
    """Pairs of `second` with a drug of the sentences before it, or of the words above it."""
    seen: set[str] = set()
    for first, near in _earlier(passage, second):
        for found, key in _across(passage, first, second, near=near):
            if key not in seen:
                seen.add(key)
                yield found


def _earlier(passage: Passage, second: Sentence) -> Iterator[tuple[Sentence, bool]]:
    """The sentence before with True, those before that and those above with False."""
    for count in range(1, _REACH + 1):
        before = passage.before(second, count)
        if before is None or before.block != second.block:
            break
        yield before, count == 1
    if second.kind is not BlockKind.HEADING:
        yield from ((passage.sentences[index], False) for index in second.above)


def _across(
    passage: Passage, first: Sentence, second: Sentence, *, near: bool
) -> Iterator[tuple[Candidate, str]]:
    """Findings with the key of their row."""
    said, words = first.words, second.words
    asks = said.rstrip().endswith("?") and len(said) < _SHORT
    asks = asks and (
        _ASKED_ON.search(said) is not None
        or _ON_TOP.search(words) is not None
        or _ADDS.search(words) is not None
    )
    for row in pairs_of(passage, first, second):
        joined = near and (
            _goes_on(passage, second, said, words, asks=asks) or _both_dosed(first, second, row)
        )
        if not joined and not _adds_later(passage, second, row):
            continue
        for a, b in ((row.a, row.b), (row.b, row.a)):
            if not first.groups(a) or not second.groups(b):
                continue
            one, other = first.groups(a)[-1], second.groups(b)[0]
            if same_thing(named(first, second), one, other) or compared(passage, one, other):
                continue
            found = pair_of(passage, second.span, row, one, other)
            if not near or row.a != row.b:
                at = words.lower()
                found = found.but(
                    next(kept_apart(passage, Words(at, at, "", at), row, one, other), None)
                )
                if not {a, b} & FOODS and supervision(passage, second, second.span):
                    found = found.but("a doctor decides")
            found = scoped(passage, second, found)
            named_only = asks or (not near and first.kind is BlockKind.HEADING)
            yield (found if named_only else scoped(passage, first, found)), row.key
            break


def _goes_on(passage: Passage, second: Sentence, said: str, words: str, *, asks: bool) -> bool:
    """True where `words` add to what `said` names, or allow it to those who are on that."""
    opening = words[:60].lower()
    if _OPENS.match(opening) or _WITH_IT.search(words) or _ON_TOP.search(words):
        return True
    if _AT_NIGHT.match(opening) and two_times(f"{said} {words}".lower()):
        return True
    permitted = orders(passage, second) or allows(words) or second.has("urge")
    return permitted and (asks or _ON.match(said) is not None or _PUT_ON.search(said) is not None)


_CHOICE = re.compile(
    r"\b(?:or|instead|alternative\w*|replace\w*|switch\w*|other|another|others|option\w*|second|if"
    r"|rather|either|stop\w*|after finishing|children|adults)\b",
    re.IGNORECASE,
)
"""What makes the second of two a choice, or somebody else's."""


def _both_dosed(first: Sentence, second: Sentence, row: Interaction) -> bool:
    """True where either sentence doses its drug of a grave pair of two kinds, as one scheme does:
    "Sertraline each morning. St John's wort at lunch."."""
    if row.a == row.b or row.severity is Severity.MINOR or {row.a, row.b} & FOODS:
        return False
    return bool(first.doses) and bool(second.doses) and not _CHOICE.search(second.words)


def _adds_later(passage: Passage, second: Sentence, row: Interaction) -> bool:
    """True where `second` says of itself that it joins what was named before, wherever that is.

    Food and drink are joined by a mere "with it" or "during the course"; of two drugs of one
    kind, which lists name one under the other, only a word of adding tells.
    """
    words = second.words
    if not (orders(passage, second) or allows(words) or second.has("urge")):
        return False
    meanwhile = _MEANWHILE.search(words) is not None
    added = _ADDS.search(words) is not None
    if {row.a, row.b} & FOODS:
        return meanwhile or _WITH_IT.search(words) is not None or allows(words)
    return added or (meanwhile and row.a != row.b and row.severity is not Severity.MINOR)


__all__ = ["continued"]
