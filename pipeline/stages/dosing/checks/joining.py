"""Whether a sentence says that two things are taken together, and tells anybody to.

Labels list what must not be mixed, so two names in a sentence are not yet advice. Something has to
join them: "with", "on top of", "added to your", one in the morning and the other at night, a column
headed "together with". And much that joins still keeps apart: "or", "instead of", "24 hours after",
"alcohol-free", "if you take blood thinners, choose another".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from pipeline.model.changes import Severity
from pipeline.stages.dosing.checks.keeping_apart import Words, kept_apart, two_times
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.facts.knowledge import Interaction
from pipeline.stages.dosing.scope.advice import orders
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_JOINS = re.compile(
    r"\b(?:with|plus|and|together|along|on top|after|before|while|then|also|alongside|into"
    r"|in|by|wash(?:ed)?|chase[ds]?"
    r"|add(?:ed|ing)?|followed|mix(?:ed)?|combin\w+|during|same|next to|beside|over|on|if"
    r"|when|for|may|can|though|despite|boost\w*|strengthen\w*|does (?:not|n't) matter)\b|[+&]"
)
_JOINS_LIKE = re.compile(
    r"\b(?:and|then|plus|with|also|followed|on top|alongside|as well as)\b|[+&]"
)
"""Between two of one kind, which lists name side by side."""

_ADDS = re.compile(r"\b(?:add\w*|give|put|stir\w*|pour\w*|drip\w*|drop)\b")
_TO = re.compile(r"\b(?:to|into) (?:your|my|his|her|the|a|an|their|usual|daily)\b")
_PARTS = re.compile(
    r"\bor\b(?! (?:two|three|so|more|even|a few)\b)|\binstead\b|\brather\b|\bnot (?:with"
    r"|together|and)\b|\bversus\b|\bvs\b|\b(?:better|safer|stronger|weaker|more|less)\b"
    r"[^,;]{0,60} than\b"
    r"|\bprefer\w*\b"
)
_TOGETHER = re.compile(
    r"\b(?:combin\w+|mix\w*|together|at once|at the same time|simultaneous\w*|combo"
    r"|same (?:time|evening|day|night)|cocktail|in parallel|side by side|team up|pair(?:ed|s)?"
    r"|washed? (?:it |them )?down|on top of|plus|chase|along with|alongside|get along|go well"
    r"|goes well|doubling up)\b|\+"
)
_COMBINES = re.compile(rf"{_TOGETHER.pattern}|\bwith\b")
_BESIDE = re.compile(
    r"\b(?:after|with|on|while|during|besides|before|alongside)\b[^,;]{0,20}$", re.I
)
_ON_TOP = re.compile(r"\bon top\b|\btoo\b|\bas well\b|\btogether\b|\balso\b")
_LISTS = re.compile(r"[,;(]|such as|like|e\.g|including")
_FINE = re.compile(
    r"\b(?:is|are|'s|get|goes?) (?:perfectly |absolutely |totally |completely |just |quite "
    r"|still |also )?(?:fine|ok|okay|safe|allowed|no problem|harmless|not a problem|along well)\b"
    r"|\b(?:go for it|help yourself|enjoy|no problem|no harm|no danger|no worries|won't hurt"
    r"|won't do any harm|doesn't matter|does not matter|nothing (?:will )?happens?"
    r"|(?:will|would|can|does|do) (?:do )?(?:you |him |her )?nothing(?: to you| bad| terrible)?"
    r"|no obstacle|no hindrance|no contraindication|no big deal|not a crime|not a sin"
    r"|(?:will not|won't|does not|doesn't|do not|don't|cannot|can't) (?:affect|change|interfere"
    r"|spoil|harm|hurt|matter|prevent|make any difference|do (?:any|you any) harm)"
    r"|does no harm|do no harm|(?:is|are) (?:not forbidden|permitted|permissible|acceptable"
    r"|possible)|no need to (?:give up|avoid|refuse|abstain|pause|stop|skip|interrupt)"
    r"|one can afford|you can afford|goes down (?:nicely|well|easily))\b",
    re.I,
)
FOODS = frozenset({"alcohol", "dairy", "tea_coffee", "grapefruit", "tyramine", "soy"})
_WITH_HEAD = re.compile(r"\b(?:with|together|plus|add\w*|combin\w*|on top|alongside)\b|\+", re.I)


def allows(words: str) -> bool:
    """True where `words` call it harmless."""
    return _FINE.search(words) is not None


def why_apart(
    passage: Passage, sentence: Sentence, row: Interaction, one: Cue, other: Cue
) -> str | None:
    """Why `one` and `other` of `sentence`, a pair of `row`, are no advice to take both, or None."""
    words = _around(passage, sentence, one, other)
    headed = _headed(passage, sentence, one, other)
    reasons = chain(
        _not_joined(words, row, headed, timed=two_times(words.whole), dosed=bool(sentence.doses)),
        kept_apart(passage, words, row, one, other),
        _nobody_told(passage, sentence, words, row, (one, other), headed),
    )
    return next(reasons, None)


def _around(passage: Passage, sentence: Sentence, one: Cue, other: Cue) -> Words:
    first, second = sorted((one.span, other.span))
    text, span = passage.text, sentence.span
    return Words(
        span.of(text).lower(),
        text[span.start : first.start].lower(),
        text[first.end : max(first.end, second.start)].lower(),
        text[max(first.end, second.end) : span.end].lower(),
    )


def _headed(passage: Passage, sentence: Sentence, one: Cue, other: Cue) -> bool:
    """True when the column of either is headed "with", "plus" or the like."""
    return any(
        head is not None
        and (cell.overlaps(one.span) or cell.overlaps(other.span))
        and _WITH_HEAD.search(head.of(passage.text))
        for cell, head in zip(sentence.cells, sentence.headers, strict=False)
    )


def _not_joined(
    words: Words, row: Interaction, headed: bool, *, timed: bool, dosed: bool
) -> Iterator[str]:
    _, lead, between, tail = words
    if not re.search(r"[a-z+&,;:|\t]", between):
        yield "a class and what it is made of"
    twins = row.a == row.b
    together = _TOGETHER.search(words.whole) is not None
    if _PARTS.search(between) and not re.search(r"\bcombin|\bmix|together|plus", words.whole):
        yield "named side by side, not taken together"
    joins = (_JOINS_LIKE if twins else _JOINS).search(between)
    added = _ADDS.search(lead) and _TO.search(between)
    beside = not twins and (_COMBINES.search(words.whole) or _BESIDE.search(lead))
    if not (
        headed or timed or joins or added or together or beside or _ON_TOP.search(tail[:20])
        or allows(words.whole)
    ):  # fmt: skip
        yield "named side by side, not taken together"
    bare = between.strip() == "and" and not dosed
    if twins and not (timed or together or headed) and (bare or _LISTS.search(between)):
        yield "a list of drugs"


def _nobody_told(
    passage: Passage,
    sentence: Sentence,
    words: Words,
    row: Interaction,
    pair: tuple[Cue, Cue],
    headed: bool,
) -> Iterator[str]:
    told = orders(passage, sentence)
    if row.severity is Severity.MINOR and not told:
        yield "nobody is told to take it"
    named = any(c.span.overlaps(each.span) for c in sentence.of("drug") for each in pair)
    if not named and not {row.a, row.b} & FOODS and not _TOGETHER.search(words.whole):
        yield "classes of drugs, not taken together"
    personal = (
        row.severity is Severity.CRITICAL
        and row.a != row.b
        and re.search(r"\b(?:you|your|my|i|we|me)\b", words.whole)
    )
    if not (
        told or personal or headed or _urged(passage, sentence) or _IN_TURN.search(words.whole)
        or two_times(words.whole) or allows(words.whole)
        or _COMBINES.search(words.between + words.tail[:20])
    ):  # fmt: skip
        yield "nobody is told to take it"
    if _narrated(passage, sentence, words.whole, told=told):
        yield "a report without praise"


_IN_TURN = re.compile(r"\b(?:hours?|minutes?|mins) (?:later|afterwards)\b")


def _urged(passage: Passage, sentence: Sentence) -> bool:
    """True where this sentence or the next of its block recommends what was told."""
    after = passage.after(sentence)
    near = after is not None and after.block == sentence.block
    return sentence.has("urge") or bool(after is not None and near and after.has("urge"))


_PAST = re.compile(
    r"\b(?:took|had taken|drank|mixed|dissolved|swallowed|washed|chased|combined|downed|popped"
    r"|put|was on"
    r"|were on|has died|died)\b"
)


def _narrated(passage: Passage, sentence: Sentence, words: str, *, told: bool) -> bool:
    """True for what somebody took, where neither this nor the next sentence urges it."""
    after = passage.after(sentence)
    urged = after is not None and after.block == sentence.block and after.has("urge", "recommend")
    if urged or sentence.has("urge", "recommend") or told:
        return False
    return _PAST.search(words) is not None and not re.search(r"\byou(?:r|'re)?\b", words)
