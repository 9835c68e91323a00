"""Names no list can hold: "thymus cancer", "muscle disease", "Sheldon-Hall syndrome".

Diseases are named by joining a place to a trouble, or a discoverer to a kind, without end. So a
part of the body right before a general trouble is one condition, and capitalised words right
before "syndrome" or "disease" are one, too. A joined name keeps the concept of its head where the
head has one ("thymus cancer" is a cancer), so that it still links to something true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.span import Span
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.words import Words

_GENERAL = """
    cond:cancer cond:tumour cond:infection cond:inflammation cond:injury cond:cyst cond:abscess
    cond:fracture cond:necrosis cond:thrombosis cond:polyps cond:precancerous-condition
    cond:toxicity cond:birth-defects cond:sarcoma cond:lymphoma cond:atrophy cond:hypoplasia
    cond:fibrosis cond:hypertrophy cond:genetic-disorder cond:metastasis sym:pain sym:swelling
    sym:bleeding sym:weakness sym:itching sym:stiffness sym:muscle-spasm
"""
GENERAL = frozenset(_GENERAL.split())
"""Concepts that a place before them makes particular."""

_KINDS = """
    disease disorder syndrome dysfunction problem damage failure defect abnormality impairment
    deficiency anomaly malformation disturbance degeneration insufficiency lesion obstruction
"""
KINDS = frozenset(fold(word) for word in _KINDS.split())
"""Words that make a condition of the place or the trouble right before them."""

_NAMED = frozenset({"syndrome", "disease", "anemia", "anaemia", "dystrophy", "palsy", "deficiency"})
_ARTICLES = """
    the this that a an other such rare what these any and or of in about is are does do how many
    some most all possible infectious sexual chronic genetic various certain serious mental common
    autoimmune inherited metabolic acute severe congenital hereditary childhood adult your his her
"""
_NEVER_NAMES = frozenset(fold(word) for word in _ARTICLES.split())
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
        joined.append(_with_kind(text, words, hit))
    return _add_named(text, words, joined)


def _joins(text: str, words: Words, left: Hit, right: Hit) -> bool:
    """True for a part of the body right before a general trouble."""
    if left.label != "ANATOMY" or left.last != right.first or right.concept is None:
        return False
    return right.concept.id in GENERAL and _same_line(text, words, left.first, right.last)


def _join(words: Words, left: Hit, right: Hit) -> Hit:
    span = Span(left.span.start, right.span.end)
    return replace(right, first=left.first, span=span)


def _with_kind(text: str, words: Words, hit: Hit) -> Hit:
    """`hit` stretched over the "disease" or "failure" right behind it."""
    end = hit.last
    if hit.label not in ("ANATOMY", "CONDITION") or end >= len(words.folded):
        return hit
    if words.folded[end] not in KINDS or not _same_line(text, words, hit.first, end + 1):
        return hit
    concept = hit.concept if hit.label == "CONDITION" else None
    span = Span(hit.span.start, words.ends[end])
    return Hit(hit.first, end + 1, span, "CONDITION", concept)


def _add_named(text: str, words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """`hits` and the syndromes named by capitalised words that stand free of them."""
    free = [True] * len(words.folded)
    for hit in hits:
        free[hit.first : hit.last] = [False] * (hit.last - hit.first)
    found = list(hits)
    for at in range(len(words.folded)):
        written = text[words.starts[at] : words.ends[at]]
        if written not in _NAMED or not free[at]:
            continue
        first = at
        while first > 0 and at - first < _MOST_NAMES and _is_name(text, words, free, first - 1):
            first -= 1
        if first < at and _same_line(text, words, first, at + 1):
            span = Span(words.starts[first], words.ends[at])
            found.append(Hit(first, at + 1, span, "CONDITION", None))
    return sorted(found, key=lambda h: h.first)


def _is_name(text: str, words: Words, free: Sequence[bool], at: int) -> bool:
    """True for a capitalised word that no mention holds and no sentence merely begins with."""
    return free[at] and text[words.starts[at]].isupper() and words.folded[at] not in _NEVER_NAMES


def _same_line(text: str, words: Words, first: int, last: int) -> bool:
    """True when nothing but spaces, hyphens and possessives stands between these words."""
    return not any(
        set(text[words.ends[i] : words.starts[i + 1]]) - set(" -'’s‐‑")
        for i in range(first, last - 1)
    )
