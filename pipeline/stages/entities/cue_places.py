"""Where in a sentence the cues stand that say something.

A verb that is an order where it begins one ("Skip the aspirin") says nothing elsewhere ("If I skip
a dose"). A year is a cue where somebody tells of himself. And a prohibition that is only quoted to
be refuted forbids nothing: "It is a myth that ibuprofen is unsafe in pregnancy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.prohibition_parts import PEOPLE, names_people
from pipeline.stages.entities.qualifier_cues import Cue, Cues, Direction
from pipeline.stages.entities.reach import STOPS
from pipeline.stages.entities.scene import Scene, word_set

BEFORE_ORDERS = word_set(
    "\n . ; : ! ? ( ) • — – - , and or please pls plz then so just also but however to"
)
"""Words behind which an order may begin."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_IN_A_YEAR = Cue(Qualifier.HISTORICAL, Direction.BACK)
_BEFORE_VERBS = (BEFORE_ORDERS - {"to"}) | word_set("should must simply always better immediately")
_BEFORE_TO = word_set(
    "need have ought best better wise advised told want important to necessary me him her us them"
)
"""Words that make an order of a verb behind "to": "You need to stop the tablets"."""
_PERSONAL = word_set("i my me we our she her he his patient")
_FORBIDS = (Qualifier.ADVISED_AGAINST, Qualifier.CONTRAINDICATED)
_CLAIMS = word_set("that :")
_REASONS = word_set("reason need necessary required cause")
_REASONED = 5
_NEAR = 6
_SAID = word_set("idea belief believe claim rumor notion advice")
_WRONG = word_set("myth misconception wrong false untrue nonsense outdated")
_CLAIM_ENDS = (STOPS - {":"}) | {","}


class Place(NamedTuple):
    """A cue in words `start` up to `end`; `says` is what it says where it says something."""

    start: int
    end: int
    cue: Cue
    says: Qualifier


def find_cues(scene: Scene, cues: Cues) -> Iterator[Place]:
    """The cues in a sentence that say something, none of them inside a mention."""
    return _without_refuted(list(_find(scene, cues)), scene)


def _find(scene: Scene, cues: Cues) -> Iterator[Place]:
    """The cues, refuted ones among them."""
    inside = scene.folded[scene.first : scene.last]
    hits = scene.hits[scene.low : scene.high]
    taken = {word for hit in hits for word in range(hit.first, hit.last)}
    kin = {word for h in hits if h.label == PEOPLE for word in range(h.first, h.last)}
    for start, end, cue in cues.longest(inside):
        here = scene.first + start
        if cue.direction is Direction.OPENING and not _opens(scene, here):
            continue
        inside_name = here in taken and not (cue.says is Qualifier.OTHER_PERSON and here in kin)
        if cue.says and not inside_name:
            yield Place(here, scene.first + end, cue, cue.says)
    if not _PERSONAL & set(inside):
        return  # "The vaccine came in 1955"
    for at in range(len(inside) - 1):
        if inside[at] == "in" and _YEAR.fullmatch(inside[at + 1]):
            here = scene.first + at
            yield Place(here, here + 2, _IN_A_YEAR, Qualifier.HISTORICAL)


def _opens(scene: Scene, start: int) -> bool:
    """True where an order or a clause begins: "Skip the aspirin", not "If I skip a dose"."""
    before = scene.folded[max(scene.first, start - 2) : start]
    if before[-1:] == ["to"]:
        return before[0] in _BEFORE_TO
    return not before or before[-1] in _BEFORE_VERBS


def _without_refuted(places: Sequence[Place], scene: Scene) -> Iterator[Place]:
    """`places` without the prohibitions in claims that are denied, and without those denials."""
    refuted = {p for p in places if p.says in _FORBIDS and _is_called_wrong(scene, p)}
    for claim in places:
        if claim.says is not Qualifier.NEGATED:
            continue
        if _is_no_reason(scene.folded[claim.start : scene.last]):
            refuted.add(claim)
        for place in places:
            behind = claim.end <= place.start and place.says in _FORBIDS
            if behind and _is_claimed(scene, claim, place):
                refuted |= {claim, place}
    return (place for place in places if place not in refuted)


def _is_claimed(scene: Scene, claim: Place, place: Place) -> bool:
    """True for "a myth that … is unsafe" and "no reason for … to avoid"."""
    between = scene.folded[claim.end : place.start]
    if _CLAIM_ENDS & set(between):
        return False
    reasons = between[:1] and between[0] in _REASONS and between[-1] == "to"
    return bool(reasons) or scene.folded[claim.end - 1] in _CLAIMS


def _is_no_reason(words: Sequence[str]) -> bool:
    """True for "no reason for people with diabetes to …", which denies neither."""
    if len(words) < _REASONED or words[1] not in _REASONS or words[2] != "for":
        return False
    return names_people(words[3:_REASONED]) and "to" in words[_REASONED - 1 : _REASONED + _NEAR]


def _is_called_wrong(scene: Scene, place: Place) -> bool:
    """True for "The idea that you must avoid it is a myth", "Many believe …, but it is wrong"."""
    before = set(scene.folded[scene.first : place.start])
    return bool(_SAID & before and _WRONG & set(scene.folded[place.end : scene.last]))
