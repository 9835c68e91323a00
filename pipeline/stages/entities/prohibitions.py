"""What may not be used, and in whose presence: the two halves of a prohibition.

"Do not take X if you have thrombosis" denies no thrombosis. It forbids a thing (X, advised
against) in the presence of something (thrombosis, contraindicated), and small words tell which is
which. Behind the verb stands the thing; behind "with", "if" or "during" what rules it out; behind
"for" and "to" only people do ("not for children", but "not for a cold"); behind "before" or
"without" neither. In front of the verb stand people and their troubles, where the clause opens on
them ("People with asthma should not …", "If you have an ulcer, do not …"); in front of a passive
stands the thing itself ("X should not be taken in pregnancy").
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.reach import STOPS, TROUBLES, Scene, word_set

Said = list[tuple[int, Qualifier]]
"""Indexes of mentions, each with what is said of it."""


class Reading(NamedTuple):
    """What a cue says of mentions, the word where it stops, and what it says of a list there."""

    said: Said
    edge: int
    listed: Qualifier


_PRESENCE = word_set(
    "in during with on if when whenever while within who whose have has having among"
)
_FOR_WHOM = word_set("for to by at")
_NEITHER = word_set(
    "before after until till without unless than because as since instead about against of"
)
_GOES_ON = word_set("month week trimester stage period history kind type form")
"""Words whose "of" leads on to what matters: "in the last months of pregnancy"."""
_PURPOSE = word_set("treatment therapy management prevention diagnosis")
"""After "in the" these say what a thing is used for, not in whose presence."""
_OPENERS = word_set(
    "if when while during in with people person patient those anyone anybody someone woman women "
    "men adult child children who"
)
_NEW_CLAUSE = word_set(
    "so it you they he she we call ask tell talk see seek contact this that then instead use take "
    "which such i do try can may might could will is are"
)
_NO_LONGER = word_set("stop stopping quit discontinue")
"""Orders to end what was begun: what follows is when ("Stop taking it if a rash appears")."""
_ENDS = (STOPS - word_set("who whose while ( )")) | {"unless"}
_FAR = 25
_PEOPLE = "POPULATION"


class _Part(Enum):
    """Which part of a prohibition a word stands in."""

    THING = auto()
    PRESENCE = auto()
    FOR_WHOM = auto()
    NEITHER = auto()


def forbids(scene: Scene, start: int, end: int) -> Reading:
    """An order not to use ("do not take", words `start` up to `end`).

    A list behind it holds the things, or, where the thing has been named, what rules it out.
    """
    edge = prohibition_edge(scene, end)
    said, part = _read(scene, end, edge, _Part.THING)
    if scene.folded[start] in _NO_LONGER:
        things: Said = [(i, q) for i, q in said if q is Qualifier.ADVISED_AGAINST]
        return Reading(things, edge, Qualifier.ADVISED_AGAINST)
    clause = clause_start(scene, start)
    if _opens_on_people(scene, clause, start):
        said += [(i, q) for i, q in _read(scene, clause, start, _Part.PRESENCE)[0]]
    named = any(q is Qualifier.ADVISED_AGAINST for _, q in said) or scene.folded[clause] == "who"
    open_list = named or part is not _Part.THING
    listed = Qualifier.CONTRAINDICATED if open_list else Qualifier.ADVISED_AGAINST
    return Reading(said, edge, listed)


def is_forbidden(scene: Scene, start: int, end: int, *, outright: bool) -> Reading:
    """A passive ("should not be taken", words `start` up to `end`).

    `outright` means that what follows is what rules it out ("is contraindicated in").
    """
    edge = prohibition_edge(scene, end)
    said = _read(scene, end, edge, _Part.PRESENCE if outright else _Part.FOR_WHOM)[0]
    clause = clause_start(scene, start)
    subject = clause
    if _opens_on_people(scene, clause, start):
        subject = _subject(scene, clause, start)
        said += _read(scene, clause, subject, _Part.PRESENCE)[0]
    said += _read(scene, subject, start, _Part.THING)[0]
    return Reading(said, edge, Qualifier.CONTRAINDICATED)


def _subject(scene: Scene, start: int, end: int) -> int:
    """Where the subject begins in a clause that opens on people: "In children, aspirin …"."""
    commas = [at for at in range(start, end) if scene.folded[at] == ","]
    if commas:
        return commas[-1] + 1
    things = [i for i in scene.between(start, end) if scene.hits[i].label not in TROUBLES]
    last = scene.hits[things[-1]].first if things else end
    return last if things and scene.hits[things[-1]].label != _PEOPLE else end


def _read(scene: Scene, start: int, end: int, part: _Part) -> tuple[Said, _Part]:
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
        if part is _Part.PRESENCE or (label == _PEOPLE and part is not _Part.NEITHER):
            said.append((index, Qualifier.CONTRAINDICATED))
        elif part is _Part.THING and label not in TROUBLES:
            said.append((index, Qualifier.ADVISED_AGAINST))
        at = max(at + 1, scene.hits[index].last)
    return said, part


def _part(folded: Sequence[str], at: int, part: _Part) -> _Part:
    """The part that begins with the word at `at`, or `part` where none begins."""
    word = folded[at]
    if word in _PRESENCE:
        return _Part.NEITHER if _PURPOSE & set(folded[at + 1 : at + 3]) else _Part.PRESENCE
    if word in _FOR_WHOM:
        return _Part.FOR_WHOM
    if word in _NEITHER and not (word == "of" and folded[at - 1] in _GOES_ON):
        return _Part.NEITHER
    return part


def prohibition_edge(scene: Scene, start: int) -> int:
    """Where a prohibition ends: at a stop, or where a new clause begins."""
    folded = scene.folded
    for at in range(start, min(scene.last, start + _FAR)):
        if folded[at] in _ENDS:
            return at
        if folded[at] in (",", "and", "or") and at + 1 < scene.last:
            following = (
                folded[at + 2 : at + 3] if folded[at + 1] == "and" else folded[at + 1 : at + 2]
            )
            if following and following[0] in _NEW_CLAUSE:
                return at
    return min(scene.last, start + _FAR)


def clause_start(scene: Scene, end: int) -> int:
    """Where the clause begins that goes on at word `end`."""
    for at in range(end - 1, max(scene.first, end - _FAR) - 1, -1):
        if scene.folded[at] in _ENDS or scene.folded[at] in ("so", "because"):
            return at + 1
    return max(scene.first, end - _FAR)


def _opens_on_people(scene: Scene, start: int, end: int) -> bool:
    """True when the clause begins with a condition or with people."""
    if start >= end:
        return False
    if _OPENERS & set(scene.folded[start : min(end, start + 2)]):
        return True
    return any(scene.hits[i].label == _PEOPLE for i in scene.between(start, min(end, start + 3)))
