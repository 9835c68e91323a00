"""What the text around a mention says of it: denied, possible, conditional, forbidden, past, other.

ConText (Harkema and others, 2009) reads clinical notes: a cue reaches over the words behind it up
to a stop. Consumer prose asks for four changes. Prohibitions have two halves, a thing and what
rules it out, and deny neither. Modals make troubles possible, never treatments: "may cause
nausea", but "can be treated with antibiotics". Lists are long, and carry a cue on. And a lead-in
speaks for the lines below it.

Where two cues meet, the sharper one stays: what is forbidden is not denied, what rules a thing out
is no mere condition, and what is denied is not possible.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from pipeline.model.mention import Qualifier
from pipeline.model.span import Span
from pipeline.stages.entities.answers import answered
from pipeline.stages.entities.cue_places import Place, find_cues
from pipeline.stages.entities.cue_reading import read_cue
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.lists import (
    LEADING,
    is_lead_in,
    leads_on,
    line_start,
    list_items,
)
from pipeline.stages.entities.prohibition_parts import PEOPLE
from pipeline.stages.entities.prohibitions import Reading
from pipeline.stages.entities.qualifier_cues import Cue, Cues
from pipeline.stages.entities.reach import forward_edge
from pipeline.stages.entities.scene import THINGS, TROUBLES, Scene
from pipeline.stages.entities.unwrapping import unwrap
from pipeline.stages.entities.words import Words

Qualifiers = tuple[Qualifier, ...]

_NO_ITEMS: Mapping[int, str] = MappingProxyType({})
_DASHES = (["-"], ["–"])
_LEADS = frozenset({"include", "are", "have", "following", "you", "these", "cause", "if", "take"})
"""Words that lead to a list behind a dash, as flattened pages have it."""
_ORDERS = frozenset({"do", "don't", "never", "it", "this", "they", "call", "ask", "tell", "see"})
"""Words behind a colon that begin a clause, not a list."""
_STATES = (["pregnancy"], ["pregnant"])
"""Labelled as people, and as likely to be prevented or suspected as any trouble."""
_WHO = frozenset({"who"})
_ASKS = _WHO | {"what", "which", "there"}
"""Words of a question that a list may answer."""
_THEY = frozenset({"he", "she", "his", "her"})
"""First words of a sentence that goes on about the person of the one before."""
_SILENCES = {
    Qualifier.ADVISED_AGAINST: {Qualifier.CONDITIONAL, Qualifier.NEGATED, Qualifier.POSSIBLE},
    Qualifier.CONTRAINDICATED: {Qualifier.CONDITIONAL, Qualifier.NEGATED, Qualifier.POSSIBLE},
    Qualifier.NEGATED: {Qualifier.POSSIBLE, Qualifier.HISTORICAL},
    Qualifier.CONDITIONAL: {Qualifier.POSSIBLE},
    Qualifier.HISTORICAL: {Qualifier.POSSIBLE},
}
"""What each says better than these."""


def qualify(
    text: str,
    words: Words,
    sentences: Sequence[Span],
    hits: Sequence[Hit],
    cues: Cues,
    items: Mapping[int, str] = _NO_ITEMS,
) -> list[Qualifiers]:
    """The qualifiers of each of `hits`, in order, each in the order of `Qualifier`.

    `items` has the bullets of list items that the text does not write, by the item's offset.
    """
    words, hits = unwrap(text, words, hits, items)
    found: list[set[Qualifier]] = [set() for _ in hits]
    firsts = [hit.first for hit in hits]
    others = False
    for scene in _scenes(words, sentences, hits):
        others = others and words.folded[scene.first] in _THEY
        if others:
            edge = forward_edge(scene, scene.first + 1, Qualifier.OTHER_PERSON)
            for index in scene.between(scene.first, edge):
                found[index].add(Qualifier.OTHER_PERSON)
        for index, qualifier in answered(scene):
            found[index].add(qualifier)
        for place in find_cues(scene, cues):
            reading = read_cue(scene, place)
            said = list(reading.said)
            for item in _items(scene, place, reading):
                inside = range(bisect_left(firsts, item.start), bisect_left(firsts, item.stop))
                said += [(i, reading.listed) for i in inside if _may_list(reading, hits[i])]
            for index, qualifier in said:
                if _may_mark(place.cue, hits[index], words.folded):
                    found[index].add(qualifier)
        others = others or any(
            Qualifier.OTHER_PERSON in found[i] for i in range(scene.low, scene.high)
        )
    return [_settled(said) for said in found]


def _scenes(words: Words, sentences: Sequence[Span], hits: Sequence[Hit]) -> Iterator[Scene]:
    """The sentences that have mentions, and those that lead to a list."""
    folded, starts = words.folded, words.starts
    word = hit = 0
    for sentence in sentences:
        first = bisect_left(starts, sentence.start, word)
        word = bisect_left(starts, sentence.end, first)
        low = hit
        while hit < len(hits) and hits[hit].first < word:
            hit += 1
        if hit > low or (hit < len(hits) and word > first and leads_on(folded, first, word)):
            yield Scene(folded, hits, first, word, low, hit)


def _items(scene: Scene, place: Place, reading: Reading) -> Iterator[range]:
    """The items of the list a cue leads to, if its reach ends on a colon, "who …?" or a heading."""
    edge, says, said = reading.edge, place.says, reading.said
    folded = scene.folded
    if edge <= scene.first or says is Qualifier.OTHER_PERSON:
        return iter(())
    dash = folded[edge : edge + 1] in _DASHES and not said and folded[edge - 1] in _LEADS
    if folded[edge + 1 : edge + 2] and folded[edge + 1] in _ORDERS:
        return iter(())  # "It is not safe in pregnancy: do not take it"
    if edge < scene.last and (folded[edge] == ":" or dash):
        if says is Qualifier.NEGATED and folded[edge + 1 : edge + 2] != ["\n"]:
            return iter(())  # "Don't panic: a lump is mostly harmless"
        return list_items(folded, edge + 1, colon=True)
    asks = _WHO if says is Qualifier.CONDITIONAL else _ASKS
    if edge == scene.last - 1 and folded[edge] == "?" and asks & set(folded[scene.first : edge]):
        return list_items(folded, edge + 1, colon=True)
    if folded[edge : edge + 1] == ["\n"] and _leads(scene, place, reading):
        return list_items(folded, edge, colon=False)
    return iter(())


def _leads(scene: Scene, place: Place, reading: Reading) -> bool:
    """True for a line that is nothing but a lead-in: "Who should not take it", "Avoid it if"."""
    start = line_start(scene.folded, scene.first, reading.edge)
    if place.start < start or not is_lead_in(scene.folded, start, reading.edge):
        return False
    if scene.folded[reading.edge - 1] in LEADING:
        return place.says is not Qualifier.NEGATED
    if (place.start, place.end) == (start, reading.edge):
        return place.says is Qualifier.POSSIBLE or not reading.said
    if place.says not in (Qualifier.ADVISED_AGAINST, Qualifier.CONTRAINDICATED):
        return False
    asks = scene.folded[start] in _ASKS | {"when", "contraindication", "reason"}
    return not reading.said or asks


def _may_mark(cue: Cue, hit: Hit, folded: Sequence[str]) -> bool:
    """True where `cue` can say something of `hit`: never of a place in the body."""
    if hit.label == "ANATOMY":
        return False
    if cue.marks == "troubles":
        return hit.label not in THINGS or folded[hit.first : hit.last] in _STATES
    return cue.marks == "any" or (hit.label not in TROUBLES and hit.label != PEOPLE)


def _may_list(reading: Reading, hit: Hit) -> bool:
    """True where an item of a list can be what the lead-in says: nobody takes a trouble."""
    return reading.listed is not Qualifier.ADVISED_AGAINST or hit.label not in TROUBLES


def _settled(said: set[Qualifier]) -> Qualifiers:
    """`said` without what a sharper one silences, in the order of `Qualifier`."""
    dull = {q for sharp in said for q in _SILENCES.get(sharp, ())}
    return tuple(q for q in Qualifier if q in said and q not in dull)
