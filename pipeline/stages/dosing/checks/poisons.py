"""Household poisons, toxic plants and essential oils taken as medicine.

The substance, and words of taking it in; what is used on the outside, in a diffuser or in a warning
is let go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.advice import advises
from pipeline.stages.dosing.scope.claims import Candidate, scoped, trimmed
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.supervision import supervision

_INGESTS = re.compile(
    r"\b(?:snort(?:s|ed|ing)?|sniff(?:s|ed|ing)?|nebuli[sz]\w*|inhal(?:e[sd]?|ing)|drink|drinks|drank|drunk|swallow(?:s|ed)?|sip|eat|ate|tak(?:e[ns]?|ing)|inside"
    r"|intern\w+|oral\w*|by mouth|empty stomach|teaspoon\w*|tablespoon\w*"
    r"|spoon\w*|in (?:a |half a |one )?(?:glass|cup|liter|litre|spoon|water|milk|juice|tea"
    r"|soda)|(?:in|into|to) (?:your|my|the|their|his|her) (?:\w+ ){0,2}(?:smoothie|coffee|tea|water"
    r"|juice|porridge|milk|drink|food|bottle|shake)|capful\w*|glug|dash of|shot of|squirt|on "
    r"(?:a )?sugar|drops? (?:a|per|of|in|in the|on)|drops\b|drop\b|glass of"
    r"|kernels|capsules?|enema\w*|inject\w*|gargle and swallow|chew\w*|lick\w*"
    r"|start with|begin with|(?:on|onto) (?:a |your |his |her )?(?:toast|bread|cracker"
    r"|biscuit)|times a day|daily|a day|a shot|dilut\w+|dissolv\w+|infus\w+"
    r"|decoction|tincture of|pinch|grams?|protocol|mg|ml|tongue|pea-sized)\b",
    re.I,
)


_OUTSIDE = re.compile(
    r"\b(?:external(?:ly)?|on the skin|skin only|wounds?|warts?|surfaces?|clean(?:s"
    r"|ing)? (?:the )?(?:kitchen|surfaces|floor|toilet|house|counter)|laundry"
    r"|bath(?:tub)?s?\b|foot|feet|hair|scalp|nails?|compress\w*|lotion|massage|diffuser"
    r"|aroma\w*|disinfect\w*|mouthwash|rinse|stain\w*|soak|repel\w*|moth|paint|cream"
    r"|ointment|candle|lamp oil lamp|shampoo|soap|brush(?:es)?|grout|varnish|rust"
    r"|drains?|washing machine)\b",
    re.I,
)


_SWALLOWS = re.compile(
    r"\b(?:swallow|drink|drunk|inside|internally|orally|by mouth|empty stomach|eat|enema)\w*\b",
    re.I,
)


_OTHER_PEROXIDE = re.compile(r"\b(?:benzoyl|carbamide|urea|zinc) $", re.I)
"""Before a peroxide that is sold for skin or teeth, and is none of the household."""

_ACCIDENT = re.compile(
    r"\b(?:if|when|in case|someone|somebody|anyone|child|children|toddler|baby|who|has|have|had)\b"
    r"[^.;:]{0,40}\b(?:swallow(?:s|ed)|drank|drunk|drinks)\b",
    re.I,
)
_CALLS_HELP = re.compile(
    r"\b(?:call|ring|phone|doctor|poisons?|vomit|ambulance|hospital|emergency|999|911|112|gullet"
    r"|burns?)\b",
    re.I,
)


def poisons(passage: Passage) -> Iterator[Candidate]:
    """A household poison, toxic plant or essential oil taken as medicine."""
    for sentence in passage.sentences:
        for cue in sentence.of("remedy"):
            remedy = passage.knowledge.remedies[cue.name]
            if remedy.severity is None or remedy.kind in ("boric",):
                continue
            if _OTHER_PEROXIDE.search(passage.text[sentence.span.start : cue.span.start]):
                continue
            found = _poison(passage, sentence, cue, remedy.severity, remedy.kind)
            if found is not None:
                yield found
                break


def _poison(
    passage: Passage, sentence: Sentence, cue: Cue, severity: Severity, kind: str
) -> Candidate | None:
    words = sentence.span.of(passage.text)
    where = sentence
    intake = _near_intake(sentence, words, cue)
    if intake is None:
        following = passage.after(sentence)
        if following is None or following.block != sentence.block or following.has("drug"):
            return None
        intake = _near_intake(following, following.span.of(passage.text), cue)
        if intake is None or not _SWALLOWS.search(following.span.of(passage.text)):
            return None
        where = following
    if kind == "soda" and not (
        sentence.has("serious", "emergency", "open_ended") or "enema" in words
    ):
        return None
    told = advises(passage, sentence) or sentence.has("how_often") or _COURSE.search(words)
    told = told or (_SWALLOWS.search(words) and _MEASURED.search(words))
    if not told and not (where is not sentence and advises(passage, where)):
        return None
    start, end = min(cue.span.start, intake.start), max(cue.span.end, intake.end)
    evidence = Span(start, end) if where is sentence else trimmed(passage, where.span)
    if where is sentence:
        for dose in sentence.doses:
            if dose.span.overlaps(evidence):
                evidence = evidence.cover(dose.span)
    remedy = passage.knowledge.remedies[cue.name]
    candidate = Candidate(
        trimmed(passage, evidence),
        severity,
        f"{remedy.name} taken as medicine",
        citations=remedy.citations,
        reference=remedy.key,
    )
    if remedy.kind == "toxic" and cue.name == "essential_oil" and _LICENSED.search(words):
        candidate = candidate.but("a licensed capsule of peppermint oil")
    if _ACCIDENT.search(words) and _CALLS_HELP.search(words):
        candidate = candidate.but("an accident, and what to do about it")
    if _OUTSIDE.search(words) and not _SWALLOWS.search(words):
        candidate = candidate.but("used on the outside")
    if _PRICED.search(words) and not _SWALLOWS.search(words):
        candidate = candidate.but("a price")
    if _FOR_ANIMALS.search(words) and not _FOR_PEOPLE.search(words):
        candidate = candidate.but("given to an animal")
    if _warned_of(passage, where):
        candidate = candidate.but("the next sentence warns of it")
    doctor = supervision(passage, sentence, evidence)
    if doctor and severity is not Severity.CRITICAL:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


_OF_IT = re.compile(r"\W{0,3}(?:it|that|this|both|they|these|kerosene|turpentine)\b", re.I)


def _warned_of(passage: Passage, sentence: Sentence) -> bool:
    """True where the sentence behind says of it that it burns or kills."""
    after = passage.after(sentence)
    if after is None or after.block != sentence.block or not _OF_IT.match(after.words):
        return False
    return after.has("warning")


_MEASURED = re.compile(
    r"\b(?:[0-9]+|an?|one|two|three|half an?) (?:drops?|ml|teaspoons?|tablespoons?|pinch(?:es)?"
    r"|capfuls?|cups?|glass(?:es)?|shots?|dash|sips?|crystals?|capsules?|lumps?"
    r"|spoons?|g|grams?)\b",
    re.I,
)
_PRICED = re.compile(r"[€$£]|\b(?:euros?|dollars?|roubles?|rubles?|pence|costs?|prices?)\b", re.I)
_FOR_ANIMALS = re.compile(
    r"\bfor (?:the|your|my|our|an?|her|his) (?:mare|horse|pony|stallion|foal|cow|calf|goat|sheep"
    r"|dog|cat|ram|herd)s?\b"
    r"|\b(?:ants?|cockroach(?:es)?|roaches|mice|rats|rodents|slugs|wasps|flies|pests?|weeds|moths"
    r"|silverfish|bedbugs|fleas|woodworm|bait)\b",
    re.I,
)
_FOR_PEOPLE = re.compile(
    r"\b(?:same (?:as|way|dose)|covid|myself|yourself|humans?|people|i took|took it"
    r"|you would|me)\b",
    re.I,
)
_LICENSED = re.compile(
    r"\bpeppermint oil\b.*\b(?:enteric|gastro-?resistant|coat)|\b(?:enteric|gastro-?resistant"
    r"|colpermin|mintec|apercap)\b.*\bpeppermint oil\b",
    re.I,
)
_COURSE = re.compile(
    r"\b(?:for|during) (?:\w+ )?(?:days|mornings|weeks)\b|\bamount\b"
    r"|\bon (?:a )?(?:piece of |lump of )?sugar\b|\bempty stomach\b",
    re.I,
)


_UNIT = re.compile(r"mg|ml|grams?|capsules?|a day|daily|times a day", re.I)
_NEAR = 110
"""Characters between the substance and the word that has it taken in."""


def _near_intake(sentence: Sentence, words: str, cue: Cue) -> Span | None:
    """The words of intake near `cue` from first to last, those of another's dose left out."""
    others = [d.span for d in sentence.doses if not d.span.overlaps(cue.span)]
    found = [
        span
        for match, span in (
            (m.group(), Span(*m.span()).shift(sentence.span.start))
            for m in _INGESTS.finditer(words)
        )
        if not (_UNIT.fullmatch(match) and any(other.overlaps(span) for other in others))
        and (not sentence.span.contains(cue.span) or _apart(span, cue.span) <= _NEAR)
    ]
    return found[0].cover(found[-1]) if found else None


def _apart(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)
