"""Whom a sentence speaks of, as the table of contraindications names people.

By age ("a 5-month-old", "from two years"), by state ("at 30 weeks", "the test shows two lines") or
by illness ("your pressure is 180"). What is only likened, hoped for or denied is nobody: "sleeps
like a baby", "who may become pregnant", "if you have no ulcer", "ulcers in the mouth".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.ages import age_bands, own_ages, said_ages
from pipeline.stages.dosing.scope.passage import Passage, Sentence

STATES = (
    "pregnancy", "late_pregnancy", "lactation", "renal", "liver", "ulcer", "dysentery", "asthma",
    "hypertension", "heart_failure", "heart_disease", "long_qt", "thrombosis", "bleeding_disorder",
    "smoker", "migraine_aura", "glaucoma", "prostate", "g6pd", "gout", "epilepsy", "parkinson",
    "myasthenia", "dengue", "chickenpox", "breast_cancer", "penicillin_allergy", "sulfa_allergy",
    "nsaid_allergy",
)  # fmt: skip
"""Populations by state or illness, each a kind of cue."""

_SMALL = re.compile(r"toddlers?|tots?|little ones?|preschoolers?|kindergarten|nursery", re.I)
_YOUNG, _CHILD, _INFANT = 1.9, 6.0, 0.5
"""Years of those whose age is not said: toddlers, children, babies."""

_BEFORE = 80
"""Characters in front of somebody that are asked who he is."""

_LIKENESS = re.compile(r"\b(?:like|as|than) (?:an? |the |my )?(?:\w+ )?$", re.I)
"""Before "a baby" in "I sleep like a baby": nobody is given anything."""

_NOT_YET = re.compile(
    r"\b(?:become|becoming|get|getting|fall|falling|conceive|plan\w*|trying|try|want\w*|wish\w*"
    r"|prevent\w*|avoid\w*|against|terminat\w*|unwanted|unplanned|after|before|since|previous|last"
    r"|ectopic|no longer|wasn't|once|preventing|interrupt\w*|end an?|false|negative|suspected)"
    r"\s+(?:to |for |a |an |the |your |her |early )*$",
    re.I,
)
"""Before "pregnant": hoped for, feared or over."""

_IF_SO = re.compile(r"\b(?:if|when|once|as soon as|even after|having)\b", re.I)
_ELSEWHERE = re.compile(
    r"\b(?:mouth|oral|leg|foot|feet|pressure|skin|corneal|diabetic|tongue|canker|venous|genital"
    r"|aphthous|cold|trophic) $",
    re.I,
)
"""Before "ulcer": one that no painkiller makes bleed."""

_AFTER_BIRTH = re.compile(
    r"[- ](?:free|test|tests|kit|vitamins?|multivitamins?|planning)\b|\s+late in life\b", re.I
)
_TIME = r"(?! (?:of (?:treatment|therapy|age|use)|later|old|on|ago|after|before|apart|in a row))"
_WEEKS = (
    re.compile(
        r"\b(?:at|from(?: the)?|by|beyond|past|until|after) ([0-9]{1,2})(?:st|nd|rd|th)? ?-?"
        rf"(?:weeks?|wks?)\b{_TIME}",
        re.I,
    ),
    re.compile(r"\bin(?: the| her| my| your)? ([0-9]{1,2})(?:st|nd|rd|th) ?-?week\b", re.I),
    re.compile(
        r"\b([0-9]{1,2})\+?[- ]?(?:weeks?|wks?)[- ](?:pregnant|gone|along|gestation)\b", re.I
    ),
    re.compile(r"\bweek ([0-9]{1,2}) of (?:the |your |my |her )?pregnancy\b", re.I),
    re.compile(
        r"\b(?:in|at|by|from|past) (?:week|wk) (?!1[0-2]\b)([0-9]{2})\b(?! (?:of|after))", re.I
    ),
    re.compile(
        r"^\W{0,3}(?:i'm |im |i am |me: ?|at )?(?!1[0-2]\b)([0-9]{2}) ?(?:weeks?|wks?|w)"
        r"(?:,| and| here| with| \+| in\b(?! a row)| today| tomorrow|\W{1,3}$)"
        rf"{_TIME}",
        re.I,
    ),
    re.compile(
        r"^\W{0,3}(?:i'm |im |at )?([2-4][0-9]) ?(?:\+ ?|w(?:eeks?)? ?)[0-6](?: ?d(?:ays?)?)?\b",
        re.I,
    ),
)
_FEWEST, _MOST, _HALF = 10, 42, 20
"""Weeks that, with nothing else said, can only be a pregnancy's; and where its late half begins."""

