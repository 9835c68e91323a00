"""Names no list can hold: "thymus cancer", "muscle disease", "Sheldon-Hall syndrome".

Diseases are named by joining a place to a trouble, or a discoverer to a kind, without end. So a
part of the body right before a general trouble is one condition, and capitalised words right
before "syndrome" or "disease" are one, too. A joined name keeps the concept of its head where the
head has one ("thymus cancer" is a cancer), so that it still links to something true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.span import Span
from pipeline.stages.entities.adjectives import is_adjective
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.words import Words

_GENERAL = """
    cond:cancer cond:tumour cond:infection cond:inflammation cond:injury cond:cyst cond:abscess
    cond:fracture cond:necrosis cond:thrombosis cond:polyps cond:precancerous-condition
    cond:toxicity cond:birth-defects cond:sarcoma cond:lymphoma cond:atrophy cond:hypoplasia
    cond:fibrosis cond:hypertrophy cond:genetic-disorder cond:metastasis cond:adenocarcinoma
    cond:adenoma cond:aneurysm cond:dislocation cond:dysplasia cond:fistula cond:hernia
    cond:hyperplasia cond:melanoma cond:ulcer cond:germ-cell-tumour cond:paralysis
    cond:squamous-cell-carcinoma sym:pain sym:swelling sym:ulceration sym:tenderness sym:soreness
    sym:bleeding sym:weakness sym:itching sym:stiffness sym:muscle-spasm sym:muscle-twitching
    sym:redness sym:irritation sym:numbness sym:lump sym:nodule sym:tremor sym:cramps sym:tingling
"""
GENERAL = frozenset(_GENERAL.split())
"""Concepts that a place before them makes particular."""

_KINDS = """
    disease disorder syndrome dysfunction problem damage failure defect abnormality impairment
    deficiency anomaly malformation disturbance degeneration insufficiency lesion obstruction
"""
KINDS = frozenset(fold(word) for word in _KINDS.split())
"""Words that make a condition of the place or the trouble right before them."""

_SALT_NAMES = """
    hydrochloride hcl sulfate sodium acetate maleate mesylate phosphate bromide tartrate citrate
    succinate fumarate besylate tosylate nitrate chloride gluconate lactate pamoate decanoate
    enanthate cypionate propionate valerate dipropionate furoate hyclate monohydrate dihydrate
    trihydrate disodium hydrobromide dihydrochloride bitartrate carbonate diacetate mesilate
    stearate estolate ethylsuccinate trometamol tromethamine iodide xinafoate
"""
_SALTS = frozenset(fold(word) for word in _SALT_NAMES.split())
"""What follows the name of a drug and belongs to it."""
_MOST_SALTS = 2

_TYPE = re.compile(r"[0-9]{1,2}[A-Za-z]?|[IVX]{1,4}[A-Ca-c]?|[A-H]")
_ROMAN = re.compile(r"[IVX]{2,4}[ABC]?")

_LACKS = frozenset({"deficiency"})
"""Words that make a condition of a substance: "copper deficiency" is no treatment."""

_NAMED = frozenset({"syndrome", "disease", "anemia", "anaemia", "dystrophy", "palsy", "deficiency"})
_ARTICLES = """
    the this that a an other such rare what these any and or of in about is are does do how many
    some most all possible infectious sexual chronic genetic various certain serious mental common
    autoimmune inherited metabolic acute severe congenital hereditary childhood adult your his her
