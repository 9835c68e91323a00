"""What may not be used, and in whose presence: the two halves of a prohibition.

"Do not take X if you have thrombosis" denies no thrombosis. It forbids a thing (X, advised
against) in the presence of something (thrombosis, contraindicated), and small words tell which is
which. In front of the verb stand people and their troubles, where the clause opens on them
("People with asthma should not …", "If you have an ulcer, do not …"); in front of a passive stands
the thing itself ("X should not be taken in pregnancy").
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.clauses import (
    clause_start,
    is_supposed,
    opens_on_people,
    prohibition_edge,
)
from pipeline.stages.entities.prohibition_parts import (
    FOR_THINGS,
    PEOPLE,
    Part,
    Said,
    is_own_cause,
    is_people,
    names_people,
    object_end,
    read_parts,
)
from pipeline.stages.entities.scene import TROUBLES, Scene, word_set


class Reading(NamedTuple):
    """What a cue says of mentions, the word where it stops, and what it says of a list there."""

    said: Said
    edge: int
    listed: Qualifier


_AVOID = word_set("avoid avoids avoiding")
_ORDERED = word_set("better should must need ought advised told if when while during in at ,")
_MAY = word_set("can may might could")
_GET = word_set("get have having getting")
_OBJECT = 4
"""Words behind a verb, among them its object."""
_GIVING = word_set("give giving given offered prescribed fed")
_NAMED = word_set("who it this them")
"""Words with which the thing, or those who ask, have been named: "Do not take it:"."""
_ASKS_WHAT = word_set("what which are")
_WHAT = word_set("food foods drink drinks thing things medicine medicines drug drugs product")
"""Words for things that a list will name: "Foods you must not eat when you have gout:"."""
_TO = (["to"], ["in"], ["for"], ["with"], ["during"])
_NO_LONGER = word_set(
    "stop stopping quit discontinue discontinuing cease withhold suspend interrupt"
)
"""Orders to end what was begun: what follows is when ("Stop taking it if a rash appears")."""
_TELLS = word_set("do don't dont can can't cant cannot may never")
_CANNOT = word_set("can can't cant cannot")
_ALREADY = word_set("have are has is suffer")
_TOGETHER = word_set("mix combine together combo combination match pairing incompatible")
_MIXING = word_set("mixing combining")
_RISKY = word_set("dangerous risky")
_DOING = _MIXING | word_set("taking using drinking giving")
_LISTS = word_set(": \n include are comprise")


def forbids(scene: Scene, start: int, end: int) -> Reading:
    """An order not to use ("do not take", words `start` up to `end`).

    A list behind it holds the things, or, where the thing has been named, what rules it out.
    """
    edge = prohibition_edge(scene, end)
    supposed = scene.folded[start] in _CANNOT and is_supposed(
        scene, clause_start(scene, start), start
    )
    if supposed or _has_other_object(scene, start, end):
        return Reading([], scene.first, Qualifier.ADVISED_AGAINST)
    giving = bool(_GIVING & set(scene.folded[start:end]))
    said, part = read_parts(scene, end, edge, Part.RECEIVER if giving else Part.THING)
    if scene.folded[start] in _NO_LONGER:
        if not _if_already(scene, end, edge):
            said = [(i, q) for i, q in said if q is Qualifier.ADVISED_AGAINST]
        return Reading(said, edge, Qualifier.ADVISED_AGAINST)
    troubles = _troubles(scene, start, end)
    if troubles and not _names_thing(said):
        return Reading(troubles, scene.first, Qualifier.ADVISED_AGAINST)
    clause = clause_start(scene, start)
    if not said and edge == end and scene.folded[edge : edge + 1] != [":"]:
        comma = max((at for at in range(clause, start) if scene.folded[at] == ","), default=clause)
        said = read_parts(scene, comma, start, Part.RECEIVER)[0]  # "Syringing better not to do."
    if _just_tells(scene, clause, start, edge, said):
        return Reading([], scene.first, Qualifier.ADVISED_AGAINST)
    if _is_told_off(scene, clause, start) and opens_on_people(scene, clause, start):
        said += [(i, q) for i, q in read_parts(scene, clause, start, Part.PRESENCE)[0]]
    if _NAMED & set(scene.folded[clause:edge]) or _names_thing(said):
        return Reading(said, edge, Qualifier.CONTRAINDICATED)
    opening = set(scene.folded[clause:start])
    asks_what = scene.folded[scene.first] in _ASKS_WHAT or bool(opening & _WHAT)
    rules_out = part not in FOR_THINGS and not asks_what
    listed = Qualifier.CONTRAINDICATED if rules_out else Qualifier.ADVISED_AGAINST
    return Reading(said, edge, listed)


def _is_told_off(scene: Scene, clause: int, start: int) -> bool:
    """True unless an avoidance is no order: "People … are watched to avoid …", "by avoiding …"."""
    if scene.folded[start] not in _AVOID:
        return True
    before = set(scene.folded[clause:start])
    return scene.folded[start] == "avoid" and bool(before & _ORDERED) and not before & _MAY


def _just_tells(scene: Scene, clause: int, start: int, edge: int, said: Said) -> bool:
    """True for what people do not or cannot do where no thing is named: "Most … cannot …"."""
    if scene.folded[start] not in _TELLS or start == clause:
        return False
    if scene.folded[start - 1] == "you" and scene.folded[start] != "may":
        return False
    if scene.folded[start - 1] == "who" and start - 1 > scene.first:
        return True  # "for people who cannot take aspirin"
    named = _NAMED & set(scene.folded[start:edge]) or _names_thing(said)
    return scene.folded[start - 1] != "," and not named and scene.folded[clause] != "who"


def _has_other_object(scene: Scene, start: int, end: int) -> bool:
    """True where people are avoided, or what is stopped is no use: "stop making insulin"."""
    if scene.folded[start] in _NO_LONGER and end - start == 1:
        begun = scene.folded[end : end + 1]
        return bool(begun and begun[0].endswith("ing")) and not scene.between(end, end + 1)
    shuns = scene.folded[start] in _AVOID or scene.folded[end - 1] in ("from", "of")
    near = scene.between(end, min(scene.last, end + 2))
    if names_people(scene.folded[end : end + 2]):
        return shuns
    return shuns and any(is_people(scene.hits[i], scene) for i in near)


def _if_already(scene: Scene, start: int, edge: int) -> bool:
    """True where an end is put for what is there already: "Stop it if you have weak kidneys"."""
    words = scene.folded[start:edge]
    if any(is_own_cause(scene.folded, at) for at in range(start, edge)):
        return True
    return "if" in words and bool(_ALREADY & set(words[words.index("if") + 2 :][:1]))


def names_contraindications(scene: Scene, start: int, end: int) -> Reading:
    """ "Contraindications to massage: fever, …": first the thing, then what rules it out."""
    reading = is_forbidden(scene, start, end, outright=True)
    if scene.folded[end - 1] not in ("to", "for", "of"):
        return reading
    far = min(scene.last, end + _OBJECT)
    colon = next((at for at in range(end, far) if scene.folded[at] in _LISTS), end)
    things = [i for i in scene.between(end, colon) if scene.hits[i].label not in TROUBLES]
    said = [(i, Qualifier.ADVISED_AGAINST if i in things else q) for i, q in reading.said]
    return reading._replace(said=said)


def rules_out(scene: Scene, end: int, found: Iterable[int]) -> Reading:
    """`found` rule out the thing behind word `end`: "Asthma is a reason not to take aspirin"."""
    start = end + (scene.folded[end : end + 1] in _TO)
    things = read_parts(scene, start, prohibition_edge(scene, end), Part.THING)[0]
    said = [(i, Qualifier.CONTRAINDICATED) for i in found]
    return Reading(said + things, scene.first, Qualifier.CONTRAINDICATED)


def is_forbidden(scene: Scene, start: int, end: int, *, outright: bool) -> Reading:
    """A passive ("should not be taken", words `start` up to `end`).

    `outright` means that what follows is what rules it out ("is contraindicated in").
    """
    edge = prohibition_edge(scene, end)
    clause = clause_start(scene, start)
    if is_supposed(scene, clause, start):
        return Reading([], scene.first, Qualifier.ADVISED_AGAINST)
    subject = clause
    part = Part.PRESENCE if outright else Part.FOR_WHOM
    given = not outright and bool(_GIVING & set(scene.folded[start:end]))
    if given and scene.folded[end : end + 1] not in _TO:
        part = Part.THING  # "Children should not be given aspirin"
    said = read_parts(scene, end, edge, part)[0]
    doing = set(scene.folded[clause:start])
    if _RISKY & set(scene.folded[start:end]) and not _DOING & doing:
        return Reading([], scene.first, Qualifier.ADVISED_AGAINST)  # "Strokes are dangerous"
    paired = bool(_TOGETHER & set(scene.folded[start:end]) or _MIXING & doing)
    if not paired and opens_on_people(scene, clause, start):
        subject = _subject(scene, clause, start)
        said += read_parts(scene, clause, subject, Part.PRESENCE)[0]
    if scene.folded[start] == "except":
        subject = start  # "Everybody can take it except …"
    subjects = read_parts(scene, subject, start, Part.RECEIVER)[0]
    if not subjects and not outright and _is_trouble(scene, subject, start):
        return Reading([], scene.first, Qualifier.ADVISED_AGAINST)  # "Cancer must be excluded"
    if paired:
        subjects = _paired(scene, subjects)
    said += subjects
    listed = Qualifier.CONTRAINDICATED
    if scene.folded[start] == "to" or (not (said or outright) and edge == end):
        listed = Qualifier.ADVISED_AGAINST  # "The following should be avoided:"
    return Reading(said, edge, listed)


def _paired(scene: Scene, subjects: Said) -> Said:
    """Things that do not go together: the first is advised against, the rest rules it out."""
    things = [i for i, _ in subjects if not is_people(scene.hits[i], scene)][:1]
    against, rules = Qualifier.ADVISED_AGAINST, Qualifier.CONTRAINDICATED
    return [(i, against if i in things else rules) for i, _ in subjects]


def _is_trouble(scene: Scene, start: int, end: int) -> bool:
    """True where the subject in words `start` up to `end` is nothing that could be used."""
    return any(scene.hits[i].label in TROUBLES for i in scene.between(start, end))


def _troubles(scene: Scene, start: int, end: int) -> Said:
    """A trouble as the object: "Avoid dehydration" prevents, "You can't get flu from it" denies."""
    if scene.folded[start] in _AVOID:
        says = Qualifier.POSSIBLE
    elif scene.folded[end - 1] in _GET:
        says = Qualifier.NEGATED
    else:
        return []
    edge = object_end(scene.folded, end, min(scene.last, end + _OBJECT))
    return [(i, says) for i in scene.between(end, edge) if scene.hits[i].label in TROUBLES]


def _names_thing(said: Said) -> bool:
    return any(qualifier is Qualifier.ADVISED_AGAINST for _, qualifier in said)


def _subject(scene: Scene, start: int, end: int) -> int:
    """Where the subject begins in a clause that opens on people: "In children, aspirin …"."""
    commas = [at for at in range(start, end) if scene.folded[at] == ","]
    if commas:
        return commas[-1] + 1
    things = [i for i in scene.between(start, end) if scene.hits[i].label not in TROUBLES]
    last = scene.hits[things[-1]].first if things else end
    return last if things and scene.hits[things[-1]].label != PEOPLE else end