_MONTHS = re.compile(
    r"\b(?:(?:sixth|seventh|eighth|ninth|6th|7th|8th|9th|last|final) month"
    r"|(?:six|seven|eight|nine|[6-9]) months (?:pregnant|gone|along))\b",
    re.I,
)
_LATE = re.compile(
    r"\b(?:(?:last|final|closing|late|later) (?:few |two |three |couple of )?"
    r"(?:weeks?|months?|stages?|trimester)"
    r"|second half|towards? the (?:end|birth)|shortly before|near the end|due date)\b",
    re.I,
)
"""Late where a pregnancy is named."""

_EGFR = re.compile(r"\b(?:egfr|gfr)\D{1,20}([0-9]{1,3})\b", re.I)
_POOR = 30


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the sentence is about, as a population of the table of contraindications."""

    population: str
    span: Span


def people(passage: Passage, sentence: Sentence) -> tuple[Person, ...]:
    """Everybody `sentence` speaks of, in order."""
    words, base = sentence.span.of(passage.text), sentence.span.start
    found = [*_by_age(words, base, sentence), *_by_state(words, base, sentence)]
    found += _by_week(words, base, sentence)
    return tuple(sorted(found, key=lambda p: (p.span, p.population)))


def kidneys_work(words: str) -> bool:
    """True where `words` state a filtration rate at which little is ruled out."""
    kidney = _EGFR.search(words)
    return kidney is not None and int(kidney.group(1)) >= _POOR


def late_in(words: str, base: int) -> Iterator[Person]:
    """Those whom `words`, of a pregnancy, put into its late part; `base` is where they begin."""
    for match in _LATE.finditer(words):
        yield Person("late_pregnancy", Span(*match.span()).shift(base))


def ages(passage: Passage, sentence: Sentence) -> tuple[float, ...]:
    """Every age that `sentence` names, in years; that of the writer too."""
    words = sentence.span.of(passage.text)
    return (*own_ages(words), *(age.years for age in said_ages(words)))


def _by_age(words: str, base: int, sentence: Sentence) -> Iterator[Person]:
    said = said_ages(words)
    for age in said:
        yield from (Person(p, age.span.shift(base)) for p in age_bands(age.years))
    if said:
        return
    for kind in ("infant", "child", "teen"):
        for cue in sentence.of(kind):
            at = cue.span.start - base
            if _LIKENESS.search(words, max(0, at - _BEFORE), at):
                continue
            if kind == "teen":
                yield from (Person(p, cue.span) for p in ("under_16", "under_18"))
                continue
            written = words[cue.span.start - base : cue.span.end - base]
            years = _YOUNG if _SMALL.fullmatch(written) else _CHILD
            bands = age_bands(_INFANT if kind == "infant" else years)
            yield from (Person(p, cue.span) for p in bands)


def _by_state(words: str, base: int, sentence: Sentence) -> Iterator[Person]:
    for kind in STATES:
        for cue in sentence.of(kind):
            at = cue.span.start - base
            before = words[max(0, at - _BEFORE) : at]
            if kind in ("pregnancy", "late_pregnancy") and _nobody_pregnant(
                words, before, cue.span.end - base
            ):
                continue
            if kind == "ulcer" and _ELSEWHERE.search(before):
                continue
            yield Person(kind, cue.span)


def _nobody_pregnant(words: str, before: str, end: int) -> bool:
    """True for a pregnancy that is hoped for, feared or over, and for what only bears its name."""
    if _AFTER_BIRTH.match(words, end):
        return True
    return _NOT_YET.search(before) is not None and _IF_SO.search(before) is None


def _by_week(words: str, base: int, sentence: Sentence) -> Iterator[Person]:
    expecting = sentence.has("pregnancy")
    for pattern in _WEEKS:
        match = pattern.search(words)
        if match is None or (sentence.has("infant") and not expecting):
            continue
        weeks, span = int(match.group(1)), Span(*match.span()).shift(base)
        if (4 if expecting else _FEWEST) <= weeks <= _MOST:
            yield Person("pregnancy", span)
            if weeks >= _HALF:
                yield Person("late_pregnancy", span)
    month = _MONTHS.search(words)
    if month and (expecting or not month.group().endswith("month")):
        yield Person("late_pregnancy", Span(*month.span()).shift(base))
    if expecting:
        yield from late_in(words, base)
