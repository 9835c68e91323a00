"""The right drug, or a thing from the kitchen, in the wrong place.

A steroid in an eye with herpes costs the eye; boric alcohol through a torn drum costs the hearing;
an injection into a vein is a professional's.
"""

from __future__ import annotations

import re

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import advises
from pipeline.stages.dosing.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.supervision import supervision

_VEIN = re.compile(
    r"(?<!is )(?<!are )(?<!be )(?<!was )\binject(?:s|ing)?\b[^.;]{0,40}\b(?:into (?:a "
    r"|the |your |my |her |his )?veins?"
    r"|intravenous(?:ly)?)\b|\bintravenous(?:ly)?\b[^.;]{0,40}\b(?:at home|yourself|myself"
    r"|himself|herself|by yourself)\b"
    r"|\b(?:at home|yourself|myself|himself|herself)\b[^.;]{0,40}\b(?:into (?:a "
    r"|the )?vein|intravenous(?:ly)?)\b|\bshoot(?:s|ing)? (?:it )?up\b"
    r"|\b(?:put|set|give yourself|make yourself) (?:a |the |an )?(?:\w+ )?(?:iv|drip"
    r"|dropper)\b[^.;]{0,30}\b(?:at home|yourself|himself)\b",
    re.I,
)


_SNORT = re.compile(r"\bsnort\w*|\bup the nose\b|\bsniff\w*\b", re.I)


_EYE = re.compile(
    r"\b(?:in|into|to|on) (?:a |the |your |each |both |one |her |his "
    r"|their )?(?:\w+ ){0,3}eyes?\b|\beye drops?\b|\b(?:red|sore|painful|inflamed|itchy"
    r"|pink)(?:,? \w+)? eyes?\b",
    re.I,
)


_EAR = re.compile(
    r"\b(?:in|into) (?:a |the |your |each |both |child's |baby's )?(?:\w+ ){0,2}ears?\b"
    r"|\bdeep into the ear|\bear canal",
    re.I,
)


_NOSE = re.compile(
    r"\b(?:in|into|up) (?:a |the |your |each |both |baby's |child's )?(?:\w+ ){0,2}(?:nose"
    r"|nostrils?)\b",
    re.I,
)


_VAGINA = re.compile(
    r"\b(?:in|into|inside) (?:the )?vagina\b|\bvaginal(?:ly)?\b|\bdouch\w+|\btampons?\b", re.I
)


_RECTUM = re.compile(
    r"\b(?:in|into|up) (?:the )?(?:rectum|anus)\b|\brectal(?:ly)?\b|\benemas?\b", re.I
)


_PUTS = re.compile(
    r"\b(?:put|place|insert|drip|drop|instil|instill|bury|pour|apply|push|squeeze|inject"
    r"|wash|rinse|flush|stick|soak|syringe|use|add|introduc|dip|coat|steep|load|smear|dab|blow|puff)\w*|\bdripped\b|\bdrops?\b"
    r"|\bput\b",
    re.I,
)


_UNFIT = re.compile(
    r"\b(?:garlic|onion|honey|lemon|vinegar|milk|breast milk|urine|saliva|oil|aloe"
    r"|kalanchoe|beet(?:root)?|potato|yogh?urt|kefir|vodka|alcohol|spirit|soda|peroxide"
    r"|iodine|tea|juice|butter|camphor|turpentine|parsley|cucumber|egg|tobacco|salt|soap"
    r"|toothpaste|ash|boric|levomycetin|hydrogen|detergent|coca-cola|cola|sugar|propolis"
    r"|calendula)\b",
    re.I,
)


_STEROID_EYE = re.compile(
    r"\b(?:steroid|hormon\w+|dexamethasone|prednisolone|hydrocortisone|betamethasone"
    r"|tobradex|maxitrol|cortisone)\b",
    re.I,
)


_ON_GUM = re.compile(
    r"\b(?:put|place|pack|hold|press|rub|lay|stick|tuck|apply|crush)\w*\b[^.;]{0,60}\b(?:on|against|to"
    r"|next to|into|in) (?:the |your |a )?(?:\w+ ){0,2}(?:gums?|tooth|cavity|cheek|hole)\b",
    re.I,
)


