"""Whom an instruction is for: "People with diabetes should ask first".

The diabetes there is a condition as much as in "if you have diabetes". In "People with diabetes
often have …", where nobody is told anything, it is plain, and so are people by a bare noun, who
are everybody: "Women should …", "if your child has a fever".
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.clauses import clause_start, prohibition_edge
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.prohibitions import Reading, forbids
from pipeline.stages.entities.scene import Scene, word_set

_ADDRESSED = word_set(
    "people person patient those anyone anybody someone women men adults children individual"
)
_NOBODY = word_set("no nobody")
_USING = word_set("take use have drink eat give get undergo wear receive")
_ANYONE = word_set(
    "people person patient patients woman women man men child children kid kids baby babies adult "
    "adults infant infants toddler toddlers teen teens teenager teenagers girl girls boy boys"
)


def addressed(scene: Scene, start: int) -> Reading:
    """Whom the instruction at word `start` is for: "People with diabetes should ask first".

    After "Who should ask first?" the answer says it; "Nobody with an ulcer should take …" forbids.
    """
    clause = clause_start(scene, start)
    says = Qualifier.CONDITIONAL
    if scene.folded[clause] in _NOBODY and _USING & set(scene.folded[start + 1 : start + 2]):
        return forbids(scene, start, start + 2)
    if scene.folded[clause] == "who":
        return Reading([], prohibition_edge(scene, start), says)
    if not _ADDRESSED & set(scene.folded[clause : clause + 2]) and scene.folded[clause] != "at":
        return Reading([], scene.first, says)
    asked = [i for i in scene.between(clause, start) if not is_anyone(scene.hits[i], scene.folded)]
    return Reading([(i, says) for i in asked], scene.first, says)


def is_anyone(hit: Hit, folded: Sequence[str]) -> bool:
    """True for people by a bare noun, which restricts nothing: "if your child has a fever"."""
    return hit.last - hit.first == 1 and folded[hit.first] in _ANYONE
