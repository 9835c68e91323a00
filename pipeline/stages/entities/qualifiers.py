"""Is the mention denied, only possible, past, or somebody else's?

ConText (Harkema and others, 2009) reads clinical notes: a cue reaches over the words behind it up
to a stop. Consumer prose asks for three changes. Prohibitions deny what may not be taken and
nothing else: "Do not take X if you have thrombosis" does not deny the thrombosis. Modals make
troubles possible, never treatments: "may cause nausea", but "can be treated with antibiotics". And
lists are long: what holds for one member holds for the next ("no nausea, vomiting or dizziness"),
so a comma stops a cue, while a list carries it on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.model.span import Span
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.qualifier_cues import (
    JOINERS,
    NEGATION_STOPS,
    NOT_IN_LISTS,
    PHRASES,
    PROHIBITION_STOPS,
    STOPS,
    Cue,
)
from pipeline.stages.entities.trie import PhraseTrie
from pipeline.stages.entities.words import Words

READER, OTHER = "reader", "other"
_TROUBLES = frozenset({"CONDITION", "SYMPTOM"})
_HAD = _TROUBLES | {"DRUG"}
_UNQUALIFIED = frozenset({"ANATOMY"})
_REACH = {Cue.NEGATED: 7, Cue.PROHIBITED: 8, Cue.HISTORICAL: 8, Cue.OTHER: 9}
_FAR = 10
_BACK = 6
"""Words a cue reaches; the longest that still gained on the negation sentences of the bench."""
_LIST_GAP = 4
_MEMBER = 3
_LONGEST_LIST = 20
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What the sentence around a mention says about it."""

    negated: bool = False
    hypothetical: bool = False
    historical: bool = False
    experiencer: str = READER


_PLAIN = Qualifiers()


def qualify(words: Words, sentences: Sequence[Span], hits: Sequence[Hit]) -> list[Qualifiers]:
    """The qualifiers of each of `hits`, in order."""
    found = [_PLAIN] * len(hits)
    for first, last, low, high in _by_sentence(words, sentences, hits):
        inside = words.folded[first:last]
        cues: list[tuple[int, int, Cue]] = [
            (first + i, first + j, cue)
            for i, j, cue in _cue_phrases().longest(inside)
            if cue is not Cue.PSEUDO and not _is_hit(hits[low:high], first + i)
        ]
        cues += _years(inside, first)
        for start, end, cue in cues:
            for index in _reached(
                words.folded, hits, (low, high), (start, end), cue, (first, last)
            ):
                found[index] = _marked(found[index], cue, hits[index])
    return found


@cache
def _cue_phrases() -> PhraseTrie[Cue]:
    """All cue phrases, folded as the text is."""
    trie: PhraseTrie[Cue] = PhraseTrie()
    for cue, phrases in PHRASES.items():
        for phrase in phrases:
            trie.add([fold(word) for word in phrase.split()], cue)
    return trie


def _by_sentence(
    words: Words, sentences: Sequence[Span], hits: Sequence[Hit]
) -> Iterator[tuple[int, int, int, int]]:
    """First and end word, first and end hit, of every sentence that has hits."""
    word = hit = 0
    for sentence in sentences:
        while word < len(words.starts) and words.starts[word] < sentence.start:
            word += 1
        first = word
        while word < len(words.starts) and words.starts[word] < sentence.end:
            word += 1
        while hit < len(hits) and hits[hit].first < first:
            hit += 1
        low = hit
        while hit < len(hits) and hits[hit].first < word:
            hit += 1
        if hit > low:
            yield first, word, low, hit


def _is_hit(hits: Sequence[Hit], word: int) -> bool:
    """True when `word` is part of a mention ("can" in "can" is no cue inside a name)."""
    return any(h.first <= word < h.last for h in hits)


