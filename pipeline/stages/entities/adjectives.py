"""The adjective belongs to the name: "hereditary prostate cancer", "peroxisomal disorder".

Medicine makes its diseases particular with Greek and Latin adjectives, and they end alike: renal,
cholestatic, pulmonary, granulomatous. In abstracts annotated by hand (BC5CDR and NCBI disease,
training parts) such a word right before a disease stood inside the marked name 9 times out of 10.
What only says how bad or how long ("severe", "chronic", "recurrent") stood outside, and so do the
general adjectives of English that end the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.words import Words

_ENDINGS = ("al", "ic", "ar", "ary", "ous")
_INHERITED = frozenset({"inherited", "dominant", "recessive", "linked", "syndromic"})
_NO_NAME = """
    classic central focal structural subclinical homozygous heterozygous somatic enzymatic
    heterogeneous heterogenous homogeneous contralateral ipsilateral synaptic transcriptional
    cellular iatrogenic prenatal postnatal perinatal chemical serial referral clinical
    biochemical molecular functional typical atypical several initial usual unusual critical
    chronic medical physical special general additional optional national international original
    natural normal abnormal final total actual potential occasional eventual individual personal
    social legal local regional serious previous various obvious dangerous numerous continuous
    famous public basic specific scientific historic particular similar regular irregular
    popular dramatic automatic annual mental sexual secondary temporary necessary ordinary
    involuntary voluntary contrary preliminary elementary minimal maximal optimal equal formal
    informal universal experimental environmental professional beneficial artificial official
    commercial fatal lethal identical digital vital animal material hospital mineral journal
    proposal approval arrival trial signal herbal interval manual fundamental clinic topic
    traffic epidemic characteristic therapeutic diagnostic cosmetic plastic academic economic
    athletic electric domestic generic mechanic familiar calendar summary library diary military
    conscious cautious anxious nervous religious tremendous precious curious enormous
    prophylactic symptomatic asymptomatic systematic practical theoretical statistical
    preclinical pharmacological residual partial bilateral unilateral logical technical ethical
    political traditional conventional educational emotional seasonal substantial essential
    spontaneous simultaneous january february principal marginal oral vocal verbal rural
    financial racial cultural federal internal external rational ideal real exceptional terminal
    circular secular
"""
_NOT = frozenset(_NO_NAME.split())
_NOUN_HEADS = frozenset({"syndrome", "deficiency"})
"""Heads that a noun makes a disease of as well: "compartment syndrome", "carnitine deficiency"."""
_STOP = """
    the this that these those such any all both each many most some another other one two three
    and nor but with without from into than then when where while who which what whose have has
    had was were are been being does did can could may might will would should must not also
    called known named cause causes caused causing develop develops developed include includes
    including diagnose diagnosed diagnosing treat treated treating get gets getting say says new
    rare common severe mild same different complete total possible his her their its our your
    for related like associated similar specific certain particular following full whole entire
    overall underlying isolated vitamin mineral nutrient nutritional due about after before
    during because since until through against between among under over how why inherit
    inherited affect affects affected having suffer suffers inheriting correct prevent prevents
    preventing partial relative slight very only even just much more less no gene protein
    hormone second third
"""
_STOPS = frozenset(_STOP.split())
_SHORTEST_NOUN = 3
_HEADS = frozenset({"disease", "disorder", "syndrome", "defect", "abnormality", "anomaly"})
_PREFIXED = (["x", "linked"], ["y", "linked"], ["non", "syndromic"])
_SHORTEST = 5
_MOST = 3


@lru_cache(maxsize=50_000)
def is_adjective(folded: str) -> bool:
    """True for a word that looks like the adjective of a disease's name."""
    if folded in _INHERITED:
        return True
    return len(folded) >= _SHORTEST and folded.endswith(_ENDINGS) and folded not in _NOT


def stretch_over_adjectives(text: str, words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """`hits` with the adjectives of conditions inside, and conditions that are adjective and head.

    Hits come and go in order; what another mention holds stays its own.
    """
    out: list[Hit] = []
    ends = 0
    for hit in hits:
        out += _headed(text, words, ends, hit.first)
        low = max(ends, out[-1].last if out else 0)
        out.append(_stretched(text, words, low, hit) if hit.label == "CONDITION" else hit)
        ends = hit.last
    out += _headed(text, words, ends, len(words.folded))
    return out


def _stretched(text: str, words: Words, low: int, hit: Hit) -> Hit:
    first = _first_adjective(text, words, low, hit.first)
    if first == hit.first:
        return hit
    return Hit(first, hit.last, Span(words.starts[first], hit.span.end), hit.label, hit.concept)


def _headed(text: str, words: Words, low: int, high: int) -> list[Hit]:
    """Conditions among the words from `low` to `high`, which no mention holds."""
    found: list[Hit] = []
    for at in range(low, high):
        if words.folded[at] not in _HEADS and words.folded[at] not in _NOUN_HEADS:
            continue
        free = max(low, found[-1].last if found else 0)
        first = _first_adjective(text, words, free, at)
        if first == at > free and words.folded[at] in _NOUN_HEADS and _is_noun(text, words, at - 1):
            first = _first_adjective(text, words, free, at - 1)
        if first < at:
            span = Span(words.starts[first], words.ends[at])
            found.append(Hit(first, at + 1, span, "CONDITION", None))
    return found


def _first_adjective(text: str, words: Words, low: int, at: int) -> int:
    """The first of the adjectives right before word `at`; `at` itself where there is none."""
    first = at
    while first > low and at - first < _MOST and _precedes(text, words, first - 1):
        first -= 1
    if low < first < at:
        first -= words.folded[first - 1 : first + 1] in _PREFIXED
    return first


def _is_noun(text: str, words: Words, at: int) -> bool:
    """True for a word that may name what the next one is about."""
    word = words.folded[at]
    if len(word) < _SHORTEST_NOUN or not word.isalnum() or word in _STOPS:
        return False
    return text[words.ends[at] : words.starts[at + 1]] in (" ", "-", "'s ", "’s ")


def _precedes(text: str, words: Words, at: int) -> bool:
    """True when word `at` is such an adjective and only a space or a hyphen follows it."""
    if not is_adjective(words.folded[at]):
        return False
    return text[words.ends[at] : words.starts[at + 1]] in (" ", "-")
