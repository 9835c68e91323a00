"""A question that is answered no forbids: "Can toddlers have cough syrup? No, …"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.entities.prohibitions import Said, forbids
from pipeline.stages.entities.reach import Scene, word_set

_MAY_ONE = word_set("can may should could is are")
_USE = word_set("take use have drink eat give get given taking using")
_NO = word_set("no nope never not")
_ENDS = word_set(". ! , ; : \n")
_LONGEST = 8
"""Words of a short answer: "With older models, no."."""


def refused(scene: Scene) -> Said:
    """What a question says of its mentions if the answer behind it is no."""
    asked = scene.folded[scene.first : scene.last]
    if asked[-1] != "?" or asked[0] not in _MAY_ONE:
        return []
    if not any(_NO & {part[0], part[-1]} for part in _answer(scene.folded, scene.last)):
        return []
    verb = next((at for at, word in enumerate(asked) if word in _USE), None)
    if verb is None:
        return []
    return forbids(scene, scene.first + verb, scene.first + verb + 1).said


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
