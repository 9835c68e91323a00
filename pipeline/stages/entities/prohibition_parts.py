"""The parts of a prohibition, told apart by small words.

Behind the verb stands the thing; behind "with", "if" or "during" what rules it out; behind "for"
and "to" only people do ("not for children", but "not for a cold"); behind "before" or "without"
neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.scene import TROUBLES, Scene, word_set

Said = list[tuple[int, Qualifier]]
"""Indexes of mentions, each with what is said of it."""

PEOPLE = "POPULATION"
"""The label of groups of people."""

_PRESENCE = word_set(
    "in during with on at if when whenever while within who whose have has having among"
)
_FOR_WHOM = word_set("for to by")
_NEITHER = word_set(
    "before after until till without unless than because as since instead about against of"
)
_GOES_ON = word_set(
    "month week trimester stage period history kind type form use intake administration time such"
)
"""Words whose "of" or "as" leads on to what matters: "in the last months of pregnancy"."""
_HOLDS = word_set(
    "food foods drink drinks beverage beverages product products supplement supplements medicine "
    "medicines high rich low item items associated linked that"
)
"""Words whose "with" or "in" says what the thing holds: "foods high in sodium"."""
_REACTS = word_set("allergic sensitive hypersensitive hypersensitivity intolerant allergy reaction")
"""Words whose "to" leads to what one must not meet: "If you are allergic to it"."""
_PURPOSE = word_set("treatment therapy management prevention diagnosis")
"""After "in the" these say what a thing is used for, not in whose presence."""
_OWN = word_set("my your his her their our having being have has get got had am")
"""Behind "because of" these tell whose trouble rules a thing out; else it is what may come of it:
"because of her ulcer", "because of a link with Reye's syndrome"."""
_PEOPLE = word_set(
    "people person patient woman women man men child children kid baby babies infant toddler adult "
    "teen teenager girl boy mother mum mom smoker diabetic asthmatic newborn anyone those"
)
_USES = word_set("take use have drink eat receive get")
_PARTING = _PRESENCE | _FOR_WHOM | _NEITHER


class Part(Enum):
    """Which part of a prohibition a word stands in."""

    THING = auto()
    RECEIVER = auto()  # a thing, or people: "Do not give children aspirin"
    PRESENCE = auto()
    FOR_WHOM = auto()
    CAUSE = auto()
    NEITHER = auto()


FOR_THINGS = frozenset({Part.THING, Part.RECEIVER})
_FOR_PEOPLE = frozenset({Part.RECEIVER, Part.FOR_WHOM})


def read_parts(scene: Scene, start: int, end: int, part: Part) -> tuple[Said, Part]:
    """What a prohibition says of the mentions in words `start` up to `end`, and the last part."""
    said: Said = []
    hits = {scene.hits[i].first: i for i in scene.between(start, end)}
    at = start
    while at < end:
        index = hits.get(at)
        if index is None:
            part = _part(scene.folded, at, part)
            at += 1
            continue
        label = scene.hits[index].label
        if part is Part.PRESENCE or _rules_out(scene, scene.hits[index], part):
            said.append((index, Qualifier.CONTRAINDICATED))
        elif part in FOR_THINGS and label not in TROUBLES and label != PEOPLE:
            said.append((index, Qualifier.ADVISED_AGAINST))
        elif part is Part.CAUSE and label in TROUBLES:
            said.append((index, Qualifier.POSSIBLE))
        at = max(at + 1, scene.hits[index].last)
    return said, part


def _rules_out(scene: Scene, hit: Hit, part: Part) -> bool:
    """True for people whom a thing is not for, and for "during pregnancy", which names no thing."""
    if not is_people(hit, scene):
        return False
    return part in _FOR_PEOPLE or (part in FOR_THINGS and scene.folded[hit.first] in _PRESENCE)


def is_people(hit: Hit, scene: Scene) -> bool:
    """True for a name of people, by its label or its words: "kids with chickenpox"."""
    ends = (scene.folded[hit.first], scene.folded[hit.last - 1])
    return hit.label == PEOPLE or names_people(ends)


def names_people(words: Iterable[str]) -> bool:
    """True where one of `words` is a bare noun for people."""
    return not _PEOPLE.isdisjoint(words)


def is_own_cause(folded: Sequence[str], at: int) -> bool:
    """True where one's own trouble is the reason: "because of my ulcer", "because I have …"."""
    if folded[at] != "because":
        return False
    return bool(_OWN & set(folded[at + 2 : at + 3]))


def _part(folded: Sequence[str], at: int, part: Part) -> Part:
    """The part that begins with the word at `at`, or `part` where none begins."""
    word = folded[at]
    if is_own_cause(folded, at):
        return Part.PRESENCE
    if folded[at : at + 2] == ["because", "of"]:
        return Part.CAUSE
    if part is Part.CAUSE or folded[at - 1 : at + 1] == ["because", "of"]:
        return part
    if word in _PRESENCE and folded[at - 1] in _HOLDS:
        return part
    if word in _PRESENCE:
        return Part.NEITHER if _PURPOSE & set(folded[at + 1 : at + 3]) else Part.PRESENCE
    if word == "to" and names_people(folded[at - 1 : at]) and _USES & set(folded[at + 1 : at + 2]):
        return Part.THING  # "not safe for pregnant women to take"
    if word in _FOR_WHOM and folded[at - 1] not in _REACTS:
        return Part.FOR_WHOM
    if word in _NEITHER and not (word in ("of", "as") and folded[at - 1] in _GOES_ON):
        return Part.NEITHER
    return part


def object_end(folded: Sequence[str], start: int, end: int) -> int:
    """Where the object of a verb ends that begins at word `start`: at the first small word."""
    return next((at for at in range(start, end) if folded[at] in _PARTING), end)