"""
_NEVER_NAMES = frozenset(fold(word) for word in _ARTICLES.split())
_PARTICLES = frozenset({"van", "von", "der", "den", "de", "la", "le", "du"})
_DEMONYMS = ("ish", "ese", "ean", "ican", "utch", "ench")
_MOST_NAMES = 4


def join_compounds(text: str, words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """`hits` with neighbours joined to one name, and named syndromes added."""
    joined: list[Hit] = []
    queue = list(hits)
    at = 0
    while at < len(queue):
        hit = queue[at]
        at += 1
        if at < len(queue) and _joins(text, words, hit, queue[at]):
            hit = _join(words, hit, queue[at])
            at += 1
        elif hit.label == "DRUG":
            hit = _with_salt(text, words, hit)
            while at < len(queue) and queue[at].first < hit.last:
                at += 1
        long = _with_type(text, words, _with_kind(text, words, hit))
        free = at == len(queue) or long.last <= queue[at].first
        joined.append(long if free else hit)
    return _add_named(text, words, joined)


def _joins(text: str, words: Words, left: Hit, right: Hit) -> bool:
    """True for a part of the body before a general trouble, its adjective before any."""
    if left.label != "ANATOMY" or left.last != right.first:
        return False
    general = right.concept is not None and right.concept.id in GENERAL
    named = right.label == "CONDITION" and is_adjective(words.folded[left.last - 1])
    return (general or named) and _same_line(text, words, left.first, right.last)


def _join(words: Words, left: Hit, right: Hit) -> Hit:
    span = Span(left.span.start, right.span.end)
    return replace(right, first=left.first, span=span)


def _with_kind(text: str, words: Words, hit: Hit) -> Hit:
    """`hit` stretched over the "disease" or "failure" right behind it."""
    end = hit.last
    if hit.label not in ("ANATOMY", "CONDITION", "DRUG") or end >= len(words.folded):
        return hit
    kinds = KINDS if hit.label != "DRUG" else _LACKS
    if words.folded[end] not in kinds or not _same_line(text, words, hit.first, end + 1):
        return hit
    own = hit.label == "CONDITION" and words.folded[end] != "syndrome"
    concept = hit.concept if own else None
    span = Span(hit.span.start, words.ends[end])
    return Hit(hit.first, end + 1, span, "CONDITION", concept)


def _with_salt(text: str, words: Words, hit: Hit) -> Hit:
    """A drug stretched over the name of its salt: "verapamil hydrochloride"."""
    end = min(hit.last + _MOST_SALTS, len(words.folded))
    last = next((at for at in range(hit.last, end) if words.folded[at] not in _SALTS), end)
    if last == hit.last or not _same_line(text, words, hit.first, last):
        return hit
    return replace(hit, last=last, span=Span(hit.span.start, words.ends[last - 1]))


def _with_type(text: str, words: Words, hit: Hit) -> Hit:
    """A condition stretched over its number: "mucopolysaccharidosis type IVA", "... VII"."""
    at = hit.last
    if hit.label != "CONDITION" or at >= len(words.folded):
        return hit
    named = words.folded[at] == "type" and at + 1 < len(words.folded)
    last = at + 1 + named
    form = _TYPE if named else _ROMAN
    if not form.fullmatch(text, words.starts[last - 1], words.ends[last - 1]):
        return hit
    if not _same_line(text, words, hit.first, last):
        return hit
    return replace(hit, last=last, span=Span(hit.span.start, words.ends[last - 1]))


def _add_named(text: str, words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """`hits` with the discoverers' names inside, and the syndromes that stand free of them."""
    free = [True] * len(words.folded)
    for hit in hits:
        free[hit.first : hit.last] = [False] * (hit.last - hit.first)
    found = [_with_eponym(text, words, free, hit) for hit in hits]
    for at in range(len(words.folded)):
        if words.folded[at] not in _NAMED or not free[at]:
            continue
        first = _first_name(text, words, free, at)
        if text[words.starts[at]].isupper() and not _amid(text, words, first):
            continue  # a heading with capitals throughout says nothing about names
        if first < at and _same_line(text, words, first, at + 1):
            span = Span(words.starts[first], words.ends[at])
            found.append(Hit(first, at + 1, span, "CONDITION", None))
    return sorted(found, key=lambda h: h.first)


def _with_eponym(text: str, words: Words, free: Sequence[bool], hit: Hit) -> Hit:
    """A condition stretched over capitalised names amid a sentence: "a Kniest dysplasia"."""
    if hit.label != "CONDITION" or not text[hit.span.start].islower():
        return hit
    first = _first_name(text, words, free, hit.first)
    named = (
        first < hit.first
        and _amid(text, words, first)
        and _same_line(text, words, first, hit.first + 1)
    )
    proper = text[words.starts[first] + 1 : words.ends[first]].islower()
    if not named or not proper or words.folded[first].endswith(_DEMONYMS):
        return hit
    return replace(hit, first=first, span=Span(words.starts[first], hit.span.end))


def _amid(text: str, words: Words, first: int) -> bool:
    """True when a word in small letters stands right before word `first`."""
    return first > 0 and text[words.starts[first - 1]].islower()


def _first_name(text: str, words: Words, free: Sequence[bool], at: int) -> int:
    """The first of the capitalised words right before word `at`."""
    first = at
    while first > 0 and at - first < _MOST_NAMES and _is_name(text, words, free, first - 1):
        first -= 1
    while first < at and first > 0 and words.folded[first - 1] in _PARTICLES:
        first -= 1
    return first


def _is_name(text: str, words: Words, free: Sequence[bool], at: int) -> bool:
    """True for a capitalised word that no mention holds and no sentence merely begins with."""
    word = words.folded[at]
    if not free[at] or not text[words.starts[at]].isupper():
        return False
    return word not in _NEVER_NAMES and not word.endswith(_DEMONYMS)


def _same_line(text: str, words: Words, first: int, last: int) -> bool:
    """True when nothing but spaces, hyphens and possessives stands between these words."""
    return not any(
        set(text[words.ends[i] : words.starts[i + 1]]) - set(" -'’s‐‑")
        for i in range(first, last - 1)
    )