def _years(inside: Sequence[str], first: int) -> list[tuple[int, int, Cue]]:
    """ "in 1998" reaches back as "years ago" does."""
    return [
        (first + i, first + i + 2, Cue.HISTORICAL_BACK)
        for i in range(len(inside) - 1)
        if inside[i] == "in" and _YEAR.fullmatch(inside[i + 1])
    ]


def _reached(
    folded: Sequence[str],
    hits: Sequence[Hit],
    here: tuple[int, int],
    place: tuple[int, int],
    cue: Cue,
    sentence: tuple[int, int],
) -> list[int]:
    """Indexes of the hits that `cue` at words `place` reaches, list members included."""
    low, high = here
    if cue in (Cue.NEGATED_BACK, Cue.HYPOTHETICAL_BACK, Cue.HISTORICAL_BACK):
        edge = _edge(folded, range(place[0] - 1, max(sentence[0], place[0] - _BACK) - 1, -1), cue)
        inside = [i for i in range(low, high) if edge < hits[i].last - 1 < place[0]]
        return _carried(folded, hits, inside, range(inside[0] - 1, low - 1, -1)) if inside else []
    reach = min(sentence[1], place[1] + _REACH.get(cue, _FAR))
    edge = _edge(folded, range(place[1], reach), cue)
    inside = [i for i in range(low, high) if place[1] <= hits[i].first < edge]
    return _carried(folded, hits, inside, range(inside[-1] + 1, high)) if inside else []


def _edge(folded: Sequence[str], way: range, cue: Cue) -> int:
    """The first word on the `way` that stops `cue`, or the end of the way."""
    stops = STOPS
    if cue is Cue.PROHIBITED:
        stops = STOPS | PROHIBITION_STOPS
    elif cue in (Cue.NEGATED, Cue.HYPOTHETICAL):
        stops = STOPS | NEGATION_STOPS
    for at in way:
        if folded[at] in stops:
            return at
        if folded[at] == "," and at != way.start and not _list_goes_on(folded, at):
            return at
    return way.stop


def _list_goes_on(folded: Sequence[str], comma: int) -> bool:
    """True when what follows the comma is a member of a list: short, then a comma or an "or"."""
    member = folded[comma + 1 : comma + 2 + _MEMBER]
    for at, word in enumerate(member):
        if word in STOPS or word in NOT_IN_LISTS:
            return False
        if word in ("or", "nor") or (word == "," and at):
            return True
    return False


def _carried(
    folded: Sequence[str], hits: Sequence[Hit], inside: list[int], onward: range
) -> list[int]:
    """`inside` with the hits further on that a list joins to it, one after the other."""
    reached = list(inside)
    here = hits[reached[-1] if onward.step > 0 else reached[0]]
    for index in onward[:_LONGEST_LIST]:
        there = hits[index]
        left, right = (here, there) if onward.step > 0 else (there, here)
        gap = folded[left.last : right.first]
        if not gap or len(gap) > _LIST_GAP or gap[0] not in JOINERS:
            break
        if any(w in STOPS or w in NEGATION_STOPS or w in NOT_IN_LISTS for w in gap):
            break
        reached.append(index)
        here = there
    return reached


def _marked(now: Qualifiers, cue: Cue, hit: Hit) -> Qualifiers:
    """`now` with what `cue` says about `hit`."""
    if hit.label in _UNQUALIFIED:
        return now
    if cue in (Cue.NEGATED, Cue.NEGATED_BACK):
        return replace(now, negated=True)
    if cue is Cue.PROHIBITED:
        return now if hit.label in _TROUBLES else replace(now, negated=True)
    if cue in (Cue.HYPOTHETICAL, Cue.HYPOTHETICAL_BACK):
        return replace(now, hypothetical=True) if hit.label in _TROUBLES else now
    if cue is Cue.CONDITIONAL:
        return now if hit.label == "POPULATION" else replace(now, hypothetical=True)
    if hit.label == "POPULATION":
        return now
    if cue is Cue.OTHER:
        return replace(now, experiencer=OTHER) if hit.label in _HAD else now
    return replace(now, historical=True)
