"""What one cue says in its sentence: of which mentions, and whether it says anything at all.

Three readings look alike and are not. "Don't take aspirin" forbids, while "I don't take aspirin"
tells, and then the aspirin is denied. "It doesn't cause a fever" denies, while "Don't ignore a
fever" is an order that denies nothing. "Suspected cancer" leaves it open, while "cancer was
suspected", or a diagnosis on a form, tells what somebody thought at the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.clauses import clause_start
from pipeline.stages.entities.cue_places import Place
from pipeline.stages.entities.cue_senses import is_ban, is_told, says_nothing_here
from pipeline.stages.entities.denials import denial_edge
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.instructions import addressed, is_anyone
from pipeline.stages.entities.prohibition_parts import Said
from pipeline.stages.entities.prohibitions import (
    Reading,
    forbids,
    is_forbidden,
    names_contraindications,
    rules_out,
)
from pipeline.stages.entities.qualifier_cues import Direction
from pipeline.stages.entities.reach import STOPS, back_edge, carried, forward_edge, turned_edge
from pipeline.stages.entities.scene import THINGS, Scene, word_set

_OBJECT = 3
"""Words behind a verb, among them its object."""
_BACKWARD = (Direction.BACK, Direction.BESIDE)
_NEXT = 3
_CLAIMS = word_set("that :")
_CLAIMING = word_set("is are cause causes lead leads give gives mean means get spread trigger")
_HAVE = word_set("have has ever")
_ONE = word_set("a an the two three concerning")
_WAS_USED = word_set("used sold given prescribed marketed recommended")
_HAD = word_set("had needed underwent operated died survived")
"""Verbs that tell of somebody else's past: "if two relatives had a stroke"."""
_OWN_NOUN = word_set("previous prior former past old")
"""These reach over no comma: "previous injury, obesity"."""
_NOW = word_set("is are takes take now")
_POINTS = word_set("these following")


def read_cue(scene: Scene, place: Place) -> Reading:
    """What the cue at `place` says, where it stops, and what it says of a list behind that."""
    start, end, cue, says = place
    forward = cue.direction not in _BACKWARD
    if says is Qualifier.ADVISED_AGAINST or (says is Qualifier.CONTRAINDICATED and forward):
        return _read_prohibition(scene, place)
    if says is Qualifier.CONDITIONAL and not forward:
        return addressed(scene, start)
    if is_ban(scene, start, end):
        return forbids(scene, start, end)
    if says_nothing_here(scene, place):
        return Reading([], scene.first, says)
    edge = forward_edge(scene, end, says) if forward else scene.first
    if says is Qualifier.NEGATED and forward:
        edge = denial_edge(scene, end, edge)
    reached: Iterable[int] = list(_reached(scene, place, edge))
    led = says is Qualifier.POSSIBLE and bool(scene.between(end, end + _NEXT))
    if (led or not reached) and cue.direction is Direction.BACK and _is_turned(scene, start, says):
        edge = turned_edge(scene, end)
        reached = list(carried(scene, scene.between(end, edge), 1))
    if says is Qualifier.CONTRAINDICATED:
        return rules_out(scene, end, reached)
    if says is Qualifier.CONDITIONAL:
        reached = [i for i in reached if not is_anyone(scene.hits[i], scene.folded)]
        edge = _listed_at(scene, end, edge)
    said: Said = [(i, says) for i in reached]
    if says is Qualifier.HISTORICAL and _WAS_USED & set(scene.folded[start:end]):
        used = scene.between(clause_start(scene, start), start)
        if "," not in scene.folded[clause_start(scene, start) : start]:
            said += [(i, says) for i in used if scene.hits[i].label in THINGS]
    if says is Qualifier.OTHER_PERSON:
        said += [(i, Qualifier.HISTORICAL) for i in reached if _is_over(scene, end, scene.hits[i])]
    return Reading(said, edge, says)


def _read_prohibition(scene: Scene, place: Place) -> Reading:
    """What a prohibition says, or what is left of it where somebody just does not."""
    start, end, cue, says = place
    if says is Qualifier.CONTRAINDICATED:
        return names_contraindications(scene, start, end)
    if cue.direction is Direction.BACK or _is_pair(scene, start, end):
        return is_forbidden(scene, start, end, outright=False)
    if cue.direction is Direction.OPENING and not scene.between(end, end + _OBJECT + 1):
        return Reading([], scene.first, says)
    if not is_told(scene, start):
        return forbids(scene, start, end)
    denied = scene.between(end, end + _OBJECT)
    return Reading([(i, Qualifier.NEGATED) for i in denied], scene.first, says)


def _is_pair(scene: Scene, start: int, end: int) -> bool:
    """True for things that do not go together: "Retinol and pregnancy don't mix"."""
    closed = end == scene.last or scene.folded[end] in STOPS
    return closed and scene.folded[end - 1] in ("mix", "combine") and start > scene.first


def _reached(scene: Scene, place: Place, edge: int) -> Iterator[int]:
    """The mentions in the reach of a cue, which ends at `edge` if it reaches forward."""
    if place.cue.direction in (Direction.FORWARD, Direction.OPENING):
        start = _claimed(scene, place, edge)
        return carried(scene, scene.between(start, edge), 1)
    before = scene.between(scene.first, place.start)
    if place.cue.direction is Direction.NEXT:
        near = scene.between(place.end, min(place.end + _NEXT, edge))
        own = scene.folded[place.end - 1] in _OWN_NOUN
        return (i for i in carried(scene, near, 1) if not (own and _is_parted(scene, place, i)))
    if place.cue.direction is Direction.BESIDE:
        return (i for i in before if scene.hits[i].last == place.start)
    edge = back_edge(scene, place.start, place.says)
    return carried(scene, [i for i in before if scene.hits[i].last - 1 > edge], -1)


def _is_parted(scene: Scene, place: Place, index: int) -> bool:
    """True where a comma stands between a cue and a mention."""
    return "," in scene.folded[place.end : scene.hits[index].first]


def _is_over(scene: Scene, end: int, hit: Hit) -> bool:
    """True for what somebody once had: "had surgery", "had a stroke", but not "had diabetes"."""
    verbs = scene.folded[end - 1 : end + 2]
    if not _HAD & set(verbs) or _NOW & set(scene.folded[end : hit.first]):
        return False
    if "had" in verbs[1:] and _HAVE & set(verbs):
        return True  # "has had", "have ever had"
    return hit.label in THINGS or scene.folded[hit.first - 1] in _ONE


def _claimed(scene: Scene, place: Place, edge: int) -> int:
    """Where what a denial reaches begins; of a claim only the end is denied: "Myth: X causes …"."""
    if place.says is Qualifier.NEGATED and scene.folded[place.end - 1] in _CLAIMS:
        verbs = (at for at in range(place.end, edge) if scene.folded[at] in _CLAIMING)
        return next(verbs, place.end)
    return place.end


def _listed_at(scene: Scene, start: int, edge: int) -> int:
    """Where the list begins that a condition points to: "If you have any of these, ask first:"."""
    if not _POINTS & set(scene.folded[start:edge]) or ":" not in scene.folded[edge : scene.last]:
        return edge
    return scene.folded.index(":", edge)


def _is_turned(scene: Scene, start: int, says: Qualifier) -> bool:
    """True where a cue stands in front of what it mostly follows: "Years ago she had a stroke"."""
    far = _NEXT if says in (Qualifier.HISTORICAL, Qualifier.OTHER_PERSON) else 0
    before = scene.folded[max(scene.first, start - far - 1) : start]
    return len(before) <= far or any(word in STOPS or word == "," for word in before)
