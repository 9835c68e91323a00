"""Why a drug that is ruled out for somebody may stand beside him after all.

The sentence says no to it for him, prefers another drug, or stops this one; it is another's drug;
a guideline or a specialist chooses it; he is not the one the ban means.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.facts.knowledge import Contraindication
from pipeline.stages.dosing.facts.masses import daily_total
from pipeline.stages.dosing.reading.ages import own_ages, said_ages
from pipeline.stages.dosing.scope.meaning import effective
from pipeline.stages.dosing.scope.passage import Passage, Sentence
from pipeline.stages.dosing.scope.readers import Person, kidneys_work
from pipeline.stages.dosing.scope.supervision import supervision


def exempt(
    passage: Passage, sentence: Sentence, row: Contraindication, drug: Span, person: Person
) -> str | None:
    """The reason why `row` does not hold for `drug` and `person` of `sentence`, or None."""
    return (
        _not_meant(passage, sentence, row, drug)
        or _rejected(passage, drug)
        or _anothers(passage, sentence, drug, person.span)
        or _chosen(passage, sentence, row, drug.cover(person.span))
    )


def denied(passage: Passage, person: Span) -> bool:
    """True for "provided you have no ulcer", "if you are not pregnant"."""
    before = passage.text[max(0, person.start - 40) : person.start].lower()
    return bool(_DENIED.search(before) or _IN_THE_FAMILY.match(passage.text, person.end))


_DENIED = re.compile(
    r"(?:\b(?:no|not|without|never had|asked about|checked for|ruled? out|excludes?)\b|n['’]t\b)"
    r"[^,.;:]*$"
)
_IN_THE_FAMILY = re.compile(r"\s*(?:runs? )?in (?:my|the|your|our) family\b", re.IGNORECASE)
_OLD_TO_SMOKE = 35


def _not_meant(
    passage: Passage, sentence: Sentence, row: Contraindication, drug: Span
) -> str | None:
    """A smoker below 35, kidneys that work, lemonade, little vitamin A, a nitrate's own pair."""
    words = sentence.span.of(passage.text)
    if row.population == "smoker":
        years = [y for y in (*own_ages(words), *(a.years for a in said_ages(words))) if y > 12]
        if years and max(years) < _OLD_TO_SMOKE:
            return f"a smoker below {_OLD_TO_SMOKE}"
    if row.what == "vitamin_a":
        totals = [daily_total(d) for d in sentence.doses if d.ingredient == "vitamin a"]
        much = any(total is not None and total[1] > _MUCH_MG for total in totals)
        if not much and not any(_units(match) > _MUCH_IU for match in _IU.finditer(words)):
            return "not more than 10,000 IU of vitamin A a day"
    young = row.what == "alcohol" and row.population not in ("pregnancy", "lactation")
    if young and _ANY_DRINK.fullmatch(drug.of(passage.text)):
        return "a drink that need not be alcoholic"
    if row.population == "renal" and kidneys_work(words):
        return "the kidneys work well enough"
    if row.what == "pde5" and sentence.groups("nitrate"):
        return "said, and more gravely, by the combination"
    return None


_MUCH_MG, _MUCH_IU = 3.0, 10_000
"""Milligrams of retinol, and units of it: the same."""

_IU = re.compile(
    r"(?<![0-9])([0-9]{1,3}(?:[ ,.\u00a0]?[0-9]{3}){1,2}) ?(?:iu|i\.u\.|me|units?)\b", re.I
)
"""A strength in units, as a pack states it; ME is what Russian packs call them."""


def _units(strength: re.Match[str]) -> int:
    return int(re.sub(r"\D", "", strength.group(1)))


_ANY_DRINK = re.compile(r"(?:(?:an?|any|few|of|couple|the) )*drinks?", re.IGNORECASE)
_BUT_NOT = re.compile(
    r"\b(?:but (?:not|no|never)|instead of|rather than|and not|never|without|unlike|no|(?<=, )not)"
    r" (?:an?y? |the )?$"
    r"|\b(?:prefer\w*|choose|chooses|safer|better|gentler|kinder|favou?r\w*)\b[^.;:]{0,50}"
    r"\b(?:to|than|over) (?:an?y? )?$",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    r"\b(?:stop|stops|stopping|stopped|come off|discontinue|quit|avoid|leave off|give up|skip"
    r"|replace|swap)"
    r"(?: taking| using| all| any)? (?:your |the |his |her |any )?$",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:no (?:reason|need|cause)|not|never|without|why|don't|don’t|needn't) (?:to |have to )?$",
    re.IGNORECASE,
)
_STOPPED_AFTER = re.compile(
    r"\W*(?:is|are|was|must be|should be) (?:stopped|discontinued|withdrawn|avoided|paused|replaced"
    r"|ruled out|left out)\b",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"[- ]free\b", re.IGNORECASE)
_REACH = 70


