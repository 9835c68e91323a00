"""Whether the reader is told to start a drug, and by which words.

Some words say it themselves: it is bought, borrowed or sent by post, no recipe is asked for, it is
Mum's, it is injected at home, everybody should try it. Without them an order or a regimen counts
only where it answers a complaint.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.reasons import why_not

_PURPOSE = re.compile(
    r"(?:^|[.:;,–—-]\s*|\b)(?:for|from|against|with|at|to (?:treat|cure|stop|get rid of"
    r"|lose|calm|sleep|relieve"
    r"|prevent|help)|when(?:ever)?|if|after|before)\b",
    re.I,
)


_ORDERED = re.compile(
    r"(?:^|[.:;,!–—-]\s*|\b(?:and|then|just|must|should|can|may|simply|you|urgently|immediately"
    r"|better|now|always|(?:possible|enough|necessary|best|worth|better|useful) to)\s+)"
    r"(?:take|drink|buy|use|inject|swallow|start|get|order|give|try|chew|put|apply|add"
    r"|insert|drip|keep|prick|pierce|accept|choose|pop|borrow|grab|pick up|ask for|stab|jab)\b",
    re.I,
)


_STARTS = re.compile(
    r"\b(?:buy|start|get|order|inject|prick|keep|borrow|grab|pick up|ask for|stab|jab|choose)\b",
    re.I,
)

_OTHERS = re.compile(
    r"\b(?:my|your|ur|his|her|their|our|the|an?)\s+(?:[\w-]+\s+)?(?!doctor|gp\b|nurse|today|tomorrow"
    r"|yesterday|pharmac|day|week|month|world|manufactur)[\w-]+(?:['’]s|s['’])\s+(?:(?!doctor|gp\b)"
    r"[\w.]+\s+){0,3}$"
    r"|\b(?:mum|mom|mam|dad|gran|grandma|grandpa|granny|nan|auntie?|uncle|hubby|sis)['’]s\s+"
    r"(?:[\w.]+\s+){0,3}$",
    re.I,
)
"""Before a drug that belongs to somebody else: "my boyfriend's", "Mum's leftover"."""

_STOPPED = re.compile(r"\bstop (?:the|taking|using|it|this|your)\b", re.I)
_BY_ONESELF = re.compile(
    r"\b(?:prick|inject|jab|stab|stick|administer|give|enter|shoot)\w*\b[^.;:,]{0,40}?"
    r"\b(?:(?:your|my|him|her|them|it|one)sel(?:f|ves)|at home|in house conditions|houses)\b",
    re.I,
)
_NO_START = re.compile(
    r"\b(?:keep|leave|wait|allow)\b[^.;:]{0,60}\b(?:hours?|days?|weeks?|minutes)\b"
    r"|\b(?:before|until|while|when|once) you (?:start|take|begin|use|are)\b"
    r"|^(?:people|patients|adults|children|women|men|those) (?:with|who)\b"
    r"[^.;:]{1,60}\b(?:need|take|use)\b"
    r"|\bis (?:usually|often|normally|generally)? ?(?=[0-9])",
    re.I,
)
"""Sentences that part two drugs in time, or tell how a treatment is usually given."""
_NEAR = 60
"""Characters between a drug and the words of buying or sharing that are about it."""


_REGIMEN, _ORDER, _DIRECT = (
    "a regimen for a complaint",
    "an order for a complaint",
    "a direct order",
)
WEAK = "weak advice"


def told_to_start(
    passage: Passage, sentence: Sentence, drugs: list[Cue]
) -> tuple[Span, str, bool] | None:
    """The words that tell the reader to start one of `drugs`, how they do it, and whether they say
    so themselves (True) or only by an order or a regimen."""
    near = beside(passage, sentence)
    dosed = [d for d in sentence.doses if passage.is_rx(d.ingredient)]
    changed = not dosed and sentence.has("stop_therapy", "changes_it", "leaves_off")
    for where in near:
        for cue in where.of("unsupervised", "acquire"):
            if changed and cue.kind == "unsupervised":
                continue
            if _about(passage, where, sentence, cue, drugs):
                return _with(passage, sentence, drugs, cue), f"“{cue.span.of(passage.text)}”", True
    before = {d: passage.text[sentence.span.start : d.span.start] for d in drugs}
    for drug in drugs:
        owner = _OTHERS.search(before[drug])
        if owner and (dosed or _ORDERED.search(sentence.words) or sentence.has("urge")):
            span = Span(sentence.span.start + owner.start(), drug.span.end)
            return span.cover(_regimen(sentence, drugs)), "it is somebody else’s", True
    needle = _BY_ONESELF.search(sentence.words)
    if needle:
        span = Span(*needle.span()).shift(sentence.span.start)
        return span.cover(drugs[0].span), "injected without a professional", True
    for where in near:
        for cue in () if changed else where.of("urge"):
            why = f"the writer urges it (“{cue.span.of(passage.text)}”)"
            return _with(passage, sentence, drugs, cue), why, True
    if sentence.has("weak") and sentence.has("might_try") and not dosed:
        return _cover(drugs, sentence.of("weak")[0].span), WEAK, True
    unnamed = not any(c.span == drugs[0].span for c in sentence.of("drug", "group"))
    if unnamed or _STOPPED.search(sentence.words) or _NO_START.search(sentence.words):
        return None
    ordered = _ORDERED.search(sentence.words)
    span = _regimen(sentence, drugs)
    aimed = ordered is not None and _aims(sentence, ordered, drugs)
    if ordered is not None and aimed:
        span = span.cover(Span(*ordered.span()).shift(sentence.span.start))
    pointed = sentence.has("anaphora") and _LABEL.match(sentence.words) is not None
    if (dosed or pointed) and _complaint(passage, sentence, drugs[0]):
        return span, _REGIMEN, False
    if ordered is not None and aimed and _STARTS.search(ordered.group()):
        return span, _DIRECT, False
    if aimed and sentence.has("complaint"):
        return span, _ORDER, False
    return None


def beside(passage: Passage, sentence: Sentence) -> list[Sentence]:
    """`sentence` and its neighbours in the same block that are about no other drug."""
    beside = (passage.after(sentence), passage.before(sentence))
    return [
        sentence,
        *(s for s in beside if s and s.block == sentence.block and not s.has("drug")),
    ]


_DENIED_AFTER = re.compile(
    r"[^.;!?]{0,40}\b(?:not|never|cannot|can['’]?t|illegal|impossible|forbidden|prohibited|unsafe)\b"
    r"(?! (?:worry|be afraid|fear|hurt|needed|necessary|required))",
    re.I,
)
"""Behind "without a prescription" in "without a prescription it is not sold"."""

_IT = re.compile(
    r"\b(?:it|them|these|those|one|some|any|tablets?|pills?|packs?|strips?|box|boxes|pens?|capsules?"
    r"|ampoules?|share)\b",
    re.I,
)


def _about(
    passage: Passage, where: Sentence, sentence: Sentence, cue: Cue, drugs: list[Cue]
) -> bool:
    """True when what is bought, shared or done alone, as `cue` of `where` says, is one of `drugs`,
    and it is neither denied nor said of another drug that stands nearer."""
    if _DENIED_AFTER.match(passage.text, cue.span.end):
        return False
    if where is not sentence:
        told = cue.kind == "unsupervised" or _IT.search(where.words)
        return bool(told) and not why_not(passage, where, cue.span)
    clause = where.clause_of(cue.span)
    others = [c.span for c in where.of("drug") if clause.overlaps(c.span)]
    if others and not any(clause.overlaps(d.span) for d in drugs):
        return False
    return cue.kind == "unsupervised" or any(
        d.span.overlaps(cue.span)
        or max(d.span.start, cue.span.start) - min(d.span.end, cue.span.end) <= _NEAR
        for d in drugs
    )


_LABEL = re.compile(r"[^.:;!?]{3,60}: ")
"""The complaint of a list: "Broken tooth: tramadol, in the same manner"."""


def is_order(sentence: Sentence) -> bool:
    """True when `sentence` has a verb of taking or getting where an order has it."""
    return _ORDERED.search(sentence.words) is not None


def _cover(drugs: list[Cue], cue: Span) -> Span:
    """From the nearest drug to the cue."""
    nearest = min(drugs, key=lambda d: abs(d.span.start - cue.start))
    return nearest.span.cover(cue)


def _with(passage: Passage, sentence: Sentence, drugs: list[Cue], cue: Cue) -> Span:
    """The drug with its dose, and `cue` with what lies between, if that is not much."""
    regimen = _regimen(sentence, drugs)
    if sentence.span.overlaps(cue.span):
        return regimen.cover(_cover(drugs, cue.span))
    whole = regimen.cover(cue.span)
    return whole if len(whole) <= _FAR else regimen


_FAR = 200


def _regimen(sentence: Sentence, drugs: list[Cue]) -> Span:
    span = drugs[0].span
    for dose in sentence.doses:
        if sentence.span.contains(dose.span) and dose.ingredient in (drugs[0].name, None):
            span = span.cover(dose.span)
    return span


def _complaint(passage: Passage, sentence: Sentence, drug: Cue) -> bool:
    """True when the words around the drug say what it is taken for."""
    if sentence.has("complaint", "emergency", "serious"):
        return True
    if _PURPOSE.match(sentence.words):
        return True
    before = passage.before(sentence)
    if before is None or before.block != sentence.block or before.has("drug"):
        return False
    return before.words.rstrip().endswith("?")


def _aims(sentence: Sentence, order: re.Match[str], drugs: list[Cue]) -> bool:
    """True when the verb of the order is followed closely by the drug, or follows it."""
    start, end = sentence.span.start + order.start(), sentence.span.start + order.end()
    others = [c.span for c in sentence.of("drug") if c.span not in {d.span for d in drugs}]
    return any(
        (0 <= d.span.start - end <= 40 and not any(end <= o.start < d.span.start for o in others))
        or 0 <= start - d.span.end <= 40
        for d in drugs
    )
