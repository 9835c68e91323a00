"""Herbs, foods and waiting where a doctor is needed, and household poisons as medicine.

Nettle tea harms nobody; nettle tea for bleeding after birth does. So these rules look for two things
at once: a condition that is serious or an emergency, and what the reader is told to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.advice import advises, orders
from pipeline.stages.dosing.claims import Candidate, scoped, shifted, trimmed
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.scope import effective, supervision

_CURES = re.compile(
    r"\b(?:treat(?:s|ed)?|cure[sd]?|heal(?:s|ed)?|remov(?:e[sd]?|ing)|reliev(?:e[sd]?|ing)|dissolv(?:e[sd]?|ing)|melt(?:s|ed)?"
    r"|stop(?:s|ped)?|help(?:s|ed)?|helps to|works?|cop(?:e|es)|lower(?:s|ed)?|clean(?:s|ed|ses)?|driv(?:es?|en)|disappear(?:s|ed)?"
    r"|goes? away|went away|instead of|replac(?:e[sd]?|ing)|drink|drunk|brew|apply|gargle|rins(?:e[sd]?)|tak(?:e[sn]?|ing)|us(?:e[sd]?|ing)"
    r"|eat|chew|put|wrap|warm(?:ed)?|inhale|rub(?:bed)?|give[ns]?|remedy|supplement(?:ed)?|kill[s]?|destroy[s]?|shrink[s]?|shrank"
    r"|normaliz\w+|restor\w+|get rid|protect[s]?|beat[s]?|clears?|conquer\w*|defeat\w*|fights?|prevents?|save[sd]?|a day|daily|times)\b",
    re.I,
)
_STRONG = re.compile(
    r"\b(?:cure[sd]?|heal(?:s|ed)?|dissolv\w+|melt(?:s|ed)?|disappear\w*|instead of|replac\w+|drives? (?:away|out)|shrank"
    r"|destroy\w*|kill[s]?|remov(?:es|ed)|get rid|beat[s]?|defeat\w*|went away|conquer\w*|clears?|eliminat\w+|without (?:surgery|operation|antibiotics|doctors?|drugs|medicine)"
    r"|is treated|are treated|works? like|eliminates|save[sd]|treats)\b",
    re.I,
)
_TEA = re.compile(r"\btea\b|\bwarm (?:drink|water|milk)\b", re.I)
_URGENT = re.compile(
    r"\b(?:call|phone|ring|dial) (?:an |the )?(?:ambulance|911|999|112|emergency|doctor|your)|\bambulance (?:immediately|at once|right away|now)"
    r"|\b(?:go|get|come|take (?:him|her|them|the child)) (?:straight |directly |immediately |quickly |back )?to (?:the |a |an )?(?:hospital|emergency|a&e|er\b|clinic)"
    r"|\bseek (?:emergency|immediate|urgent|medical)|\bmedical emergency|\bemergency (?:department|room|care|services|surgery|hospital)"
    r"|\b(?:urgent|immediate|prompt)(?:ly)? (?:medical|consult|hospital|call|see|go|contact|attention|help|need)|\bstraight away|\bwithout delay"
    r"|\bat once\b|\bimmediately (?:call|consult|contact|go|see|seek|hospital)|\b(?:see|contact|call) (?:a |your |the )?\w* ?(?:doctor|midwife|specialist|gynecologist) (?:immediately|urgently|now|promptly|at once|straight)",
    re.I,
)
_EITHER = re.compile(
    r"\bor (?:go|call|see|visit|contact|run|drive|get)\b[^.;]{0,40}\b(?:hospital|doctor|ambulance|clinic|emergency)",
    re.I,
)
_DISMISSES = re.compile(
    r"\b(?:no (?:real |urgent )?need (?:for|to|of)\b[^.;]{0,40}\b(?:doctor|hospital|ambulance|gp|surgeon|clinic|specialist|er\b|emergency|test|analysis|antibiotic|panic|operation|surgery|treat)\w*"
    r"|(?:needs?|requires?) no (?:doctor|hospital|analysis|treatment|tests?|ambulance|surgery|examination)|no (?:hospital|ambulance|doctors?|surgeon|emergency room) (?:is |are |was )?(?:needed|necessary|required)?"
    r"|(?:don't|do not|no need to|needn't|never|not necessary to|no reason to|pointless to|useless to|not worth) (?:immediately )?(?:call|calling|run|rush|go|going|bother|panic|worry|disturb|drag|hurry|be scared|be afraid|see|waste|seek|phone|take him|take her|trust)\b[^.;]{0,40}"
    r"|(?:do|does)(?:n't| not) (?:need|require) (?:a |an |any |the |to see a |to go to )?(?:hospital|doctor|ambulance|surgery|specialist|gp|examination)"
    r"|without (?:a |an |any |the )?(?:doctor|hospital|ambulance|surgeon|hospitali[sz]ation)s?|instead of (?:the |an |a |calling |going |running |seeing )*(?:hospital|ambulance|doctors?|surgeon|emergency|er|operation|surgery|chemo\w*)"
    r"|(?:doctor|dentist|surgeon|hospital|ambulance|visit|examination|appointment|surgery|clinic|specialist|er|it|this|that) can wait|doctors? (?:only |just |always |will )?(?:exaggerate|scare|frighten|panic|overreact)|there is no (?:rush|hurry)|no (?:rush|hurry|big deal)"
    r"|skip the (?:hospital|er|doctor|ambulance)|stay away from (?:the )?(?:hospital|doctor)s?|save (?:yourself )?(?:the|a) (?:trip|visit))",
    re.I,
)
_WAITS = re.compile(
    r"\b(?:wait (?:it out|and see|until|till|for the (?:scheduled|next)|a (?:day|week|few|couple|little|while)|another|one|two|three|\d|quietly|calmly)|just wait|and wait\b(?! for (?:the )?(?:ambulance|help|doctor))|see how (?:you|he|she|it|they|things|the)|sleep it off|sleep on it|till (?:the )?(?:morning|monday|tomorrow)"
    r"|until (?:the )?(?:morning|monday|tomorrow|next)|by (?:the )?morning|after the (?:weekend|holidays?)|scheduled visit|next (?:scheduled|routine|planned) (?:visit|appointment)|(?:show|go|see|visit|call|consult)\b[^.;,]{0,30} (?:tomorrow|on monday|next week|after the weekend|in a (?:few|couple of) days|later)"
    r"|(?:only then|then only|only after that),? (?:see|go|call|visit|consult|think|you can|to|show)|(?:and |if )?(?:it |this |that )?(?:does(?:n't| not) (?:help|pass|work|stop)|(?:is|gets?) not (?:easier|better)|no (?:relief|improvement|effect))[^.;]{0,40} (?:then )?(?:see|go|call|visit|consult)"
    r"|if (?:in|after) (?:a |an |one |two |three |\d )?(?:\w+ )?(?:days?|hours?|weeks?|minutes)\b[^.;]{0,60}(?:then|see|go|call|visit|consult)|watch (?:him|her|them) (?:till|until|at home|overnight|for|and)|hold out|ride it out|tough it out|sit it out|lie down (?:and|with|in|for|quietly)|stay (?:at home|in bed)"
    r"|(?:a |in a )?(?:dark room|rest|nap|hot bath|tea|valerian|aspirin|ibuprofen|mg|drops) first\b|first,? (?:try|take|drink|put|give|lie)|try \w+[^.;]{0,30} first|\bfirst\W*$|before (?:you )?(?:calling|call|running|run|going|go|rushing|rush)\b|(?:treat|stop|manage|remove|handle|lower|cure) [^.;]{0,30}at home|at home (?:first|yourself|with)|let (?:him|her|them|the child|the baby) sleep|after the attack is stopped|postpone|put off (?:the|your)|for a (?:day|week|month) or two|(?:a |another )?couple (?:of )?(?:days|weeks|months) (?:more|longer))",
    re.I,
)
_REASSURES = re.compile(
    r"\b(?:(?:is|are|it's|that's) (?:a |an |just |only |quite |perfectly |completely |absolutely |usually )*(?:normal|harmless|not dangerous|nerves|stress|tiredness|gas|cleaning|cleansing)\b|usually (?:everything |it |this )?(?:goes|passes|resolves|disappears)|(?:will )?(?:pass|passes|goes away|go away|resolves?|heals?|settles?|stops?) (?:by itself|on its own|by themselves|on their own|without treatment)|it will pass|nothing (?:to worry|terrible|dangerous|serious)|just (?:nerves|stress|tired\w*))",
    re.I,
)
_CARE = re.compile(
    r"hospital|doctor|ambulance|surgeon|gp\b|clinic|specialist|emergency|dentist|surgery|operation|chemo|treatment|examination|analysis",
    re.I,
)
_LYING = re.compile(
    r"before (?:the )?(?:arrival|doctors? (?:arrive|come)|ambulance)|waiting for (?:the )?(?:ambulance|doctor|help)|until (?:the )?(?:ambulance|help|doctor|paramedics)",
    re.I,
)


def _condition(passage: Passage, sentence: Sentence) -> tuple[Cue, Sentence] | None:
    """The gravest condition that `sentence` is about: its own, or of the sentence before."""
    around = [sentence]
    before = passage.before(sentence)
    if before is not None and before.block == sentence.block:
        around.append(before)
    around += [passage.sentences[i] for i in sentence.above]
    for kind in ("emergency", "serious"):
        for other in around:
            for cue in effective(other, kind):
                if not _denied(passage, cue):
                    return cue, other
    return None


def _denied(passage: Passage, cue: Cue) -> bool:
    before = [t.word for t in passage.tokens[max(0, cue.first - 3) : cue.first]]
    return bool({"no", "without", "not", "isn't", "rule", "exclude", "anti"} & set(before))


def herbals(passage: Passage) -> Iterator[Candidate]:
    """A herb, food or home remedy offered for a serious condition."""
    for sentence in passage.sentences:
        if not sentence.has("remedy"):
            continue
        found = _condition(passage, sentence)
        if found is None:
            continue
        condition, where = found
        remedy = _offered(passage, sentence)
        if remedy is None or remedy.span.overlaps(condition.span):
            continue
        candidate = _offer(passage, sentence, remedy, condition, where)
        if candidate is not None:
            yield candidate


def _offered(passage: Passage, sentence: Sentence) -> Cue | None:
    """The herb, or else the food, of the sentence."""
    for kind in (("herb",), ("food", "soda", "honey", "toxic", "boric", "enema")):
        for cue in sentence.of("remedy"):
            if passage.knowledge.remedies[cue.name].kind in kind:
                return cue
    return None


def _offer(
    passage: Passage, sentence: Sentence, remedy: Cue, condition: Cue, where: Sentence
) -> Candidate | None:
    words = sentence.span.of(passage.text)
    kind = passage.knowledge.remedies[remedy.name].kind
    emergency = condition.kind == "emergency"
    if not _CURES.search(words) or not advises(passage, sentence):
        return None
    if re.search(r"\binter(?:act|fere)", words, re.I):
        return None
    if not emergency and kind != "herb" and not _STRONG.search(words):
        return None
    if not emergency and where is not sentence and not _STRONG.search(words):
        return None
    if not emergency and not (_STRONG.search(words) or sentence.doses or _regimen(words)):
        return None
    evidence = remedy.span
    if where is sentence:
        evidence = evidence.cover(condition.span)
    else:
        evidence = _with_verb(sentence, remedy.span)
    candidate = Candidate(
        trimmed(passage, evidence),
        Severity.CRITICAL if emergency else Severity.MAJOR,
        f"“{remedy.span.of(passage.text)}” for {condition.name} (“{condition.span.of(passage.text)}”)",
        citations=passage.knowledge.remedies[remedy.name].citations,
        confidence=Confidence.MEDIUM,
    )
    if _URGENT.search(words):
        candidate = candidate.but("tells the reader to get help at once")
    doctor = supervision(passage, sentence, evidence)
    if doctor and not (emergency and _WAITS.search(words)):
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


def _regimen(words: str) -> bool:
    return bool(
        re.search(
            r"\b(?:times? a day|a day|daily|every|spoon\w*|teaspoons?|glass|cups?|drops)\b",
            words,
            re.I,
        )
    )


def _with_verb(sentence: Sentence, span: Span) -> Span:
    for cue in sentence.of("remedy_use"):
        if 0 <= span.start - cue.span.end <= 12:
            return cue.span.cover(span)
    return span


def delays(passage: Passage) -> Iterator[Candidate]:
    """Waiting or home treatment where the text itself names an emergency or a serious condition."""
    for sentence in passage.sentences:
        words = sentence.span.of(passage.text)
        match, sure = _putting_off(passage, sentence, words)
        if match is None:
            continue
        found = _condition(passage, sentence)
        if found is None:
            continue
        condition, where = found
        if condition.kind == "serious" and not (sure and _CARE.search(words)):
            continue
        yield _delay(passage, sentence, condition, where, match)


def _putting_off(
    passage: Passage, sentence: Sentence, words: str
) -> tuple[re.Match[str] | None, bool]:
    """The words that put care off, and whether they alone say so.

    Sending the doctor away says it alone; waiting and reassuring only beside something to do.
    """
    match = _DISMISSES.search(words)
    if match:
        return match, True
    acts = orders(passage, sentence) or sentence.has("remedy")
    for pattern, needs in ((_EITHER, True), (_WAITS, False), (_REASSURES, True)):
        match = pattern.search(words)
        if match and (acts or not needs):
            return match, False
    return None, False


def _delay(
    passage: Passage, sentence: Sentence, condition: Cue, where: Sentence, match: re.Match[str]
) -> Candidate:
    words = sentence.span.of(passage.text)
    either = _EITHER.search(words)
    severity = Severity.CRITICAL if condition.kind == "emergency" else Severity.MAJOR
    span = Span(*match.span()).shift(sentence.span.start)
    if either is not None:
        severity = shifted(severity, -1)
        span = span.cover(Span(*either.span()).shift(sentence.span.start))
    candidate = Candidate(
        trimmed(passage, sentence.clause_of(span)),
        severity,
        f"delays care for {condition.name} (“{condition.span.of(passage.text)}”)",
        confidence=Confidence.MEDIUM,
    )
    if _forbids_delay(words):
        candidate = candidate.but("warns against waiting")
    if either is None:
        if _URGENT.search(words) or _LYING.search(words):
            candidate = candidate.but("tells the reader to get help at once")
        if where is not sentence and _URGENT.search(where.span.of(passage.text)):
            candidate = candidate.but("the sentence before tells the reader to get help")
        following = passage.after(sentence)
        if (
            following
            and following.block == sentence.block
            and _URGENT.search(following.span.of(passage.text))
        ):
            candidate = candidate.but("the next sentence tells the reader to get help")
        doctor = supervision(passage, sentence, span)
        if doctor and "prescri" in doctor.lower():
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


def _forbids_delay(words: str) -> bool:
    return bool(
        re.search(
            r"\b(?:do not|don't|never|not to|must not|should not|shouldn't|cannot|can't|no time to) (?:\w+ )?"
            r"(?:wait|delay|postpone|put (?:it )?off|stay at home|treat|self-medicate|ignore|hope|lie|lose)\b",
            words,
            re.I,
        )
    )


_INGESTS = re.compile(
    r"\b(?:drink|drinks|drank|drunk|swallow(?:s|ed)?|sip|eat|ate|tak(?:e[ns]?|ing)|inside|intern\w+|oral\w*|by mouth|empty stomach|teaspoon\w*|tablespoon\w*"
    r"|spoon\w*|in (?:a |half a |one )?(?:glass|cup|liter|litre|spoon|water|milk|juice|tea|soda)|on (?:a )?sugar|drops? (?:a|per|of|in|in the|on)|drops\b|drop\b|glass of|kernels|capsules?|enema\w*|inject\w*|gargle and swallow|chew\w*|lick\w*"
    r"|start with|begin with|times a day|daily|a day|a shot|dilut\w+|dissolv\w+|infus\w+|decoction|tincture of|pinch|grams?|protocol|mg|ml|tongue|pea-sized)\b",
    re.I,
)
_OUTSIDE = re.compile(
    r"\b(?:external(?:ly)?|on the skin|skin only|wounds?|warts?|surfaces?|clean(?:s|ing)? (?:the )?(?:kitchen|surfaces|floor|toilet|house|counter)|laundry|bath(?:tub)?s?\b|foot|feet|hair|scalp|nails?|compress\w*|lotion|massage|diffuser|aroma\w*|disinfect\w*|mouthwash|rinse|stain\w*|soak|repel\w*|moth|paint|cream|ointment|candle|lamp oil lamp|shampoo|soap)\b",
    re.I,
)
_SWALLOWS = re.compile(
    r"\b(?:swallow|drink|drunk|inside|internally|orally|by mouth|empty stomach|eat|enema)\w*\b",
    re.I,
)


def poisons(passage: Passage) -> Iterator[Candidate]:
    """A household poison, toxic plant or essential oil taken as medicine."""
    for sentence in passage.sentences:
        for cue in sentence.of("remedy"):
            remedy = passage.knowledge.remedies[cue.name]
            if remedy.severity is None or remedy.kind in ("boric",):
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
    told = advises(passage, sentence) or _regimen(words) or _COURSE.search(words)
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
    )
    if _OUTSIDE.search(words) and not _SWALLOWS.search(words):
        candidate = candidate.but("used on the outside")
    doctor = supervision(passage, sentence, evidence)
    if doctor and severity is not Severity.CRITICAL:
        candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    return scoped(passage, sentence, candidate)


_COURSE = re.compile(r"\b(?:for|during) (?:\w+ )?(?:days|mornings|weeks)\b|\bamount\b|\bon (?:a )?(?:piece of |lump of )?sugar\b|\bempty stomach\b", re.I)


def _near_intake(sentence: Sentence, words: str, cue: Cue) -> Span | None:
    """The words of intake from first to last; None when the sentence has none."""
    found = [Span(*m.span()).shift(sentence.span.start) for m in _INGESTS.finditer(words)]
    return found[0].cover(found[-1]) if found else None
