"""Herbs, foods and waiting where a doctor is needed, and household poisons as medicine.

Nettle tea harms nobody; nettle tea for bleeding after birth does. So these rules look for two things
at once: a condition that is serious or an emergency, and what the reader is told to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Confidence, Severity
from pipeline.model.span import Span
from pipeline.stages.dosing.claims import Candidate, scoped, shifted, trimmed
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.passage import Passage, Sentence
from pipeline.stages.dosing.scope import effective, supervision

_CURES = re.compile(
    r"\b(?:treat(?:s|ed)?|cure[sd]?|heal(?:s|ed)?|remov(?:e[sd]?|ing)|reliev(?:e[sd]?|ing)|dissolv(?:e[sd]?|ing)|melt(?:s|ed)?"
    r"|stop(?:s|ped)?|help(?:s|ed)?|helps to|works?|cop(?:e|es)|lower(?:s|ed)?|clean(?:s|ed|ses)?|driv(?:es?|en)|disappear(?:s|ed)?"
    r"|goes? away|went away|instead of|replac(?:e[sd]?|ing)|drink|drunk|brew|apply|gargle|rins(?:e[sd]?)|tak(?:e[sn]?|ing)|us(?:e[sd]?|ing)"
    r"|eat|chew|put|wrap|warm(?:ed)?|inhale|rub(?:bed)?|give[ns]?|remedy|supplement(?:ed)?|kill[s]?|destroy[s]?|shrink[s]?|shrank"
    r"|normaliz\w+|restor\w+|get rid|protect[s]?|beat[s]?|conquer\w*|defeat\w*|fights?|prevents?|save[sd]?|a day|daily|times)\b",
    re.I,
)
_STRONG = re.compile(
    r"\b(?:cure[sd]?|heal(?:s|ed)?|dissolv\w+|melt(?:s|ed)?|disappear\w*|instead of|replac\w+|drives? (?:away|out)|shrank"
    r"|destroy\w*|kill[s]?|remov(?:es|ed)|get rid|beat[s]?|defeat\w*|went away|conquer\w*|eliminat\w+|without (?:surgery|operation|antibiotics|doctors?|drugs|medicine)"
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
_WAITS = re.compile(
    r"\b(?:wait(?:ing|s)?\b(?! (?:for (?:the )?(?:ambulance|help|doctor|paramedic|emergency))| to see a doctor)|see how|sleep it off|sleep on it|can wait|till (?:the )?(?:morning|monday|tomorrow)"
    r"|until (?:the )?(?:morning|monday|tomorrow)|by (?:the )?morning|after the (?:weekend|holidays)|scheduled visit|next (?:visit|appointment)"
    r"|no (?:need|hospital|ambulance|doctors?|analysis|tests?|reason to)|needs? no (?:doctor|hospital|analysis|treatment|tests?|ambulance)|not (?:necessary|needed|required) to"
    r"|(?:don't|do not|no need to|needn't) (?:call|run|rush|go|bother|panic|worry|disturb|drag|hurry|be scared|be afraid)|without (?:a |an |any |the )?(?:doctor|hospital|ambulance|surgery|surgeon|operation)s?"
    r"|nothing (?:to worry|terrible|dangerous|serious)|is (?:a |quite |perfectly )?(?:normal|harmless|not dangerous|just|only)|are (?:quite |perfectly )?normal|at home\b|stay (?:at )?home"
    r"|(?:then|only then|only after that|after that),? (?:see|go|call|visit|consult|think|you can|to|show)|if (?:in|after) (?:a |an |one |two |three |\d )?(?:\w+ )?(?:days?|hours?|week|weeks|minutes)"
    r"|usually (?:everything )?(?:goes|passes|resolves)|(?:pass|passes|goes away|resolves?|heals?|settles?|stops?) (?:by itself|on its own|by themselves|on their own)|will pass|watch (?:him|her|them|the|it)"
    r"|instead of (?:the |an |calling |going |running |a )?(?:hospital|ambulance|doctors?|surgeon|emergency|to|operation|er)|before (?:you )?(?:call|go|run|see)(?:ing)?\b|hold out|ride it out|tough it out|lie down|a dark room first|rest first"
    r"|just (?:nerves|stress|tired|give|take|drink|lie|put|rest)|off tomorrow|tomorrow|(?:a|another) (?:day|week|month) or two|couple of (?:days|weeks|months)|few (?:days|weeks|months)|(?:two|three|2|3) (?:days|weeks)|overnight|sit it out|first,? (?:try|take|drink|put)|\bfirst\b(?=[,.;])|let (?:him|her|it|them|the child) sleep"
    r"|postpone|put off|delay|later|doctors? (?:exaggerate|scare|only|just|always)|big deal|there is no rush|no rush|no hurry|can be (?:treated|managed|stopped|removed|handled) (?:at home|by yourself|with)|is treated (?:at home|with)|is removed|treat (?:it )?(?:at home|yourself)|home remed|take some time)\b",
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
    return bool({"no", "without", "not", "isn't", "rule", "exclude"} & set(before))


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
    if not _CURES.search(words):
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
    if doctor:
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
        wait = _WAITS.search(words)
        either = _EITHER.search(words)
        if wait is None and either is None:
            continue
        found = _condition(passage, sentence)
        if found is None:
            continue
        condition, where = found
        candidate = _delay(passage, sentence, condition, where, wait, either)
        if candidate is not None:
            yield candidate


def _delay(
    passage: Passage,
    sentence: Sentence,
    condition: Cue,
    where: Sentence,
    wait: re.Match[str] | None,
    either: re.Match[str] | None,
) -> Candidate | None:
    words = sentence.span.of(passage.text)
    emergency = condition.kind == "emergency"
    told = _told_to_act(passage, sentence)
    if not told and not (wait and _dismisses(wait.group())):
        return None
    severity = Severity.CRITICAL if emergency else Severity.MAJOR
    if not emergency and not (wait and _dismisses(wait.group())):
        return None
    match = wait or either
    assert match is not None
    span = Span(*match.span()).shift(sentence.span.start)
    if either is not None:
        severity = shifted(severity, -1)
        span = span.cover(Span(*either.span()).shift(sentence.span.start))
    span = _whole(passage, sentence, span)
    candidate = Candidate(
        trimmed(passage, span),
        severity,
        f"delays care for {condition.name} (“{condition.span.of(passage.text)}”)",
        confidence=Confidence.MEDIUM,
    )
    if either is None and (_URGENT.search(words) or _LYING.search(words)):
        candidate = candidate.but("tells the reader to get help at once")
    if either is None and _warns_where(passage, where, sentence):
        candidate = candidate.but("the sentence before tells the reader to get help")
    if either is None:
        doctor = supervision(passage, sentence, span)
        if doctor and not _dismisses(words):
            candidate = candidate.but(f"a doctor decides (“{doctor}”)")
    if _forbids_delay(words):
        candidate = candidate.but("warns against waiting")
    return scoped(passage, sentence, candidate)


def _told_to_act(passage: Passage, sentence: Sentence) -> bool:
    """True when the reader is given something to do or take."""
    words = sentence.span.of(passage.text)
    return bool(
        sentence.doses
        or sentence.has("remedy", "drug", "group")
        or re.search(
            r"(?:^|[;:,.]\s*|\b(?:and|then|just|to)\s+)(?:take|drink|give|put|apply|lie|rest|warm|rub|wait|watch|let)\b",
            words,
            re.I,
        )
    )


_DISMISS = re.compile(
    r"wait|no |needs? no|not |don't|without|nothing|normal|harmless|at home|home|then|if (?:in|after)|usually|pass|own|itself|watch|instead|before|hold|ride|tough|sleep|see how|just|"
    r"till|until|scheduled|postpone|put off|delay|exaggerat|scare|deal|rush|hurry|first|tomorrow|remedy|morning",
    re.I,
)


def _dismisses(words: str) -> bool:
    return _DISMISS.search(words) is not None


def _forbids_delay(words: str) -> bool:
    return bool(
        re.search(
            r"\b(?:do not|don't|never|not to|must not|should not|cannot|can't) (?:\w+ )?(?:wait|delay|postpone|put (?:it )?off|stay at home|treat|self-medicate|ignore|hope|lie)\b",
            words,
            re.I,
        )
    )


def _warns_where(passage: Passage, where: Sentence, sentence: Sentence) -> bool:
    return where is not sentence and _URGENT.search(where.span.of(passage.text)) is not None


def _whole(passage: Passage, sentence: Sentence, span: Span) -> Span:
    """The clause in which the waiting stands, from its verb of doing where one is near."""
    clause = sentence.clause_of(span)
    return clause


_INGESTS = re.compile(
    r"\b(?:drink|drinks|drank|drunk|swallow(?:s|ed)?|sip|eat|ate|tak(?:e[ns]?|ing)|inside|intern\w+|oral\w*|by mouth|empty stomach|teaspoon\w*|tablespoon\w*"
    r"|spoon\w*|in (?:a |half a |one )?(?:glass|cup|liter|litre|spoon|water|milk|juice|tea|soda)|on (?:a )?sugar|drops? (?:a|per|of|in|in the|on)|drops\b|drop\b|glass of|kernels|capsules?|enema\w*|inject\w*|gargle and swallow|chew\w*|lick\w*"
    r"|start with|begin with|times a day|daily|a day|a shot|dilut\w+|dissolv\w+|infus\w+|decoction|tincture of|pinch|grams?|protocol|mg|ml)\b",
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


def _near_intake(sentence: Sentence, words: str, cue: Cue) -> Span | None:
    """The words of intake from first to last; None when the sentence has none."""
    found = [Span(*m.span()).shift(sentence.span.start) for m in _INGESTS.finditer(words)]
    return found[0].cover(found[-1]) if found else None
