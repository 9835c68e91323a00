"""Where a clause that forbids begins and ends, and on what it opens.

A prohibition holds for its clause: up to a stop, or to the words with which people begin to say
what to do instead. Whether people and their troubles stand in front of it tells what the words in
front are: "In asthma, aspirin …" names what rules out, "Aspirin …" the thing.
"""

from __future__ import annotations

from pipeline.stages.entities.prohibition_parts import PEOPLE, is_own_cause, is_people
from pipeline.stages.entities.reach import STOPS
from pipeline.stages.entities.scene import TROUBLES, Scene, word_set

_OPENERS = word_set(
    "if when while during in at with people person patient those anyone anybody someone woman "
    "women man men adult child children kid baby teen toddler infant smoker diabetic mum mom "
    "who whoever nobody one"
)
_OPENS_ALONE = word_set("on by under")
"""These open a clause on people's troubles as its first word only: not "A smear on flora …"."""
_NEW_CLAUSE = word_set(
    "so it you they he she we call ask tell talk see seek contact this that then instead use take "
    "which i do try can may might could will is are"
)
_STATES = word_set("taking using having being nursing breastfeeding undergoing receiving driving")
_IF = word_set("if when whether because")
_ENDS = (STOPS - word_set("who whose while ( )")) | {"unless"}
_FAR = 25


def clause_start(scene: Scene, end: int) -> int:
    """Where the clause begins that goes on at word `end`."""
    closed = False
    for at in range(end - 1, max(scene.first, end - _FAR) - 1, -1):
        closed = closed or scene.folded[at] == ")"
        inside = scene.folded[at] == "(" and not closed
        if inside or scene.folded[at] in _ENDS or scene.folded[at] in ("so", "because"):
            return at + 1
    return max(scene.first, end - _FAR)


def prohibition_edge(scene: Scene, start: int) -> int:
    """Where a prohibition ends: at a stop, or where a new clause begins."""
    folded = scene.folded
    for at in range(start, min(scene.last, start + _FAR)):
        if is_own_cause(folded, at) or folded[at : at + 2] == ["because", "of"]:
            continue
        if folded[at] in _ENDS:
            return at
        if folded[at] == "by" and at + 1 < scene.last and folded[at + 1].endswith("ing"):
            return at
        if folded[at] == "while" and at + 1 < scene.last and _turns(folded[at + 1]):
            return at
        if folded[at] in (",", "and") and at + 1 < scene.last:
            following = (
                folded[at + 2 : at + 3] if folded[at + 1] == "and" else folded[at + 1 : at + 2]
            )
            if following and (following[0] in _NEW_CLAUSE or following[0].endswith("ing")):
                return at
    return min(scene.last, start + _FAR)


def _turns(word: str) -> bool:
    """True where "while" turns to what one does instead: "while choosing", not "while taking"."""
    return word.endswith("ing") and word not in _STATES


def opens_on_people(scene: Scene, start: int, end: int) -> bool:
    """True when the clause begins with a condition or with people."""
    if start >= end:
        return False
    if scene.folded[start] in _OPENS_ALONE:
        return True
    second = 1 if scene.between(start, start + 1) else 2  # not "Massage at …"
    if _OPENERS & set(scene.folded[start : min(end, start + second)]):
        return True
    return any(scene.hits[i].label == PEOPLE for i in scene.between(start, min(end, start + 3)))


def is_supposed(scene: Scene, clause: int, start: int) -> bool:
    """True behind "if", with no comma between: "if other treatments cannot be used"."""
    opening = scene.folded[clause:start]
    if "," in opening or not _IF & set(opening):
        return False
    if opening[0] not in _IF:
        return True
    hits = [scene.hits[i] for i in scene.between(clause, start)]
    return not any(hit.label in TROUBLES or is_people(hit, scene) for hit in hits)