_CURES = re.compile(r"\b(?:cures?|heals?|helps?|treats?|removes|relieves|cleans)\b", re.I)


_FIT_FOR_EAR = re.compile(r"\b(?:olive oil|hydrogen peroxide|peroxide|almond oil|saline)\b", re.I)


_DISCHARGE = re.compile(r"\bpus\b|\bruns?\b|\bperforat\w+|\bdischarge\b|\bshoots\b|\bblood\b", re.I)


_INJECT = re.compile(r"\binject(?:s|ed|ing)?\b|\bsyringe\b", re.I)


def routed(
    passage: Passage, sentence: Sentence, span: Span, severity: Severity, why: str
) -> Candidate:
    candidate = Candidate(trimmed(passage, span), severity, why, confidence=Confidence.MEDIUM)
    doctor = supervision(passage, sentence, span, beside=False)
    if doctor:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


def placed(sentence: Sentence, match: re.Match[str]) -> Span:
    return Span(*match.span()).shift(sentence.span.start)


def misplaced(passage: Passage, sentence: Sentence) -> Candidate | None:
    words = sentence.span.of(passage.text)
    vein = _VEIN.search(words)
    drug = sentence.has("drug", "group") or _near_drug(passage, sentence)
    if (
        vein
        and (drug or sentence.has("remedy"))
        and not re.search(r"\bdrip\b|\bhospital|\bnurse", words, re.I)
    ):
        verb = _INJECT.search(words)
        span = placed(sentence, vein)
        if verb:
            span = span.cover(placed(sentence, verb))
        return routed(
            passage, sentence, span, Severity.CRITICAL, "into a vein without a professional"
        )
    snort = _SNORT.search(words)
    if snort and drug and not re.search(r"\bspray\b|\bdrops\b", words, re.I):
        severity = (
            Severity.CRITICAL
            if sentence.has("group") and sentence.groups("controlled")
            else Severity.MAJOR
        )
        return routed(
            passage, sentence, placed(sentence, snort), severity, "a route it is not made for"
        )
    eye = _EYE.search(words)
    steroid = _steroid(sentence, words)
    if eye and steroid is not None and _PUTS.search(words):
        span = steroid.cover(placed(sentence, eye))
        return routed(
            passage,
            sentence,
            span,
            Severity.CRITICAL,
            "a steroid in an eye that nobody has examined",
        )
    gum = _ON_GUM.search(words)
    if gum and sentence.groups("salicylate") and advises(passage, sentence):
        why = "aspirin burns the gum"
        return routed(passage, sentence, placed(sentence, gum), Severity.MAJOR, why)
    return _unfit(passage, sentence, words)


def _steroid(sentence: Sentence, words: str) -> Span | None:
    """A steroid by its name, a brand's or the word itself."""
    match = _STEROID_EYE.search(words)
    named = sentence.groups("steroid_eye")
    return placed(sentence, match) if match else named[0].span if named else None


def _near_drug(passage: Passage, sentence: Sentence) -> bool:
    before = passage.before(sentence)
    return before is not None and before.block == sentence.block and before.has("drug", "group")


def _unfit(passage: Passage, sentence: Sentence, words: str) -> Candidate | None:
    """A kitchen substance put where only a sterile or made product belongs."""
    thing = _UNFIT.search(words)
    if thing is None or not advises(passage, sentence):
        return None
    for place, pattern in (
        ("eye", _EYE),
        ("ear", _EAR),
        ("nose", _NOSE),
        ("vagina", _VAGINA),
        ("rectum", _RECTUM),
    ):
        where = pattern.search(words)
        if where is None:
            continue
        if place == "ear" and _FIT_FOR_EAR.search(words) and not _DISCHARGE.search(words):
            continue
        puts = list(_PUTS.finditer(words))
        if not puts and not _CURES.search(words):
            continue
        if place == "rectum" and "enema" not in words.lower():
            continue
        if thing.start() == where.start():
            continue
        span = placed(sentence, thing).cover(placed(sentence, where))
        near = [p for p in puts if p.start() < max(thing.start(), where.start())]
        if near and thing.start() - near[-1].start() < 60:
            span = span.cover(placed(sentence, near[-1]))
        return routed(passage, sentence, span, Severity.MAJOR, f"not made for the {place}")
    return None
