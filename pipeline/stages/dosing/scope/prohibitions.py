"""Prohibitions, negations and warnings, by the sentence or by what stands above it."""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.scope.heads import column_forbids
from pipeline.stages.dosing.scope.meaning import effective
from pipeline.stages.dosing.scope.passage import Passage, Sentence

_NONE = re.compile(r"\b(?:no|nor|neither|none of the|not a|not one|no such)\s+$", re.IGNORECASE)


_DENIED = frozenset({"no", "not", "without", "isn't", "aren't", "never", "doesn't", "don't", "any"})


def forbidden(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A prohibition of the clause of `span`, or a negation that stands before its last word.

    "Never take 8 tablets" negates what follows; "one a day, so that the vessels do not clog" says
    nothing against the one a day; "is contraindicated" and its like work in both directions.
    """
    clause = _with_lead(sentence, sentence.clause_of(span))
    if _NONE.search(passage.text[sentence.span.start : span.start]):
        return "negated (“no”)"
    for cue in effective(sentence, "prohibition"):
        if clause.overlaps(cue.span):
            return f"forbidden (“{cue.span.of(passage.text)}”)"
    for cue in effective(sentence, "negation"):
        if clause.overlaps(cue.span) and cue.span.start < span.end:
            said = cue.span.of(passage.text).lower()
            before = passage.text[sentence.span.start : cue.span.start]
            if said in _TELLS and _NO_ORDER.match(passage.text, cue.span.end):
                continue
            if said in _TELLS and (_FAR if said in _OF_HIM else _RELATIVE).search(before):
                continue
            if said in _ORDERS and _then_ordered(passage.text[cue.span.end : span.end]):
                continue
            if _SUBORDINATE.search(before) and "," in passage.text[cue.span.end : span.end]:
                continue
            return f"forbidden or negated (“{cue.span.of(passage.text)}”)"
    if column_forbids(passage, sentence, span):
        return "stands in a column that forbids"
    for index in sentence.above:
        above = passage.sentences[index]
        denied = [
            c
            for c in effective(above, "negation")
            if c.span.of(passage.text).lower() not in _TELLS - _ORDERS
        ]
        if (denied or effective(above, "prohibition")) and not above.has("question"):
            return "stands under a heading or lead-in that forbids"
    limit = [c for c in sentence.of("maximum") if 0 <= span.start - c.span.end <= 12]
    if limit:
        return f"a maximum (“{limit[0].span.of(passage.text)}”)"
    return None


_LEAD = 40


def _with_lead(sentence: Sentence, clause: Span) -> Span:
    """`clause` with the few words and the colon before it: "Not to accept: Ketorol …"."""
    start = sentence.span.start
    lead = sentence.text[start : clause.start].rstrip()
    if lead.endswith(":") and len(lead) <= _LEAD:
        return Span(start, clause.end)
    return clause


_TELLS = frozenset(
    [
        "will not",
        "won't",
        "would not",
        "do not",
        "don't",
        "does not",
        "doesn't",
        "did not",
        "didn't",
        "cannot",
        "can't",
    ]
)


_ORDERS = frozenset({"do not", "don't"})


_NEXT = re.compile(
    r"[,;–—-] ?(?:but |just |better |simply |instead |rather )?(?:take|drink|drip|drop|swallow|give"
    r"|use|apply|put|chew|inject|buy|get|rub|smear|spray|pop|accept|try)\b",
    re.I,
)


def _then_ordered(behind: str) -> bool:
    """True for "do not torment, drip 2 drops", where the negation ends at the comma; "do not crush,
    chew or swallow" lists what is forbidden."""
    return _NEXT.search(behind) is not None and not re.search(r"\b(?:n?or)\b", behind)


_RELATIVE = re.compile(
    r"\b(?:that|which|who|if|when|because|since|where|while|until|till|long as)(?: \w+){0,2} $",
    re.I,
)
"""Before "does not pass" in "spots that do not pass": a condition, no prohibition."""

_NO_ORDER = re.compile(
    r" (?:regret|spare|pity|hesitate|worry|fear|panic|despair|be (?:afraid|scared|shy|lazy)"
    r"|torment|suffer|stop (?!taking|using)[a-z]+ing|pass\b|go away|subside|let (?:go|up)|calm down"
    r"|disturb one another)\b",
    re.IGNORECASE,
)
"""What "do not" may stand before without forbidding a dose: "do not regret: two at once"."""
_OF_HIM = frozenset({"does not", "doesn't", "did not", "didn't"})
_FAR = re.compile(
    r"\b(?:if|when|because|since|where|while|until|till|long as)(?: \w+){0,3} $"
    r"|\b(?:that|which|who)(?: \w+){0,6} $",
    re.I,
)
"""Before what nobody can be ordered by: "which because of a cold does not breathe"."""


_SUBORDINATE = re.compile(r"\b(?:if|when|because|since|where|even if|once)\b[^,.;:—–]{0,80}$", re.I)
"""Before "won't" in "if your back won't let you sleep, take two": the clause ends at its comma."""


def warned(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A warning in the same sentence."""
    for cue in effective(sentence, "warning"):
        before = [t.word for t in passage.tokens[max(0, cue.first - 2) : cue.first]]
        if not _DENIED.intersection(before) and not _of_no_body(passage, sentence, cue.span):
            return f"a warning (“{cue.span.of(passage.text)}”)"
    return None


_KILLS = re.compile(r"kill|ruin|destroy|damage|poison", re.I)
_THINGS = re.compile(
    r"(?: (?:the|my|your|his|her|our|that|this|all|off|any|every|an?|whole))*"
    r" (?:\w+ )?(?:infections?|germs?|microbes?|bacteri\w+|bugs?|virus\w*|worms?|parasites?|fung\w+"
    r"|lice|mites?|cells|tumou?rs?|stones?|appetite|mood|plans?|trips?|holidays?|honeymoon|weddings?"
    r"|weekends?|evenings?|nights?|days?|dates?|part(?:y|ies)|sleep|summer|christmas|birthday)\b",
    re.I,
)
_AS_DEAD = re.compile(r"\b(?:as|like|as if)(?: \w+)? $", re.I)


def _of_no_body(passage: Passage, sentence: Sentence, cue: Span) -> bool:
    """True for "killed the infection", "ruins the trip" and "slept like killed": no harm to warn
    of."""
    if not _KILLS.search(cue.of(passage.text)):
        return False
    if _AS_DEAD.search(passage.text[sentence.span.start : cue.start]):
        return True
    if _THINGS.match(passage.text, cue.end):
        return True
    return any(0 <= c.span.start - cue.end <= 12 for c in sentence.of("complaint"))
