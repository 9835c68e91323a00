"""Diseases of genes, named by a place or an enzyme: "16p13.3 deletion", "prolidase deficiency".

Nobody lists them: there is one for every band of every chromosome and one for every enzyme. Their
grammar is small: a locus before a word for what happened to it, an -osomy before a number, and the
name of an enzyme, which ends in -ase, before "deficiency".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.words import Words

_LOCUS = re.compile(r"(?:[0-9]{1,2}|[xy])(?:[pq][0-9.]{0,8})?|[pq][0-9.]{1,8}")
_HAPPENED = frozenset(
    {"deletion", "duplication", "microdeletion", "microduplication", "inversion", "insertion"}
)
_OSOMIES = frozenset({"trisomy", "monosomy", "tetrasomy", "disomy"})
_MOST_LOCI = 3
_ENZYME = re.compile(r"[a-z0-9]{3,}ase|globulin|[a-z]{4,}protein|[a-z]{3,}ogen")
_ORDINARY = """
    disease increase decrease release phase base purchase database please phrase lease
"""
_NO_ENZYME = frozenset(_ORDINARY.split())
_CHEMICAL = re.compile(
    r"[a-z0-9]+(?:yl|oyl|ate|ine|ide|ose|one|ase|coa|oxo|oxy|acid|amino|ic)|[a-z0-9]{1,2}"
    r"|alpha|beta|gamma|delta|acid|coenzyme|acyl|chain|long|short|medium|type"
)
_SMALL = """
    the one are these done some come none since medicine we he is in of a an
"""
_NO_CHEMICAL = frozenset(_SMALL.split())
_MOST_PARTS = 5


def add_genetic(text: str, words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """`hits` and the diseases of loci and enzymes; smaller hits inside them go."""
    known = {at: h for h in hits if h.concept for at in range(h.first, h.last)}
    found = [new for new in _find(text, words) if not _covers(known.get(new.first), new)]
    if not found:
        return list(hits)
    inside = {at for new in found for at in range(new.first, new.last)}
    kept = [h for h in hits if not inside.intersection(range(h.first, h.last))]
    return sorted([*kept, *found], key=lambda h: h.first)


def _covers(hit: Hit | None, new: Hit) -> bool:
    """True where the lexicon already knows the whole name ("trisomy 21")."""
    return hit is not None and hit.first <= new.first and hit.last >= new.last


def _find(text: str, words: Words) -> Iterator[Hit]:
    folded = words.folded
    end = 0
    for at in range(1, len(folded)):
        word = folded[at]
        if word in _HAPPENED:
            first, last = _first_locus(folded, at), at + 1
        elif word == "deficiency":
            first, last = _first_part(folded, at), at + 1
        elif _LOCUS.fullmatch(word) and folded[at - 1] in _OSOMIES:
            first, last = at - 1, at + 1
        elif _LOCUS.fullmatch(word) and folded[max(0, at - 2) : at] == ["ring", "chromosome"]:
            first, last = at - 2, at + 1
        else:
            continue
        last += last < len(folded) and folded[last] == "syndrome"
        span = Span(words.starts[first], words.ends[last - 1])
        if end <= first < at and "\n" not in span.of(text):
            end = last
            yield Hit(first, last, span, "CONDITION", None)


def _first_locus(folded: Sequence[str], at: int) -> int:
    """The first word of the locus before `at`, with its "chromosome"; `at` where there is none."""
    first = at
    while first > 0 and at - first < _MOST_LOCI and _LOCUS.fullmatch(folded[first - 1]):
        first -= 1
    if first < at and first > 0 and folded[first - 1] == "chromosome":
        return first - 1
    return first if any(c in "pq" for c in "".join(folded[first:at])) else at


def _first_part(folded: Sequence[str], at: int) -> int:
    """The first word of the enzyme's name before `at`; `at` where there is none."""
    if not _ENZYME.fullmatch(folded[at - 1]) or folded[at - 1] in _NO_ENZYME:
        return at
    first = at - 1
    while first > 0 and at - first < _MOST_PARTS and _is_part(folded[first - 1]):
        first -= 1
    return first


def _is_part(word: str) -> bool:
    return bool(_CHEMICAL.fullmatch(word)) and word not in _NO_CHEMICAL