def _rejected(passage: Passage, drug: Span) -> str | None:
    """The aspirin of "children can take ibuprofen, but not aspirin"; a drug that is stopped."""
    start = max(0, drug.start - _REACH)
    if _BUT_NOT.search(passage.text, start, drug.start):
        return "another drug is preferred"
    if _ABSENT.match(passage.text, drug.end):
        return "the product is free of it"
    if _STOPPED_AFTER.match(passage.text, drug.end):
        return "the drug is stopped"
    stopped = _STOPPED.search(passage.text, start, drug.start)
    if stopped and not _KEPT.search(passage.text, start, stopped.start()):
        return "the drug is stopped"
    return None


_ADULTS = re.compile(r"\b(?:adults|grown-?ups|for (?:an )?adult)\b", re.IGNORECASE)
_RELATION = re.compile(
    r"\b(?:husband|wife|partner|dad|father|mum|mom|mother|brother|sister|boss|friend|neighbou?r"
    r"|he|she|uncle|aunt|grandpa|grandma)\b[^.;:]{0,30}\b(?:takes?|took|uses?|is on|was on|has)\b",
    re.IGNORECASE,
)
_ME = re.compile(r"\band (?:i|i'm|i’m|my|she|he)\b", re.IGNORECASE)


def _anothers(passage: Passage, sentence: Sentence, drug: Span, person: Span) -> str | None:
    """A drug in a clause about somebody else, or people in a clause that denies it to them."""
    if not sentence.span.contains(person):
        return "the dose is for adults" if _ADULTS.search(sentence.span.of(passage.text)) else None
    before = passage.text[sentence.span.start : drug.start]
    between = passage.words_between(drug, person)
    if drug < person and _RELATION.search(before) and _ME.search(between):
        return "another person takes it"
    own, other = sentence.clause_of(person), sentence.clause_of(drug)
    if own.overlaps(other):
        return None
    if any(own.overlaps(c.span) for c in effective(sentence, "negation", "prohibition")):
        return "ruled out for them in so many words"
    if _ASKS_FIRST.search(own.of(passage.text)):
        return "they are told to ask first"
    dosed = any(other.overlaps(dose.span) for dose in sentence.doses)
    apart = drug < person or not dosed or _OTHER_CASE.match(other.of(passage.text)) is not None
    if apart and any(own.contains(c.span) for c in sentence.of("drug")):
        return "another drug is for them"
    if drug < person and _ADULTS.search(other.of(passage.text)):
        return "the drug is for adults"
    return None


_ASKS_FIRST = re.compile(
    r"\b(?:ask|see|tell|consult|check with|speak (?:to|with)|talk to) (?:your |the |a )?"
    r"(?:doctor|pharmacist|gp|midwife|nurse|specialist|pa?ediatrician)\b",
    re.IGNORECASE,
)
_OTHER_CASE = re.compile(r"\W*(?:for|in|with|against|if|when)\b", re.IGNORECASE)
_GUIDED = frozenset({"tetracycline"})
_HEALED = re.compile(r"\b(?:had|history|past|previous|former|healed)\b", re.IGNORECASE)
_FAR = 400
_GUIDELINE = re.compile(
    r"\bguidelines?\b|\bstandard practice\b|\bfirst[- ]line\b|\b(?:CDC|AAP|WHO|NICE|FDA)\b"
    r"|\bproviders\b"
)
"""Doxycycline saves children with rickettsial fever; public authorities say so to doctors."""

_ABSOLUTE = frozenset(
    {
        "beta_blocker",
        "alcohol", "codeine_tramadol", "promethazine", "loperamide", "cough_cold", "imidazoline",
        "benzocaine", "honey", "essential_oil", "camphor_oil", "barbiturate", "retinoid",
        "vitamin_a", "valproate", "methotrexate", "warfarin", "ace_arb", "misoprostol",
        "mycophenolate", "thalidomide", "coc", "metformin", "tetracycline", "nimesulide",
        "herb_bleeding", "castor_oil", "menadione", "nitrofurantoin", "pseudoephedrine", "pde5",
        "penicillin", "anticoagulant", "androgen", "five_alpha_blocker",
    }
)  # fmt: skip
"""What no supervision excuses. The rest a specialist may still choose: aspirin from 12 weeks, a
quinolone in cystic fibrosis."""


def _chosen(
    passage: Passage, sentence: Sentence, row: Contraindication, evidence: Span
) -> str | None:
    """A doctor or a guideline chooses the drug, or changes it."""
    start = max(0, evidence.start - _FAR)
    if row.what in _GUIDED and _GUIDELINE.search(passage.text, start, evidence.end + _FAR):
        return "what a guideline recommends"
    active = row.population == "ulcer" and not _HEALED.search(sentence.span.of(passage.text))
    absolute = row.what in _ABSOLUTE or active
    if absolute and not sentence.has("stop_therapy"):
        return None
    if supervision(passage, sentence, evidence):
        return "not an absolute contraindication, and a doctor decides"
    return None
