"""What questions say: "Does it cause cancer?" leaves it open; one that is answered no forbids.

Pages of questions and answers give their advice in two sentences ("Can toddlers have cough syrup?
No, …"), and neither says it alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.prohibition_parts import Said
from pipeline.stages.entities.prohibitions import forbids
from pipeline.stages.entities.scene import THINGS, Scene, word_set

_DOES_IT = word_set("do does did can could will would is are")
_CAUSE = word_set("cause causes lead leads give trigger triggers raise increase turn sign mean be")
_CALLS = word_set("got have suffer suffering struggling prone feeling")
_CALL = 5
"""Words of a question that calls somebody up."""
_MAY_ONE = word_set("can may should could is are")
_USE = word_set("take use have drink eat give get given taking using")
_NO = word_set("no nope never not")
_YES = word_set("yes yeah yep sure")
_ENDS = word_set(". ! , ; : \n")
_LONGEST = 8
"""Words of a short answer: "With older models, no."."""


def answered(scene: Scene) -> Said:
    """What a question, with the answer behind it, says of its mentions."""
    if scene.folded[scene.last - 1] != "?":
        return []
    return [*_left_open(scene), *_singled_out(scene), *_refused(scene)]


def asks_whether(scene: Scene) -> bool:
    """True for a question whether something causes something else, which is then what is open."""
    asked = scene.folded[scene.last - 1] == "?"
    return asked and _verb(scene, _DOES_IT, _CAUSE) is not None


def _left_open(scene: Scene) -> Said:
    """The troubles that a question asks about."""
    verb = _verb(scene, _DOES_IT, _CAUSE)
    if verb is None:
        return []
    asked = scene.between(verb, scene.last)
    return [(i, Qualifier.POSSIBLE) for i in asked if scene.hits[i].label not in THINGS]


def _singled_out(scene: Scene) -> Said:
    """Whom a question calls up: "Got asthma? Keep your inhaler at hand."."""
    if scene.folded[scene.first] not in _CALLS:
        return []
    called = scene.between(scene.first + 1, scene.first + _CALL)
    return [(i, Qualifier.CONDITIONAL) for i in called if scene.hits[i].label not in THINGS]


def _refused(scene: Scene) -> Said:
    """What a question forbids that asks leave and is answered no."""
    verb = _verb(scene, _MAY_ONE, _USE)
    if verb is None:
        return []
    parts = _answer(scene.folded, scene.last)
    if not parts or parts[0][0] in _YES or not _NO & {parts[0][0], parts[-1][-1]}:
        return []
    return forbids(scene, verb, verb + 1).said


def _verb(scene: Scene, openers: frozenset[str], verbs: frozenset[str]) -> int | None:
    """The place of the first of `verbs` in a question that begins with one of `openers`."""
    if scene.folded[scene.first] not in openers:
        return None
    inside = range(scene.first, scene.last)
    return next((at for at in inside if scene.folded[at] in verbs), None)


def _answer(folded: Sequence[str], start: int) -> list[Sequence[str]]:
    """The first and the second part of the answer that begins at word `start`, if it is short."""
    while start < len(folded) and folded[start] == "\n":
        start += 1
    parts: list[Sequence[str]] = []
    begin = start
    for at in range(start, min(len(folded), start + _LONGEST)):
        if folded[at] in _ENDS:
            if at > begin:
                parts.append(folded[begin:at])
            begin = at + 1
        if folded[at] == "." or len(parts) == 2:
            break
    return parts or [folded[start : start + 1]] if start < len(folded) else []
