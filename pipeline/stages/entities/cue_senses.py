"""Cues that say something else where they stand: orders, tales and beginnings.

"Don't ignore a fever" is an order and denies nothing, "I don't take aspirin" tells and forbids
nothing, and in "started metformin last month" nothing is over.
"""

from __future__ import annotations

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.answers import asks_whether
from pipeline.stages.entities.clauses import clause_start
from pipeline.stages.entities.cue_places import BEFORE_ORDERS, Place
from pipeline.stages.entities.qualifier_cues import Direction
from pipeline.stages.entities.scene import TROUBLES, Scene, word_set

_ORDERS = word_set("don't dont do never")
_LEAVES_ORDER = word_set("if when during in while for please whatever")
"""What begins a clause that may end in an order: "If you have an ulcer do not take aspirin"."""
_OBJECT = 3
"""Words behind a verb, among them its object."""
_BEFORE_BANS = word_set("said says say order orders advice . : ; , absolutely strictly definitely")
_WHEN_BANNED = word_set("for if with while during when until before after")
_FINITE = word_set("is are was were has have had can may will")
_NEXT = 3
_NEAR = 6
_NOT_YET = word_set("until till once unless")
"""Behind these the end of a trouble is still to come: "until the fever is gone"."""
_BEGAN = word_set("started began begun put diagnosed fitted implanted prescribed switched")
_OVER = word_set("stopped quit finished removed gone until")
_WHO_TELLS = word_set("i you we they he she who")
_TOLD = word_set("was were had")


def says_nothing_here(scene: Scene, place: Place) -> bool:
    """True for a cue whose sentence takes its sense away."""
    if place.says is Qualifier.NEGATED:
        return _is_order(scene, place.start)
    if place.says is Qualifier.HISTORICAL and _lasts(scene, place):
        return True
    if place.says is Qualifier.HISTORICAL and place.cue.direction is Direction.BACK:
        return bool(
            _NOT_YET & set(scene.folded[max(scene.first, place.start - _NEAR) : place.start])
        )
    if place.says is Qualifier.POSSIBLE and place.start == scene.first and asks_whether(scene):
        return True
    return not place.cue.stories and _is_story(scene, place.start)


def _lasts(scene: Scene, place: Place) -> bool:
    """True for the day on which something began that goes on: "started metformin last month"."""
    start, end = place.start, place.end
    if place.cue.direction is Direction.BACK:
        start, end = clause_start(scene, start), start
    elif "ago" not in scene.folded[start:end]:
        return False
    said = scene.folded[start : min(scene.last, end + _NEXT)]
    return bool(_BEGAN & set(said)) and not _OVER & set(said)


def is_told(scene: Scene, start: int) -> bool:
    """True where a prohibition is none, for somebody just does not: "I don't take aspirin"."""
    if scene.folded[start] not in _ORDERS or _is_order(scene, start):
        return False
    if "recommend" in scene.folded[start : start + 3]:
        return False
    if start > scene.first and scene.folded[start - 1] in _WHO_TELLS:
        return True  # "if you don't take iron"
    return scene.folded[clause_start(scene, start)] not in _LEAVES_ORDER


def _is_order(scene: Scene, start: int) -> bool:
    """True for an order not to do what is no use ("Don't ignore …"): it denies nothing."""
    if scene.folded[start] not in _ORDERS or scene.between(start + 1, start + 2):
        return False
    return start == scene.first or scene.folded[start - 1] in BEFORE_ORDERS


def is_ban(scene: Scene, start: int, end: int) -> bool:
    """True for "no" as an order: "No aspirin for children", "He said no alcohol with it"."""
    if scene.folded[start:end] != ["no"]:
        return False
    begins = start == scene.first or scene.folded[start - 1] in _BEFORE_BANS
    things = [scene.hits[i] for i in scene.between(end, end + _OBJECT)]
    if not begins or not things or things[0].label in TROUBLES:
        return False
    after = scene.folded[things[0].last : min(scene.last, things[0].last + 1)]
    return bool(_WHEN_BANNED & set(after)) and not _FINITE & set(scene.folded[start : scene.last])


def _is_story(scene: Scene, start: int) -> bool:
    """True where a case is told: in the past, or behind a label ("Diagnosis: rule out …")."""
    before = [word for word in scene.folded[max(0, start - 2) : start] if word != "\n"]
    if before and before[-1] == ":":
        return True
    return bool(_TOLD & set(scene.folded[scene.first : scene.last]))
